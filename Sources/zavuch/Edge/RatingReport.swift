import CommandLineInterface
import Control
import Reporting

/// A rating for the terminal and as JSON.
enum RatingReport {
  static func tell(_ rating: Rating, on console: Console) {
    head(rating, on: console)
    guard !rating.entries.isEmpty else { return console.print("Проверка никого не судила.") }
    var table = TextTable([
      .init("Место", .right), .init(rating.kind == .classes ? "Класс" : "Учитель", wraps: true),
      .init("Баллы", .right), .init("Соблюдено", .right), .init("Нарушено", .right),
    ])
    for entry in rating.entries {
      table.append([
        String(entry.place), entry.item.name, points(entry.points),
        ChecksReport.share(entry.kept, of: entry.judged) + " (\(entry.kept) из \(entry.judged))", String(entry.broken),
      ])
    }
    console.write(table.text(width: console.width))
    AnalysisReport.paragraph(
      "\(Rating.formula); \(rating.weights.russian). Открыть баллы: --explain КТО.", on: console)
  }

  /// What each rule took, and the findings it rests on.
  static func explain(_ rating: Rating, on console: Console) {
    head(rating, on: console)
    guard let entry = rating.entries.first else { return console.print("Проверка об этом ничего не судила.") }
    console.print("\(entry.item.name): место \(entry.place), баллов \(points(entry.points))")
    var table = TextTable([
      .init("Требование", wraps: true), .init("Вес", .right), .init("Нарушено", .right), .init("Проверено", .right),
      .init("Потеряно", .right),
    ])
    for part in entry.parts {
      table.append([part.demand, String(part.weight), String(part.broken), String(part.judged), points(part.lost)])
    }
    console.write(table.text(width: console.width))
    for part in entry.parts where !part.findings.isEmpty {
      console.print("\n\(part.demand): потеряно \(points(part.lost)), замечаний \(part.findings.count)")
      for key in part.findings { console.print("  \(key)") }
    }
    AnalysisReport.paragraph(
      "\(Rating.formula). Открыть замечание: zavuch findings --explain КЛЮЧ с периодом этой проверки.", on: console)
  }

  private static func head(_ rating: Rating, on console: Console) {
    let check = rating.check
    console.print(
      "Рейтинг по проверке № \(check.id) на \(check.asOf.russian), период \(ChecksReport.window(check))")
  }

  private static func points(_ hundredths: Int) -> String { Value.decimal(hundredths: hundredths).plainText }

  static func json(_ entry: Rating.Entry, of rating: Rating) -> JSONText {
    [
      "check": .integer(Int(rating.check.id)), "asOf": .string(rating.check.asOf.description),
      "of": .string(rating.kind.rawValue), "name": .string(entry.item.name), "place": .integer(entry.place),
      "pointsHundredths": .integer(entry.points), "kept": .integer(entry.kept), "judged": .integer(entry.judged),
      "parts": .array(
        entry.parts.map { part in
          [
            "rule": .string(part.rule), "weight": .integer(part.weight), "kept": .integer(part.kept),
            "broken": .integer(part.broken), "judged": .integer(part.judged), "lostHundredths": .integer(part.lost),
            "findings": .array(part.findings.map(JSONText.string)),
          ]
        }),
    ]
  }
}
