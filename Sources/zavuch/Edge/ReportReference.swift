import CommandLineInterface
import Journal

/// What a person means by a report: `control`, `control-2025-10-15`, `class-summary-5А-2025-10-25`, or the path of a made
/// file.
struct ReportReference {
  var name: String
  /// For whom it is, as the file's name says.
  var whom: String?
  var asOf: CivilDate?

  /// `names`: the ids of all templates.
  init(_ text: String, among names: [String]) throws {
    var name = text.split(separator: "/").last.map(String.init) ?? text
    if let dot = name.lastIndex(of: "."), ReportFormat(rawValue: String(name[name.index(after: dot)...])) != nil {
      name = String(name[..<dot])
    }
    // The last ten characters are the as-of date.
    if name.count > 11, let date = CivilDate(name.suffix(10)) {
      asOf = date
      name = String(name.dropLast(11))
    }
    if names.contains(name) {
      self.name = name
      return
    }
    if asOf != nil, let of = names.filter({ name.hasPrefix("\($0)-") }).max(by: { $0.count < $1.count }) {
      self.name = of
      whom = String(name.dropFirst(of.count + 1))
      return
    }
    if name == DashboardMaker.name || name.hasPrefix("\(DashboardMaker.name)-") {
      throw UsageError(
        "Панель проверки не подписывают: с ней работают на экране.",
        hint: "Подписывают отчёт по той же проверке, например control.")
    }
    throw UsageError(
      "Не понято, какой отчёт подписать: «\(text)».",
      hint: "Напишите, например, control, control-2025-10-15 или путь к файлу проекта.")
  }
}
