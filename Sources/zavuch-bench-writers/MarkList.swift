import Journal
import Rendering
import Reporting

/// A long list of marks, each row made when it is asked for: the cells of `Scripts/bench-workbooks.c`.
struct MarkList {
  let count: Int

  private static let classes = ["5А", "6Б", "7В", "10А", "11Б"]
  private static let subjects = ["Русский язык", "Алгебра", "Физика", "История России. Всеобщая история"]
  /// 1 September 2025.
  private static let start: Int32 = 20_332

  func written(as format: String) throws -> [UInt8] {
    let workbook = try Workbook(
      properties: DocumentProperties(
        title: "Отметки", author: "Школа", made: .evening(of: CivilDate(days: MarkList.start))),
      table: Table(name: "Отметки", caption: "Отметки", columns: MarkList.columns, rows: []),
      body: TableBody(count: count, row: MarkList.row))
    switch format {
    case "xlsx": return try XLSXRenderer().render(workbook)
    case "ods": return try ODSRenderer().render(workbook)
    default: throw BenchError.usage
    }
  }

  private static let columns: [Table.Column] = (1...12).map { number in
    let alignment: Table.Column.Alignment =
      switch number {
      case 1, 6, 8: .right
      case 5, 11: .center
      default: .left
      }
    return Table.Column("Графа \(number)", width: 1, alignment: alignment)
  }

  @Sendable private static func row(_ r: Int) -> Table.Row {
    let day = CivilDate(days: start + Int32(r % 270))
    return Table.Row([
      .integer(r + 1), .text(classes[r % 5]), .text("Фамилия\(r % 600) Имя\(r % 50) Отчество\(r % 30)"),
      .text(subjects[r % 4]), .date(day), .integer(2 + r % 4), .text(r % 3 == 0 ? "осв" : "н"),
      .decimal(hundredths: r * 37 % 500), .text("Тема урока № \(r + 1): повторение"),
      .text("уч. стр. \(r % 200)-\(r % 200 + 3)"),
      .moment(LocalMoment(seconds: Int64(day.days + 1) * 86_400 + Int64(r * 61 % 86_400))),
      .text("Отметка выставлена через \(8 + r % 9) дней; срок — 7 дней"),
    ])
  }
}
