import Foundation
import Testing

@testable import SampleSchool

/// Check, mend a part of the faults, import the new exports, check again: every answer of the program says what was put
/// right, what is repeated and what is new, and the first check can be made again.
@Suite(.enabled(if: PlainCheck.isPossible, "python3 is not installed")) struct WholeLifeTests {
  private let scratch: Scratch
  private static let window = (from: "2025-09-01", first: "2025-11-09", next: "2025-11-10", second: "2025-11-23")

  init() throws {
    scratch = try Scratch()
    try scratch.write(Self.settings, to: "zavuch.json5")
  }

  /// Plain JSON, for Python too.
  private static let settings = """
    {"subjects": [
      {"subjects": ["Музыка", "География", "Основы безопасности и защиты Родины"], "weeklyHours": 1},
      {"subjects": ["Английский язык", "Физика", "История", "Физическая культура"], "weeklyHours": 2},
      {"subjects": ["Математика", "Алгебра", "Русский язык"], "weeklyHours": 5}
    ], "periods": [
      {"name": "1 четверть", "from": "2025-09-01", "to": "2025-10-26"},
      {"name": "2 четверть", "from": "2025-11-05", "to": "2025-12-30"}
    ]}
    """

  // MARK: What became of every finding

  @Test(arguments: [true, false]) func everyAnswerSaysWhatBecameOfEveryFinding(timesAreKnown: Bool) throws {
    var school = MendedSchool(papersChange: true)
    let forgotten = school.first.lessons.first {
      $0.schoolClass % 3 == 2 && $0.enteredAt == nil && $0.date <= MendedSchool.firstCheck
    }
    school.lose(lesson: try #require(forgotten).id)
    for (name, tables) in [("было", school.first), ("стало", school.second)] {
      try write(school, tables, to: name, timesAreKnown: true)
    }
    let fates = try fates(school, timesAreKnown: timesAreKnown)
    for fate in [PlainFates.Fate.new, .repeated, .known, .putRight, .gone] { try #require(fates.count(fate) > 0) }

    if !timesAreKnown { try write(school, school.first, to: "было", timesAreKnown: false) }
    try importTables("было", Self.window.first)
    try checkFirst(isRegistered: true)
    expect(try told("findings", "--as-of", Self.window.first, "--from", Self.window.from), fates.first.fates("new"))

    if !timesAreKnown { try write(school, school.second, to: "стало", timesAreKnown: false) }
    try importTables("стало", Self.window.second)
    let check = try JSONDecoder().decode(
      Checked.self, from: Data(try output("check", "--as-of", Self.window.second, "--register", "--json").utf8))
    #expect(check.from == Self.window.next)
    #expect(
      check.followUp
        == .init(
          new: fates.count(.new), repeated: fates.count(.repeated), putRight: fates.count(.putRight),
          gone: fates.count(.gone)))
    let open = fates.second.filter { $0.value != .putRight && $0.value != .gone }
    expect(try told("findings", "--as-of", Self.window.second), open.mapValues(\.rawValue))
    expect(try compared(), fates.second.mapValues { $0 == .known ? "repeated" : $0.rawValue })
    try expectReport(fates, rules: check.rules.map(\.id))
  }

  /// The second справка, word for word and rule by rule.
  private func expectReport(_ fates: PlainFates, rules: [String]) throws {
    _ = try output("report", "control", "--format", "html", "--out", "Отчёты", "--as-of", Self.window.second)
    let html = String(decoding: try scratch.bytes("Отчёты/control-\(Self.window.second).html"), as: UTF8.self)
    let cells = html.replacing("</td>", with: " | ").replacing("</tr>", with: "¶")
      .replacing(#/<[^>]*>/#, with: " ").replacing("\u{A0}", with: " ")
    let words = cells.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let earlier = fates.second.values.count { $0 != .new }
    #expect(words.contains("Проверено ранее выявленных замечаний: \(earlier); устранено — \(fates.count(.putRight))"))
    #expect(
      words.contains(
        "не устранено — \(fates.count(.repeated)), исправить нельзя — \(fates.count(.known)), принято по решению школы — 0, "
          + "запись исчезла из журнала — \(fates.count(.gone))."))
    #expect(words.contains("Выявлено впервые — \(fates.count(.new)), повторно — \(fates.count(.repeated)), известно"))
    let table = words.split(separator: "Запись исчезла").last?.split(separator: "Итого").first ?? ""
    let told: [String] = table.split(separator: "¶").compactMap { row -> String? in
      let cells: [String] = row.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
      return cells.count > 7 ? "\(cells[1]) \(cells[2]) \(cells[3]) \(cells[5]) \(cells[7])" : nil
    }
    let truth: [String] = rules.compactMap { rule -> String? in
      let ends = fates.second.filter { $0.key.hasPrefix("\(rule):") && $0.value != .new }.values
      func count(_ fate: PlainFates.Fate) -> Int { ends.count { $0 == fate } }
      return ends.isEmpty
        ? nil : "\(ends.count) \(count(.putRight)) \(count(.repeated)) \(count(.known)) \(count(.gone))"
    }
    #expect(told == truth)
  }

  /// Journals have keys of names: what a store of the second export alone says of each takes the place of the tables.
  @Test func journalsSayWhatBecameOfEveryFinding() throws {
    let school = MendedSchool(papersChange: false)
    for name in ["Было", "zavuch"] { try importExport(school, .journals, isSecond: false, to: "\(name).sqlite") }
    try checkFirst(isRegistered: true)
    let days = ["--as-of", Self.window.second]
    try importExport(school, .journals, isSecond: true, to: "zavuch.sqlite")
    try importExport(school, .journals, isSecond: true, to: "Стало.sqlite")
    let first = try told("findings", "--as-of", Self.window.first, "--from", Self.window.from, "--store", "Было.sqlite")
    let stale = ["--store", "Стало.sqlite"] + days
    let now = try told(["findings", "--from", Self.window.next] + stale)
    let everywhere = try told(["findings", "--from", Self.window.from] + stale)
    var fates: [String: String] = now.filter { first[$0.key] == nil }
    for key in first.keys {
      let known = key.hasPrefix("unsatisfactory-not-followed-up:") ? "known" : "repeated"
      if everywhere[key] != nil {
        fates[key] = known
      } else if key.hasPrefix("final-mark-late:") {
        // That the mark came after the first check is known by the first export only.
        fates[key] = "known"
      } else if key.hasPrefix("pupil-with-one-mark:") {
        // Too many to open each of them: who has another mark now.
        fates[key] = "putRight"
      } else {
        fates[key] = try verdict(key, ["--from", Self.window.from] + stale)
      }
    }
    // What was not known yet at the first check.
    for key in everywhere.keys where first[key] == nil && now[key] == nil {
      let then = ["--store", "Было.sqlite", "--as-of", Self.window.first, "--from", Self.window.from]
      if try verdict(key, then) == "undetermined" { fates[key] = "new" }
    }
    for fate in ["new", "repeated", "putRight"] { try #require(fates.values.contains(fate)) }
    try scratch.zavuch("check", "--as-of", Self.window.second, "--register")
    expect(try compared(), fates.mapValues { $0 == "known" ? "repeated" : $0 })
    expect(try told(["findings"] + days), fates.filter { ["new", "repeated", "known"].contains($0.value) })
  }

  /// What a store says of one unit that is not broken.
  private func verdict(_ key: String, _ words: [String]) throws -> String {
    let outcome = try Zavuch.run(["findings", "--explain", key] + words, in: scratch.folder)
    guard outcome.status == 0 else { return "gone" }
    return outcome.output.contains("\nСоблюдено\n") ? "putRight" : "undetermined"
  }

  // MARK: The first check again

  enum Form: CaseIterable {
    case tablesWithTimes, tables, journals
  }

  @Test(arguments: Form.allCases) func firstCheckCanBeMadeAgain(_ form: Form) throws {
    var school = MendedSchool(papersChange: false)
    if form == .journals { school.leaveOutNewPupils() }
    try importExport(school, form, isSecond: false)
    let first = try checkFirst(isRegistered: true)
    try importExport(school, form, isSecond: true)
    try scratch.zavuch("check", "--as-of", Self.window.second, "--register")
    #expect(
      try output("checks", "1", "--again")
        == "Проверка № 1 на 09.11.2025: результат тот же, до последней записи.\n")
    let again = try checkFirst(isRegistered: false)
    #expect(again.check == first.check)
    #expect(again.findings == first.findings)
    #expect(again.reports == first.reports)
  }

  private struct FirstCheck {
    var check: String
    var findings: String
    var reports: [[UInt8]]
  }

  @discardableResult
  private func checkFirst(isRegistered: Bool) throws -> FirstCheck {
    let days = ["--as-of", Self.window.first, "--from", Self.window.from]
    let registers = isRegistered ? ["--register"] : []
    let folder = isRegistered ? "Отчёты" : "Снова"
    return FirstCheck(
      check: try output(["check", "--json", "--by", "class,subject"] + days + registers),
      findings: try output(["findings", "--json"] + days),
      reports: try ["html", "pdf"].map { format in
        _ = try output(["report", "control", "--format", format, "--out", folder] + days)
        return try scratch.bytes("\(folder)/control-\(Self.window.first).\(format)")
      })
  }

  // MARK: The truth

  private func fates(_ school: MendedSchool, timesAreKnown: Bool) throws -> PlainFates {
    func verdicts(_ folder: String, _ window: CheckDays) throws -> [String: PlainCheck.Verdict] {
      try PlainCheck.verdicts(scratch.path(folder), window, config: scratch.path("zavuch.json5"))
    }
    let entered = [Self.entered(school.first), Self.entered(school.second)]
    // Without moments only what is not there can be late.
    func isProved(_ key: String, _ entered: Set<String>) -> Bool {
      timesAreKnown || !key.hasPrefix("lesson-entered-late:") && !entered.contains(key)
    }
    return PlainFates(
      then: try verdicts("было", CheckDays(Self.window.from, Self.window.first)),
      now: try verdicts("стало", CheckDays(Self.window.next, Self.window.second)),
      everywhere: try verdicts("стало", CheckDays(Self.window.from, Self.window.second)),
      isProvedThen: { isProved($0, entered[0]) }, isProvedNow: { isProved($0, entered[1]) },
      isMendable: { key in
        !key.hasPrefix("lesson-entered-late:") && !key.hasPrefix("unsatisfactory-not-followed-up:")
          && !entered[1].contains(key)
      })
  }

  /// Keys of the rules about marks' days whose mark is there.
  private static func entered(_ tables: MendedSchool.Tables) -> Set<String> {
    let marks = tables.marks.map {
      "written-work-overdue:\(TableID.text(TableID.work, $0.work))/\(TableID.text(TableID.pupil, $0.pupil))"
    }
    let finals = tables.finalMarks.map {
      "final-mark-late:\(TableID.text(TableID.pupil, $0.pupil))/\(TableID.text(TableID.subject, $0.subject))/"
        + TableID.text(TableID.period, $0.period)
    }
    return Set(marks + finals)
  }

  // MARK: What the program says

  private struct Told: Decodable {
    var key: String
    var state: String?
    var fate: String?
  }

  private struct Checked: Decodable {
    struct Counts: Decodable, Equatable {
      var new: Int
      var repeated: Int
      var putRight: Int
      var gone: Int
    }

    struct Rule: Decodable {
      var id: String
    }

    var followUp: Counts
    var from: String
    var rules: [Rule]
  }

  private struct Compared: Decodable {
    var findings: [Told]
  }

  private func output(_ words: String...) throws -> String { try output(words) }

  private func output(_ words: [String]) throws -> String {
    let outcome = try Zavuch.run(words, in: scratch.folder)
    try #require(outcome.status == 0, "\(words): \(outcome.messages)")
    return outcome.output
  }

  private func told(_ words: String...) throws -> [String: String] { try told(words) }

  private func told(_ words: [String]) throws -> [String: String] {
    let lines = try output(words + ["--json"]).split(separator: "\n")
    let told = try lines.map { try JSONDecoder().decode(Told.self, from: Data($0.utf8)) }
    return Dictionary(uniqueKeysWithValues: told.map { ($0.key, $0.state ?? "") })
  }

  private func compared() throws -> [String: String] {
    let compared = try JSONDecoder().decode(Compared.self, from: Data(try output("compare", "--json").utf8))
    return Dictionary(uniqueKeysWithValues: compared.findings.map { ($0.key, $0.fate ?? "") })
  }

  // MARK: The exports

  private func write(_ school: MendedSchool, _ tables: MendedSchool.Tables, to folder: String, timesAreKnown: Bool)
    throws
  {
    for file in try school.files(tables, timesKnown: timesAreKnown) {
      try scratch.write(file.bytes, to: "\(folder)/\(file.name)")
    }
  }

  private func importTables(_ folder: String, _ day: String) throws {
    _ = try output("import", folder, "--taken-at", "\(day)T23:59:59")
  }

  private func importExport(_ school: MendedSchool, _ form: Form, isSecond: Bool, to store: String = "zavuch.sqlite")
    throws
  {
    let (tables, day) = isSecond ? (school.second, MendedSchool.secondCheck) : (school.first, MendedSchool.firstCheck)
    let name = isSecond ? "стало" : "было"
    if form == .journals {
      try scratch.write(try school.journals(tables, at: day), to: "\(name).zip")
    } else {
      try write(school, tables, to: name, timesAreKnown: form == .tablesWithTimes)
    }
    _ = try output(
      "import", form == .journals ? "\(name).zip" : name, "--taken-at", "\(day)T23:59:59", "--store", store)
  }

  private func expect(_ told: [String: String], _ truth: [String: String], _ place: SourceLocation = #_sourceLocation) {
    let wrong = Set(told.keys).union(truth.keys).filter { told[$0] != truth[$0] }.sorted()
      .map { "\($0): \(told[$0] ?? "—"), а по таблицам \(truth[$0] ?? "—")" }
    #expect(wrong.isEmpty, "\(wrong.count)\n\(wrong.prefix(40).joined(separator: "\n"))", sourceLocation: place)
  }
}

extension Set<String> {
  fileprivate func fates(_ fate: String) -> [String: String] {
    Dictionary(uniqueKeysWithValues: map { ($0, fate) })
  }
}
