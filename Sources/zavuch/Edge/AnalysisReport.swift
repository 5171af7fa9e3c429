import CommandLineInterface
import Control
import Reporting

/// The analysis of a period for the terminal: several classes in two tables, one in detail.
enum AnalysisReport {
  static func tell(_ analyses: [PeriodAnalysis], on console: Console) {
    guard let first = analyses.first else { return }
    console.print("Разбор по классам на \(first.asOf.russian)")
    var categories = TextTable(
      [.init("Класс"), .init("Период", wraps: true), .init("Учен.", .right)]
        + ["Все «5»", "1 «4»", "4–5", "1 «3»", "3–5", "«2»", "н/а", "нет"].map { .init($0, .right) })
    var figures = TextTable(
      [.init("Класс"), .init("Период", wraps: true)]
        + ["Успев.", "Качество", "СОУ", "Балл", "Посещ.", "Прогн."].map { .init($0, .right) })
    for analysis in analyses {
      let summary = analysis.summary
      let head = [analysis.studyClass.name, analysis.period.name]
      categories.append(
        head + [String(summary.categories.pupils)]
          + PupilCategory.allCases.map { analysis.isGraded ? String(summary.categories[$0]) : "—" })
      figures.append(
        head + indicators(of: summary, analysis.norms) + [analysis.isGraded ? String(summary.forecasts) : "—"])
    }
    console.write(categories.text(width: console.width))
    console.print("")
    console.write(figures.text(width: console.width))
    paragraph(
      "Успеваемость и качество — по ученикам, СОУ и средний балл — по отметкам; «Прогн.» — сколько итоговых отметок "
        + "предсказано по текущим. \(first.norms.sou.russian). Подробно: --class КЛАСС.", on: console)
    for analysis in analyses {
      for note in analysis.notes { paragraph("\(analysis.studyClass.name): \(note)", on: console) }
    }
  }

  static func tell(leftOut: [LeftOutClass], on console: Console) {
    guard !leftOut.isEmpty else { return }
    let told = leftOut.map { left in
      left.periods.isEmpty ? left.studyClass : "\(left.studyClass) (\(left.periods.joined(separator: ", ")))"
    }
    paragraph("Названного периода нет у классов: \(told.joined(separator: ", ")). Их в разборе нет.", on: console)
  }

  /// Success, quality, СОУ, mean, attendance by lessons.
  private static func indicators(of summary: ClassSummary, _ norms: AnalysisNorms) -> [String] {
    [
      percent(summary.categories.success(lowersSuccess: norms.notAttestedLowersSuccess)),
      percent(summary.categories.quality), sou(summary.marks.sou(norms.sou)), decimal(summary.marks.mean),
      percent(summary.attendance.attendedLessons),
    ]
  }

  static func percent(_ ratio: Ratio) -> String {
    Value.share(part: ratio.numerator, whole: ratio.denominator).plainText
  }

  static func decimal(_ ratio: Ratio) -> String {
    ratio.rounded(times: 100).map { Value.decimal(hundredths: $0).plainText } ?? "—"
  }

  /// СОУ is in per cent already.
  static func sou(_ ratio: Ratio) -> String {
    percent(Ratio(ratio.numerator, of: 100 * ratio.denominator))
  }

  static func fraction(_ ratio: Ratio) -> String {
    ratio.denominator == 0 ? "—" : "\(percent(ratio)) (\(ratio.numerator) из \(ratio.denominator))"
  }

  static func paragraph(_ text: String, on console: Console) {
    for line in text.wrapped(to: console.width) { console.print(line) }
  }
}
