import CommandLineInterface
import Control

/// Marks over the registered checks, a row a check.
enum MarkTrendReport {
  static func tell(_ trend: MarkTrend, last: Int?, on console: Console) {
    console.print("Текущие отметки на уроках периода каждой проверки")
    var table = TextTable(
      [.init("№", .right), .init("На дату"), .init("Период контроля", wraps: true)]
        + ["Отметок", "Балл", "Успев.", "Качество", "СОУ"].map { .init($0, .right) })
    for point in trend.points.suffix(last ?? trend.points.count) {
      let marks = point.marks
      table.append([
        String(point.check.id), point.check.asOf.russian, ChecksReport.window(point.check), String(marks.grades),
        AnalysisReport.decimal(marks.mean), AnalysisReport.percent(marks.success),
        AnalysisReport.percent(marks.quality), AnalysisReport.sou(marks.sou(MarkTrend.sou)),
      ])
    }
    console.write(table.text(width: console.width))
    AnalysisReport.paragraph("\(MarkTrend.sou.russian).", on: console)
    for point in trend.points.suffix(last ?? trend.points.count) where point.uncertain > 0 {
      AnalysisReport.paragraph(
        "Проверка № \(point.check.id): отметок, которые к её дате ещё могли быть не внесены, \(point.uncertain); "
          + "они не учтены.", on: console)
    }
  }

  static func json(_ point: MarkTrend.Point) -> JSONText {
    let check = point.check
    var norms = AnalysisNorms()
    norms.sou = MarkTrend.sou
    return .object(
      [
        ("check", .integer(Int(check.id))), ("asOf", .string(check.asOf.description)),
        ("from", .string(check.from.description)), ("to", .string(check.to.description)),
        ("uncertain", .integer(point.uncertain)), ("souFormula", .string(norms.sou.rawValue)),
      ] + AnalysisReport.members(point.marks, norms))
  }
}
