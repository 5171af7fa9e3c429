import Foundation
import JournalStore
import Testing

/// Signing and verifying as a person meets them.
@Suite struct ArchiveEdgeTests {
  private let scratch: Scratch
  private static let sign = ["sign", "control", "--as", "deputy", "--name", "Смирнова Е.В.", "--date", "2025-09-16"]

  init() throws {
    scratch = try Scratch()
    try scratch.write(SchoolTables())
    try scratch.zavuch("import", "Школа")
    try scratch.zavuch("report", "control", "--as-of", "2025-09-15", "--format", "html")
  }

  private func zavuch(_ words: [String]) throws -> Zavuch.Outcome { try Zavuch.run(words, in: scratch.folder) }

  @Test func nothingSignedYetIsNothingToWorryAbout() throws {
    try scratch.expect(
      """
      $ zavuch verify
      Подписанных отчётов ещё нет: папка «Архив» появится, когда подпишут первый.
      Журнал отчётов цел. Записей: 1, файлов: 1.
      """)
    #expect(try zavuch(["verify", "--head", "1: 9f86 d081 884c 7d65"]).status == 4)
    #expect(try zavuch(["verify", "Нет"]).status == 4)
  }

  @Test func archiveThatWasDeletedIsMissedByVerifyRunAndSign() throws {
    #expect(try zavuch(Self.sign).status == 0)
    #expect(try zavuch(["verify"]).status == 0)
    try FileManager.default.removeItem(atPath: scratch.path("Архив"))
    try scratch.expect(
      """
      $ zavuch verify
      Архив не прошёл проверку.
      Первое нарушение. Папка «Архив»: папки архива нет. Проверьте путь; если папку удалили, верните её из резервной копии.
      По данным хранилища, последним подписан отчёт «control» на 15.09.2025: № 1 от 16.09.2025, запись журнала 1.
      Журнал отчётов цел. Записей: 5, файлов: 1.
      [4]
      """)
    let run = try zavuch(["run", "--as-of", "2025-09-15"])
    #expect(run.status == 4 && run.output.contains("Папка «Архив»: папки архива нет."))
    let again = try zavuch(Self.sign)
    #expect(again.status == 4 && again.messages.contains("Папка «Архив»: папки архива нет."))
    #expect(scratch.names("Архив") == nil)
  }

