import Foundation
import Testing

/// Every report can be signed: of a period, and of one class or teacher.
@Suite struct SigningTranscripts {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(SchoolTables())
    try scratch.zavuch("import", "Школа")
  }

  private func text(_ path: String) throws -> String { String(decoding: try scratch.bytes(path), as: UTF8.self) }

  @Test func aReportOfAPeriodIsADraftUntilItsClassTeacherSigns() throws {
    try scratch.zavuch("report", "class-period", "--as-of", "2025-10-25", "--class", "5А", "--format", "html")
    #expect(try text("Отчёты/class-period-5А-2025-10-25.html").contains("ПРОЕКТ"))
    let signed = try scratch.zavuch(
      "sign", "Отчёты/class-period-5А-2025-10-25.html", "--as", "class-teacher", "--name", "Орлов П.И.", "--date",
      "2025-10-27")
    #expect(signed.status == 0)
    let lines = signed.output.split(separator: "\n").map(String.init)
    let folder = "Архив/2025/0001-class-period-5А-2025-10-25"
    #expect(lines.first == "Подписано: № 1 от 27.10.2025, Классный руководитель Орлов П.И.")
    #expect(
      Array(lines.dropFirst().prefix(4))
        == ["html", "ods", "pdf", "xlsx"].map { "\(folder)/class-period-5А-2025-10-25.\($0)" })
    let page = try text("\(folder)/class-period-5А-2025-10-25.html")
    #expect(!page.contains("ПРОЕКТ") && page.contains("П.И. Орлов") && page.contains("№ 1"))
    #expect(try scratch.zavuch("verify").status == 0)
    let ledger = try text("Архив/журнал.jsonl")
    #expect(ledger.contains("\"window\":\"1 четверть, 01.09.2025–"), "\(ledger)")

    // The deputy head signs the same paper, hence under its number.
    let second = try scratch.zavuch(
      "sign", "class-period", "--class", "5 а", "--as-of", "2025-10-25", "--as", "deputy", "--name", "Смирнова Е.В.",
      "--date", "2025-10-28")
    #expect(
      second.output.hasPrefix("Подписано: № 1 от 27.10.2025, следующая подпись 28.10.2025: ") && second.messages.isEmpty
    )
    #expect(try scratch.zavuch("verify").output.contains("Записей в журнале: 2, файлов: 4."))
    // Another period is another paper.
    let year = try scratch.zavuch(
      "sign", "class-period", "--class", "5А", "--as-of", "2025-10-25", "--period", "год", "--as", "class-teacher",
      "--name", "Смирнова А.В.", "--date", "2025-10-28")
    #expect(year.output.hasPrefix("Подписано: № 2") && year.messages.isEmpty, "\(year.messages)")
    // № 3 would be of an earlier day than № 2.
    let early = try scratch.zavuch(
      "sign", "class-summary", "--class", "5А", "--as-of", "2025-10-25", "--as", "deputy", "--name", "Смирнова Е.В.",
      "--date", "2025-10-27")
    #expect(
      early.status == 2 && early.messages.contains("Под № 2 уже подписан отчёт от 28.10.2025"), "\(early.messages)")
  }

  /// Nobody is refused for a name that only looks wrong: it is said.
  @Test func aNameThatLooksWrongIsTold() throws {
    try scratch.write("{ deputy: { name: \"Смирнова Е.В.\" } }", to: "zavuch.json5")
    func sign(_ report: String, _ name: String, as role: String = "deputy") throws -> String {
      let signed = try scratch.zavuch("sign", report, "--as", role, "--name", name, "--date", "2025-10-28")
      #expect(signed.status == 0, "\(signed.messages)")
      return signed.messages
    }
    #expect(try sign("attendance-2025-10-25", "Е. В. Смирнова").isEmpty)
    let renamed = try sign("accumulation-2025-10-25", "Сминова Е.В.")
    #expect(
      renamed.contains("Подписавший — Сминова Е.В., а в настройках «Заместитель директора по УВР» — Смирнова Е.В."),
      "\(renamed)")
    #expect(try sign("class-period-5А-2025-10-25", "Смирнова А.В.", as: "class-teacher").isEmpty)
    #expect(try sign("class-period-5А-год-2025-10-25", "Орлова П.И.", as: "class-teacher").contains("а в журнале"))
  }

  /// The second signature under № 1 is of a later day than № 2, and № 1 itself is not.
  @Test func aDocumentIsOfTheDayOfItsFirstSignature() throws {
    func sign(_ report: String, as role: String, on date: String) throws -> Zavuch.Outcome {
      try scratch.zavuch(
        "sign", "\(report)-2025-10-25", "--as", role, "--name", "Смирнова Е.В.", "--date", "2025-10-\(date)")
    }
    #expect(try sign("school-summary", as: "deputy", on: "26").status == 0)
    #expect(try sign("school-summary", as: "director", on: "30").status == 0)
    let second = try sign("programme", as: "deputy", on: "28")
    #expect(second.status == 0 && second.output.hasPrefix("Подписано: № 2 от 28.10.2025"), "\(second)")
    #expect(
      try sign("attendance", as: "deputy", on: "27").messages.contains("Под № 2 уже подписан отчёт от 28.10.2025"))
  }

  @Test func nothingIsSignedThatTheLogCannotTake() throws {
    try scratch.makeFolder("Журнал отчётов.jsonl")
    let refused = try scratch.zavuch(
      "sign", "programme-2025-10-25", "--as", "deputy", "--name", "Смирнова Е.В.", "--date", "2025-10-27")
    #expect(refused.status != 0 && refused.messages.contains("не записывается"), "\(refused.messages)")
    #expect(!refused.messages.contains("UsageError"))
    #expect(scratch.names("Архив/2025") == nil)
  }

  @Test func theFileNamedTellsThePeriodAndTheProfile() throws {
    for period in ["1 четв", "год"] {
      try scratch.zavuch(
        "report", "class-period", "--as-of", "2025-10-25", "--class", "5А", "--period", period, "--format", "html")
    }
    #expect(
      scratch.names("Отчёты") == ["class-period-5А-1-четверть-2025-10-25.html", "class-period-5А-год-2025-10-25.html"])
    func sign(_ file: String, _ options: [String] = [], as role: String = "deputy") throws -> Zavuch.Outcome {
      try Zavuch.run(
        ["sign", file, "--as", role, "--name", "Смирнова Е.В.", "--date", "2025-10-27"] + options,
        in: scratch.folder, environment: ["LC_ALL": "C", "TZ": "UTC"])
    }
    let draft = "Отчёты/class-period-5А-год-2025-10-25.html"
    let refused = try sign(draft, ["--period", "1 четверть"])
    #expect(refused.status == 2 && refused.messages.contains("за период «Год», а --period говорит другое"))
    let unknown = try sign("Отчёты/class-period-5А-9-четверть-2025-10-25.html")
    #expect(unknown.status == 2)
    #expect(scratch.names("Архив") == nil)

    let stem = "class-period-5А-год-2025-10-25"
    #expect(try sign(draft, as: "class-teacher").output.contains("Архив/2025/0001-\(stem)/\(stem).pdf\n"))
    #expect(try text("Архив/журнал.jsonl").contains("\"window\":\"Год, "))
    // The same paper, however it is named.
    for same in [
      try sign("Архив/2025/0001-\(stem)/\(stem).pdf"),
      try sign("class-period", ["--class", "5А", "--as-of", "2025-10-25", "--period", "Годовая"], as: "director"),
    ] {
      #expect(same.output.hasPrefix("Подписано: № 1 "), "\(same)")
    }

    try scratch.zavuch(
      "report", "class-summary", "--as-of", "2025-09-30", "--period", "1 четверть", "--privacy", "codes", "--format",
      "html")
    let coded = "Отчёты/class-summary-1-четверть-codes-2025-09-30.html"
    #expect(try !text(coded).isEmpty)
    #expect(try sign(coded, ["--privacy", "full"]).status == 2)
    #expect(try sign(coded).output.contains("/class-summary-1-четверть-codes-2025-09-30.html\n"))
    #expect(try sign("class-summary-numbers-2025-09-30").output.contains("/class-summary-numbers-2025-09-30.html\n"))
    #expect(try scratch.zavuch("verify").status == 0)
  }

  @Test(arguments: ["class-summary", "attendance", "accumulation", "school-summary", "programme"])
  func reportOfTheSchoolIsSignedByTheDeputy(_ report: String) throws {
    let signed = try scratch.zavuch(
      "sign", "\(report)-2025-10-25", "--as", "deputy", "--name", "Смирнова Е.В.", "--date", "2025-10-27")
    #expect(signed.status == 0, "\(signed.messages)")
    let name = "\(report)-2025-10-25"
    let page = try text("Архив/2025/0001-\(name)/\(name).html")
    #expect(!page.contains("ПРОЕКТ") && page.contains("Е.В. Смирнова") && page.contains("27.10.2025"))
    #expect(try scratch.zavuch("verify").status == 0)
  }

  @Test func slipsAndExtractsAreSignedOneByOne() throws {
    try scratch.zavuch("report", "control", "--as-of", "2025-09-15", "--format", "html")
    let slip = try scratch.zavuch(
      "sign", "teacher-remarks", "--teacher", "Орлов", "--as", "deputy", "--name", "Смирнова Е.В.", "--date",
      "2025-09-16")
    #expect(slip.status == 0 && slip.output.contains("0001-teacher-remarks-Орлов-Пётр-Ильич-2025-09-15/"))
    let control = try scratch.zavuch(
      "sign", "control", "--class", "5А", "--as", "deputy", "--name", "Смирнова Е.В.", "--date", "2025-09-16")
    #expect(control.status == 2)
    let people = try scratch.zavuch(
      "sign", "parent-extract", "--as-of", "2025-10-25", "--pupil", "Белова", "--pupil", "Ветров", "--as",
      "class-teacher", "--name", "Орлов П.И.", "--date", "2025-10-27")
    #expect(people.status == 2)
  }

  @Test func whoeverHasNoPlaceToSignIsTold() throws {
    try scratch.expect(
      """
      $ zavuch sign class-summary --as deputy --name 'Смирнова Е.В.' --date 2025-10-27
      ! zavuch sign: Отчёт class-summary составляется по журналу на контрольную дату, а она не названа.
      ! Укажите ту же, что у проекта: --as-of ДАТА, или назовите его файл: class-summary-ДАТА.
      [2]
      $ zavuch sign attendance-2025-10-25 --as director --name 'Котов И.П.' --date 2025-10-27
      ! zavuch sign: В отчёте attendance нет места для подписи «Директор».
      ! Первым его подписывает: Заместитель директора по УВР (--as deputy).
      [2]
      $ zavuch sign class-period-2025-10-25 --as class-teacher --name 'Орлов П.И.' --date 2025-10-27
      ! zavuch sign: Классный руководитель подписывает отчёт одного класса.
      ! Укажите класс: --class 5А.
      [2]
      """)
  }
}
