import Journal

/// What is wrong with one row.
struct RowProblem: Error {
  var problem: ImportProblem
}

/// The columns of one table as this file has them, and typed reading of its cells. A column is named by its number among
/// the table's own (`required + optional`), so that no name is looked up in a row.
struct TableRows {
  let table: InterchangeTable
  let sheet: Int32
  /// How a row's number becomes the one that a person counts (`InterchangeSource`).
  let rowOffset: Int
  /// The table's own names, and where each stands in the file: -1 where it does not.
  let names: [String]
  let positions: [Int]
  var rejected: [ImportProblem] = []
  /// Optional columns that the file has; `entered_at` of a table with rows only where one of them has a value.
  private(set) var saidColumns: Set<String>
  private var hasRows = false

  init(table: InterchangeTable, header: [String], sheet: Int32, rowOffset: Int = 0) {
    self.table = table
    self.sheet = sheet
    self.rowOffset = rowOffset
    let header = header.map(TableRows.fold)
    names = table.required + table.optional
    positions = names.map { header.firstIndex(of: $0) ?? -1 }
    saidColumns = Set(table.optional.filter(header.contains))
  }

  /// Column names are compared without case and surrounding spaces.
  static func fold(_ name: String) -> String {
    CodeFolding.collapse(name).lowercased()
  }

  /// Columns that the layout does not know are told and ignored; the same column twice refuses the file.
  func unknownColumns(_ header: (row: Int, names: [String])) throws -> [ImportProblem] {
    let names = header.names.map(TableRows.fold)
    for (index, name) in names.enumerated() where !name.isEmpty && names[..<index].contains(name) {
      throw ImportProblem(
        "столбец «\(name)» назван дважды", hint: "Оставьте один столбец с этим названием.",
        at: CellPlace(row: header.row, column: index + 1), raw: header.names[index])
    }
    let known = Set(table.required + table.optional)
    return names.enumerated().filter { !$1.isEmpty && !known.contains($1) }.map { index, name in
      ImportProblem(
        "столбец «\(header.names[index])» не входит в таблицу \(table.rawValue) и пропущен",
        hint: "Проверьте название столбца; допустимы: \((table.required + table.optional).joined(separator: ", ")).",
        at: CellPlace(row: header.row, column: index + 1), raw: header.names[index])
    }
  }

  /// A value with a delimiter and without quotes moves all after it one column on.
  func refuseExtra(_ row: borrowing CSVRow, columns: Int) throws(RowProblem) {
    for column in stride(from: columns, to: row.count, by: 1) where !row[column].isEmpty {
      throw RowProblem(
        problem: ImportProblem(
          "в строке \(row.count) значений, а столбцов \(columns)",
          hint: "Значение, в котором есть разделитель, возьмите в кавычки.",
          at: CellPlace(row: row.number, column: column + 1), raw: excerpt(row.string(column))))
    }
  }

  func place(_ row: borrowing CSVRow) -> FactPlace { FactPlace(sheet: sheet, row: Int32(row.number + rowOffset)) }

  /// The cell's bytes without surrounding blanks; empty where the column or the cell is missing.
  func bytes(_ row: borrowing CSVRow, _ column: Int) -> UnsafeBufferPointer<UInt8> {
    guard positions[column] >= 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
    var cell = row[positions[column]]
    while let first = cell.first, first == 32 || first == 9 { cell = UnsafeBufferPointer(rebasing: cell.dropFirst()) }
    while let last = cell.last, last == 32 || last == 9 { cell = UnsafeBufferPointer(rebasing: cell.dropLast()) }
    return cell
  }

  func text(_ row: borrowing CSVRow, _ column: Int) -> String {
    String(decoding: bytes(row, column), as: UTF8.self)
  }

  /// Nil for an empty cell.
  func optionalText(_ row: borrowing CSVRow, _ column: Int) -> String? {
    let cell = bytes(row, column)
    return cell.isEmpty ? nil : String(decoding: cell, as: UTF8.self)
  }

  func required(_ row: borrowing CSVRow, _ column: Int) throws(RowProblem) -> UnsafeBufferPointer<UInt8> {
    let cell = bytes(row, column)
    guard !cell.isEmpty else {
      throw problem(
        row, column, "пустое значение в столбце \(names[column])", "Впишите значение: без него строка непонятна.")
    }
    return cell
  }

  func date(_ row: borrowing CSVRow, _ column: Int) throws(RowProblem) -> CivilDate? {
    let cell = bytes(row, column)
    guard !cell.isEmpty else { return nil }
    if let date = CivilDate(utf8: cell) ?? LocalMoment(utf8: cell)?.date { return date }
    throw problem(
      row, column, "не читается дата", "Запишите дату как ГГГГ-ММ-ДД или ДД.ММ.ГГГГ, например 2025-09-01.")
  }

  func requiredDate(_ row: borrowing CSVRow, _ column: Int) throws(RowProblem) -> CivilDate {
    _ = try required(row, column)
    guard let date = try date(row, column) else { throw problem(row, column, "нет даты", "Впишите дату.") }
    return date
  }

  func moment(_ row: borrowing CSVRow, _ column: Int) throws(RowProblem) -> LocalMoment? {
    let cell = bytes(row, column)
    guard !cell.isEmpty else { return nil }
    if let moment = LocalMoment(utf8: cell) { return moment }
    throw problem(
      row, column, "не читается время", "Запишите время как ГГГГ-ММ-ДДTЧЧ:ММ:СС, например 2025-09-01T14:30:00.")
  }

  func flag(_ row: borrowing CSVRow, _ column: Int) throws(RowProblem) -> Bool? {
    let cell = bytes(row, column)
    if cell.isEmpty { return nil }
    if cell.count == 1, cell[0] == UInt8(ascii: "0") || cell[0] == UInt8(ascii: "1") { return cell[0] == 49 }
    throw problem(row, column, "ожидается 0 или 1", "Впишите 1 (да) или 0 (нет).")
  }

  func integer(_ row: borrowing CSVRow, _ column: Int, in range: ClosedRange<Int>) throws(RowProblem) -> Int? {
    let cell = bytes(row, column)
    guard !cell.isEmpty else { return nil }
    if let number = Int(String(decoding: cell, as: UTF8.self)), range.contains(number) { return number }
    throw problem(
      row, column, "ожидается целое число от \(range.lowerBound) до \(range.upperBound)", "Исправьте число.")
  }

  func problem(
    _ row: borrowing CSVRow, _ column: Int, _ problem: String, _ hint: String
  ) -> RowProblem {
    let position = positions[column]
    return RowProblem(
      problem: ImportProblem(
        problem, hint: hint, at: CellPlace(row: row.number, column: position >= 0 ? position + 1 : nil),
        raw: position >= 0 ? excerpt(row.string(position)) : ""))
  }

  /// Notes whether the row has an entry moment: a column that is there and empty throughout says nothing.
  mutating func noteMoment(_ moment: LocalMoment?) {
    if !hasRows {
      hasRows = true
      saidColumns.remove("entered_at")
    }
    if moment != nil { saidColumns.insert("entered_at") }
  }
}
