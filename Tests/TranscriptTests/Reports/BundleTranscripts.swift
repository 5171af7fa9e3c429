import Foundation
import Testing

/// `zavuch bundle`, and the log of what was made.
@Suite struct BundleTranscripts {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(SchoolTables())
    try scratch.zavuch("import", "Школа")
  }

  @Test func bundleHasAFolderForEachClassAndTeacher() throws {
    try scratch.expect(
      """
      $ zavuch bundle --as-of 2025-09-15 --format html
      Отчёты/Комплект-2025-09-15/index.html
      $ zavuch bundle --as-of 2025-09-15 --format html
      ! zavuch bundle: Папка «Отчёты/Комплект-2025-09-15» уже есть.
      ! Уберите её или укажите другую: --out ПАПКА. Комплект ничего не заменяет.
      [2]
      """)
    let folder = "Отчёты/Комплект-2025-09-15"
    #expect(scratch.names("\(folder)/Классы")?.contains("5А") == true)
    #expect(scratch.names("\(folder)/Учителя")?.contains("Орлов-Пётр-Ильич") == true)
    let index = String(decoding: try scratch.bytes("\(folder)/index.html"), as: UTF8.self)
    let digests = String(decoding: try scratch.bytes("\(folder)/SHA256SUMS"), as: UTF8.self)
    let paths = digests.split(separator: "\n").map { String($0.dropFirst(66)) }
    #expect(paths.count > 6)
    for path in paths {
      #expect(!(try scratch.bytes("\(folder)/\(path)")).isEmpty)
      let address = path.addingPercentEncoding(withAllowedCharacters: CharacterSet(charactersIn: "!"..."~")) ?? ""
      #expect(index.contains("href=\"\(address)\""), "\(path)")
    }
    // A teacher's folder holds nobody else's slip.
    let slip = try #require(paths.first { $0.hasPrefix("Учителя/Орлов") })
    let text = String(decoding: try scratch.bytes("\(folder)/\(slip)"), as: UTF8.self)
    #expect(text.contains("Орлов Пётр Ильич") && !text.contains("Смирнова Анна"))
  }

  @Test func filesOfABundleTellPeriodAndProfile() throws {
    try scratch.zavuch(
      "bundle", "class-period", "--as-of", "2025-10-25", "--format", "html", "--period", "год", "--privacy", "codes")
    #expect(
      scratch.names("Отчёты/Комплект-2025-10-25/Классы/5А") == ["class-period-5А-год-codes-2025-10-25.html"])
  }

  @Test func aFileIsOneHoweverItsPathIsSpelt() throws {
    let made = ["report", "class-summary", "--as-of", "2025-09-30", "--format", "html", "--out"]
    for out in ["Отчёты", "./Отчёты/../Отчёты/"] {
      _ = try Zavuch.run(
        made + [out, "--privacy", "codes"], in: scratch.folder, environment: ["LC_ALL": "C", "TZ": "UTC"])
    }
    let log = String(decoding: try scratch.bytes("Журнал отчётов.jsonl"), as: UTF8.self)
    #expect(log.split(separator: "Отчёты/class-summary-codes-2025-09-30.html").count == 3, "\(log)")
    #expect(try scratch.zavuch("verify").output.hasSuffix("Записей: 2, файлов: 1.\n"))
  }

  @Test func everyMakingIsLoggedAndALineLeftOutShows() throws {
    try scratch.zavuch("report", "control", "--as-of", "2025-09-15", "--format", "html", "--teacher", "Орлов")
    try scratch.zavuch("report", "class-summary", "--as-of", "2025-09-30", "--format", "html", "--privacy", "codes")
    let lines = String(decoding: try scratch.bytes("Журнал отчётов.jsonl"), as: UTF8.self).split(separator: "\n")
    try #require(lines.count == 2)
    let entries = try lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(entries.map { $0["report"] as? String } == ["control", "class-summary"])
    #expect(entries[0]["for"] as? String == "Орлов Пётр Ильич")
    #expect(entries.map { $0["privacy"] as? String } == ["full", "codes"])
    #expect(entries[1]["file"] as? String == "Отчёты/class-summary-codes-2025-09-30.html")
    #expect((entries[0]["by"] as? String)?.isEmpty == false && entries[0]["at"] != nil)
    let sum = Process()
    sum.executableURL = URL(filePath: "/usr/bin/sha256sum")
    let (input, output) = (Pipe(), Pipe())
    (sum.standardInput, sum.standardOutput) = (input, output)
    try sum.run()
    input.fileHandleForWriting.write(Data(lines[0].utf8))
    try input.fileHandleForWriting.close()
    let told = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).prefix(64)
    sum.waitUntilExit()
    #expect(entries[1]["previous"] as? String == String(told))
    let text = String(decoding: try scratch.bytes("Отчёты/class-summary-codes-2025-09-30.html"), as: UTF8.self)
    #expect(text.contains("обучающийся №"))
  }
}

