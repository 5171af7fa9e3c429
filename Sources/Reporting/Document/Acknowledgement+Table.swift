extension Acknowledgement {
  /// The same as a table, with empty cells to write in.
  public var table: Table {
    Table(
      name: "Ознакомление", caption: title,
      columns: [
        .init("Фамилия, инициалы", width: 30), .init("Должность", width: 32), .init("Подпись", width: 22),
        .init("Дата", width: 16),
      ],
      rows: people.map { Table.Row([.text($0.name), .text($0.position), .empty, .empty]) },
      emptyText: "Знакомить некого")
  }
}
