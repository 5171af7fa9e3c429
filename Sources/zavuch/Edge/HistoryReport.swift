import CommandLineInterface
import Control

/// A history for the terminal, and as JSON: one line an event.
enum HistoryReport {
  /// What and when first, its place under it; lessons without entries are told too.
  static func tell(_ history: History, onlyChanges: Bool, on console: Console) {
    let counts = [
      ("внесено", HistoryEvent.Change.entered), ("изменено", .changed), ("исчезло", .removed),
    ].map { "\($0.0) \(history.count($0.1))" }
    let school = history.school.isEmpty ? "" : "\(history.school): "
    console.print("\(school)\(counts.joined(separator: ", "))")
    if history.sections.isEmpty {
      console.print(
        onlyChanges ? "От выгрузки к выгрузке ничего не изменено и не исчезло." : "Таких записей в выгрузках нет.")
    }
    for section in history.sections {
      console.print("")
      let key = section.lesson.map { " [\($0)]" } ?? ""
      for line in "\(section.title)\(key)".wrapped(to: console.width) { console.print(line) }
      if section.events.isEmpty { console.print("  записей нет") }
      for event in section.events {
        indented(event.russian, by: 2, console)
        indented(place(event), by: 6, console)
      }
    }
  }

  private static func indented(_ text: String, by count: Int, _ console: Console) {
    let margin = String(repeating: " ", count: count)
    for line in text.wrapped(to: max(20, console.width - count)) { console.print(margin + line) }
  }

  /// A topic or a homework is its cell's text, told already.
  private static func place(_ event: HistoryEvent) -> String {
    let (place, isTold) = (event.place, event.raw == event.new ?? event.old && event.pupil == nil)
    let sheet = place.sheet.isEmpty ? "" : ", лист «\(place.sheet)»"
    let column = place.column.map { ", столбец \($0)" } ?? ""
    let raw = isTold ? nil : event.raw.map { ", в ячейке «\($0)»" }
    return "\(place.path)\(sheet), строка \(place.row)\(column)\(raw ?? "")"
  }

  static func printJSON(_ history: History, on console: Console) {
    for section in history.sections {
      for event in section.events { console.print(json(event, section, history)) }
    }
  }

  private static func json(_ event: HistoryEvent, _ section: HistorySection, _ history: History) -> JSONText {
    let place = event.place
    return [
      "school": .string(history.school), "lesson": JSONText(section.lesson),
      "date": JSONText(section.day?.description), "class": .string(section.studyClass),
      "subject": .string(section.subject), "number": JSONText(section.number),
      "teachers": .array(section.teachers.map(JSONText.string)), "period": JSONText(section.period),
      "fact": .string(event.kind.jsonName), "pupil": JSONText(event.pupil), "change": .string(event.change.rawValue),
      "old": JSONText(event.old), "new": JSONText(event.new),
      "earliest": JSONText(event.interval.earliest?.description), "latest": .string(event.interval.latest.description),
      "exports": .array(event.exports.map(JSONText.string)), "file": .string(place.path),
      "sheet": .string(place.sheet), "row": .integer(place.row), "column": JSONText(place.column),
      "raw": JSONText(event.raw), "text": .string(event.russian),
    ]
  }
}