/// `zavuch run`, the batch that somebody's clock starts twice a month.
@Suite struct RunTranscripts {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(SchoolTables())
    try FileManager.default.createDirectory(atPath: scratch.path("Входящие"), withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: scratch.path("Школа"), toPath: scratch.path("Входящие/Школа"))
    try scratch.write("{ formats: [\"html\"] }", to: "zavuch.json5")
  }

  @Test func makesWhatIsHandedOut() throws {
    let run = try scratch.zavuch("run", "--as-of", "2025-09-15")
    #expect(run.status == 0, "\(run.messages)")
    let folder = "Отчёты/Комплект-2025-09-15"
    #expect(run.output.contains("\(folder)/index.html\n"))
    #expect(
      scratch.names(folder) == [
        "SHA256SUMS", "control-2025-09-15.html", "dashboard-2025-09-15.html", "index.html", "Классы", "Учителя",
      ])
    #expect(try scratch.rows("SELECT count(*) FROM registered_check") == ["1"])
    let index = String(decoding: try scratch.bytes("\(folder)/index.html"), as: UTF8.self)
    #expect(index.contains("Панель проверки") && index.contains("href=\"dashboard-2025-09-15.html\""))
  }

  @Test func makesABundleOfTheSameDayAnew() throws {
    try scratch.zavuch("run", "--as-of", "2025-09-15")
    let folder = "Отчёты/Комплект-2025-09-15"
    let index = try scratch.bytes("\(folder)/index.html")
    try scratch.write("заметка", to: "\(folder)/Заметка.txt")
    try scratch.write("исправлено", to: "\(folder)/control-2025-09-15.html")
    try scratch.write("{ formats: [\"html\"], runReports: [\"control\"] }", to: "zavuch.json5")
    try scratch.zavuch("run", "--as-of", "2025-09-15")
    #expect(
      scratch.names(folder) == [
        "SHA256SUMS", "control-2025-09-15 (исправлено 1).html", "control-2025-09-15.html", "index.html", "Заметка.txt",
      ])
    try scratch.write("{ formats: [\"html\"] }", to: "zavuch.json5")
    #expect(try scratch.zavuch("run", "--as-of", "2025-09-15").status == 0)
    #expect(try scratch.bytes("\(folder)/index.html") == index)
  }

  @Test func reportsOfTheSettingsAreNamedRight() throws {
    try scratch.write("{ runReports: [\"contrl\"] }", to: "zavuch.json5")
    let run = try scratch.zavuch("run", "--as-of", "2025-09-15")
    #expect(run.status == 2)
    #expect(
      run.messages.contains("zavuch.json5, строка 1, столбец 16: отчёта «contrl» не бывает, возможно, «control»"))
    // Of the school's templates, in a folder that is named later.
    try scratch.write("<report/>", to: "Свои/contrl.xml")
    try scratch.write("{ runReports: [\"contrl\"], templates: \"Свои\" }", to: "zavuch.json5")
    #expect(!(try scratch.zavuch("run", "--as-of", "2025-09-15")).messages.contains("не бывает"))
  }
}
