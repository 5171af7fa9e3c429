import CommandLineInterface
import Journal

/// What a person means by a report: `control`, `control-2025-10-15`, or the path of a made file.
enum ReportReference {
  /// `names`: the ids of all templates.
  static func read(_ text: String, among names: [String]) throws -> (name: String, asOf: CivilDate?) {
    var name = text.split(separator: "/").last.map(String.init) ?? text
    if let dot = name.lastIndex(of: "."), ReportFormat(rawValue: String(name[name.index(after: dot)...])) != nil {
      name = String(name[..<dot])
    }
    if names.contains(name) { return (name, nil) }
    // The last ten characters are the as-of date.
    if name.count > 11, let asOf = CivilDate(name.suffix(10)), names.contains(String(name.dropLast(11))) {
      return (String(name.dropLast(11)), asOf)
    }
    if let of = names.last(where: { name.hasPrefix("\($0)-") }), CivilDate(name.suffix(10)) != nil {
      throw UsageError(
        "Отчёт «\(text)» составлен с отбором по классу или учителю, такой не подписывают.",
        hint: "Подписывают отчёт по всей школе, например \(of)-\(name.suffix(10)).")
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
