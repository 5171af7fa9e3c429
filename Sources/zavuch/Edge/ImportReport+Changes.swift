import CommandLineInterface
import Journal
import JournalStore

extension ImportReport {
  /// How many changes of one file are told one by one; the JSON has them all.
  private static let toldChanges = 10

  /// What a teacher rewrote or removed. That a lesson is entered now is no rewriting.
  static func tell(_ listed: [FactChange], on console: Console) {
    let rewritten = listed.filter { !$0.isFirstEntry }
    if rewritten.count < listed.count {
      console.print("  из изменённого впервые внесено уроков: \(listed.count - rewritten.count)")
    }
    for change in rewritten.prefix(toldChanges) {
      for (margin, text) in [("  ", text(change)), ("    ", place(change))] {
        for line in text.wrapped(to: max(20, console.width - margin.count)) { console.print(margin + line) }
      }
    }
    if rewritten.count > toldChanges {
      console.print(
        "  … и ещё изменено или исчезло: \(rewritten.count - toldChanges); полный список — с параметром --json")
    }
  }

  /// «изменено: 5А, Алгебра, 16.09.2025, Белов И.: 4 → 5».
  private static func text(_ change: FactChange) -> String {
    let whose: [String?] = [
      change.studyClass, change.subject, change.day?.russian, change.period, change.pupil, noun(change.fact),
    ]
    let place = whose.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    let isText = change.fact == .topic || change.fact == .homework
    let values = [change.old, change.new].compactMap { $0 }.map { isText ? "«\($0)»" : $0 }
    return "\(change.kind == .changed ? "изменено" : "исчезло"): \(place): \(values.joined(separator: " → "))"
  }

  /// What is no mark is named.
  private static func noun(_ fact: FactKind) -> String? {
    switch fact {
    case .lesson: "урок"
    case .topic: "тема"
    case .homework: "домашнее задание"
    case .attendance: "посещаемость"
    case .pupil: "ученик"
    default: nil
    }
  }

  private static func place(_ change: FactChange) -> String {
    var place = change.path
    if let sheet = change.place.sheet { place += ", лист «\(sheet)»" }
    if let row = change.place.row { place += ", строка \(row)" }
    if let column = change.place.column { place += ", столбец \(CellPlace.columnLetters(column))" }
    return place
  }

  static func json(_ change: FactChange) -> JSONText {
    [
      "change": .string(change.kind == .changed ? "changed" : "removed"), "fact": .string(change.fact.jsonName),
      "class": .string(change.studyClass), "subject": .string(change.subject),
      "date": JSONText(change.day?.description), "period": JSONText(change.period), "pupil": JSONText(change.pupil),
      "old": .string(change.old), "new": JSONText(change.new), "file": .string(change.path),
      "sheet": JSONText(change.place.sheet), "row": JSONText(change.place.row),
      "column": JSONText(change.place.column.map(CellPlace.columnLetters)),
    ]
  }
}