  @Test func olderCopyOfTheArchiveIsMissed() throws {
    #expect(try zavuch(Self.sign).status == 0)
    try FileManager.default.copyItem(atPath: scratch.path("Архив"), toPath: scratch.path("Копия"))
    #expect(
      try zavuch(["sign", "control", "--as", "director", "--name", "Котов И.П.", "--date", "2025-09-17"]).status == 0)
    try FileManager.default.removeItem(atPath: scratch.path("Архив"))
    try FileManager.default.moveItem(atPath: scratch.path("Копия"), toPath: scratch.path("Архив"))
    let verified = try zavuch(["verify"])
    #expect(verified.status == 4 && verified.output.contains("ожидалась запись 2, а журнал кончается записью 1"))
  }

  @Test func damagedArchiveIsNotAddedTo() throws {
    #expect(try zavuch(Self.sign).status == 0)
    let file = "Архив/2025/0001-control-2025-09-15/control-2025-09-15.html"
    try scratch.write("иное", to: file)
    try scratch.zavuch("report", "control", "--as-of", "2025-09-30", "--format", "html")
    let before = scratch.names("Архив/2025")
    let refused = try zavuch(["sign", "control", "--as", "deputy", "--name", "Смирнова Е.В.", "--date", "2025-10-01"])
    #expect(refused.status == 4 && refused.messages.contains("файл изменён: ожидалось"))
    #expect(scratch.names("Архив/2025") == before)
  }

  @Test func dateFarInTheFutureIsRefused() throws {
    let refused = try zavuch(["sign", "control", "--as", "deputy", "--name", "Смирнова Е.В.", "--date", "2125-09-16"])
    #expect(refused.status == 2 && refused.messages.contains("Дата подписания 16.09.2125 ещё не наступила"))
    #expect(scratch.names("Архив") == nil)
    // The week after the report's date passes on a machine whose clock is wrong, too.
    #expect(try zavuch(Self.sign).status == 0)
  }

  @Test func anotherNumberForTheSameReportIsExplained() throws {
    #expect(try zavuch(Self.sign).messages.isEmpty)
    try scratch.write("{ place: \"г. Зареченск\" }", to: "zavuch.json5")
    let again = try zavuch(Self.sign)
    #expect(again.status == 0 && again.output.hasPrefix("Подписано: № 2 от 16.09.2025"))
    #expect(again.messages.hasPrefix("Отчёт на 15.09.2025 уже подписан под № 1 от 16.09.2025."))
  }

  /// One date, two windows: which one is signed is never guessed.
  @Test func ofTwoChecksOfOneDateTheNamedOneIsSigned() throws {
    try scratch.zavuch("report", "control", "--as-of", "2025-09-15", "--from", "2025-09-08", "--format", "html")
    let unnamed = try zavuch(Self.sign)
    #expect(
      unnamed.messages == """
        zavuch sign: На 15.09.2025 зарегистрировано несколько проверок, за периоды: 01.09.2025–15.09.2025, \
        08.09.2025–15.09.2025.
        Назовите период той, что подписываете: --from ДАТА --to ДАТА.

        """)
    #expect(unnamed.status == 2 && scratch.names("Архив") == nil)
    let absent = try zavuch(Self.sign + ["--from", "2025-09-02"])
    #expect(absent.status == 2 && absent.messages.contains("Зарегистрированной проверки с 02.09.2025 нет."))
    let ofNoEnd = try zavuch(Self.sign + ["--from", "2025-09-08", "--to", "2025-09-14"])
    #expect(
      ofNoEnd.status == 2 && ofNoEnd.messages.contains("Зарегистрированной проверки с 08.09.2025 по 14.09.2025 нет."))
    #expect(scratch.names("Архив") == nil)

    let signed = try zavuch(Self.sign + ["--from", "2025-09-08", "--to", "2025-09-15"])
    #expect(signed.status == 0 && signed.messages.isEmpty)
    let text = String(
      decoding: try scratch.bytes("Архив/2025/0001-control-2025-09-15/control-2025-09-15.html"), as: UTF8.self)
    #expect(text.contains("08.09.2025") && !text.contains("01.09.2025"))
    #expect(try zavuch(Self.sign + ["--from", "2025-09-01"]).output.hasPrefix("Подписано: № 2 от 16.09.2025"))
  }

  /// However the school's own archive is named, it is held to what the store remembers; a copy elsewhere speaks for itself.
  @Test func theArchiveNamedByItsPathIsHeldToTheStoresMemory() throws {
    #expect(try zavuch(Self.sign).status == 0)
    try FileManager.default.copyItem(atPath: scratch.path("Архив"), toPath: scratch.path("Копия"))
    #expect(
      try zavuch(["sign", "control", "--as", "director", "--name", "Котов И.П.", "--date", "2025-09-17"]).status == 0)
    try FileManager.default.removeItem(atPath: scratch.path("Архив"))
    try FileManager.default.copyItem(atPath: scratch.path("Копия"), toPath: scratch.path("Архив"))
    for path in ["Архив", "./Архив/", scratch.path("Архив")] {
      let verified = try zavuch(["verify", path])
      #expect(
        verified.status == 4 && verified.output.contains("ожидалась запись 2, а журнал кончается записью 1"), "\(path)")
    }
    #expect(try zavuch(["verify", "Копия"]).status == 0)
  }

  @Test func theArchiveIsVerifiedBesideAStoreThatDoesNotOpen() throws {
    #expect(try zavuch(Self.sign).status == 0)
    try scratch.write("не хранилище", to: "zavuch.sqlite")
    let intact = try zavuch(["verify"])
    #expect(intact.status == 2 && intact.messages.hasPrefix("Что помнит о подписях хранилище, не сверено."))
    try scratch.write("иное", to: "Архив/2025/0001-control-2025-09-15/control-2025-09-15.html")
    #expect(try zavuch(["verify"]).status == 4)
  }

  /// A store whose tables somebody changed is no fault of the data, of the disk or of the command.
  @Test func aQueryThatSQLiteRefusesIsAFaultOfTheProgram() throws {
    try Database(path: scratch.path("zavuch.sqlite"), mode: .readWrite).execute("DROP TABLE attendance")
    let checked = try zavuch(["check", "--as-of", "2025-09-30"])
    #expect(checked.status == 70 && checked.messages.contains("Сообщите разработчикам это сообщение."))
  }
}
