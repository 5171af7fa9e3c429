import CommandLineInterface
import Journal
import Reporting

/// What a person means by a report: `control`, `control-2025-10-15`, `class-summary-5А-год-codes-2025-10-25`, or the path of a
/// made file.
struct ReportReference {
  var name: String
  /// For whom it is, as the file's name says.
  var whom: String?
  /// What was asked for besides, as the file's name says; the period where `readPeriod` was called.
  var period: String?
  var privacy: PrivacyProfile?
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
    if asOf != nil, !names.contains(name),
      let profile = PrivacyProfile.allCases.first(where: { name.hasSuffix("-\($0.rawValue)") })
    {
      privacy = profile
      name = String(name.dropLast(profile.rawValue.count + 1))
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

  /// Of a report of a period: the end of what stands between the report and the date may be a period of the journal.
  mutating func readPeriod(among names: [String]) {
    guard let words = whom?.split(separator: "-", omittingEmptySubsequences: false) else { return }
    for count in stride(from: words.count, to: 0, by: -1) {
      let end = CodeFolding.fold(words.suffix(count).joined(separator: "-"))
      guard let name = names.first(where: { CodeFolding.fold(Self.word($0)) == end }) else { continue }
      period = name
      whom = count == words.count ? nil : words.dropLast(count).joined(separator: "-")
      return
    }
  }

  /// How a period stands in a file's name: `1-четверть`, `год`; Roman numerals stay as they are.
  static func word(_ period: String) -> String {
    StoreLocation.fileName(period.contains { $0.isASCII && $0.isLetter } ? period : period.lowercased())
  }
}
