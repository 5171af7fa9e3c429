import Foundation
import Testing

@testable import Archive

/// What `register` refuses, in which words, and that the archive stays as it was.
@Suite struct RefusalTests {
  private func refusal(
    _ request: RegistrationRequest, _ files: [ReportArchive.NamedBytes], _ scratch: Scratch
  ) throws -> String? {
    let before = try scratch.tree()
    let error = #expect(throws: ArchiveError.self) { try scratch.archive.register(request, files: files) }
    #expect(try scratch.tree() == before)
    return error?.description
  }

  @Test(arguments: [
    ("", "имя пустое"), ("../a.pdf", "в имени есть путь"), ("a/b.pdf", "в имени есть путь"),
    ("a\\b.pdf", "в имени есть путь"), (".a.pdf", "имя начинается с точки"), ("..", "имя начинается с точки"),
    ("a\n.pdf", "в имени есть управляющие знаки"), (String(repeating: "я", count: 101), "имя длиннее 200 байт"),
  ])
  func fileName(name: String, objection: String) throws {
    let text = try refusal(sample(), [(name, [1])], Scratch())
    #expect(text == "Имя «\(name)» не годится для архива: \(objection). Дайте простое имя.")
  }

  @Test func fieldsOfTheRequest() throws {
    let scratch = try Scratch()
    let good = sample()
    func told(_ change: (inout RegistrationRequest) -> Void) throws -> String? {
      var changed = good
      change(&changed)
      return try refusal(changed, files(), scratch)
    }
    #expect(try told { $0.title = " " } == "Не указано: заголовок отчёта. Укажите и повторите.")
    #expect(
      try told { $0.signer = Signer(.deputy, name: "") } == "Не указано: фамилия подписавшего. Укажите и повторите.")
    #expect(
      try told { $0.signedOn = "31.02.2026" } == "Не понята дата подписания: «31.02.2026». Нужен день вида 2026-06-05.")
    #expect(
      try told { $0.asOf = "2026-02-29" }
        == "Не понята дата, на которую составлен отчёт: «2026-02-29». Нужен день вида 2026-06-05.")
    #expect(
      try told { $0.number = 0 } == "Регистрационный номер 0 не годится: нужен номер от 1 до 999999.")
    #expect(
      try told { $0.report = "a/b" } == "Имя «a/b» не годится для архива: в имени есть путь. Дайте простое имя.")
    #expect(try refusal(good, [], scratch) == "Не дано ни одного файла. Подписывать нечего.")
    #expect(
      try refusal(good, [("a.pdf", []), ("a.pdf", [])], scratch)
        == "Файл «a.pdf» дан дважды. Дайте каждому файлу своё имя.")
  }

  @Test func numberTakenMeanwhile() throws {
    let scratch = try Scratch()
    let number = try scratch.archive.nextNumber(year: 2026)
    _ = try scratch.archive.register(sample(), files: files())
    let late = sample(asOf: "2026-03-31", number: number)
    #expect(
      try refusal(late, files(asOf: "2026-03-31"), scratch)
        == "Регистрационный номер 1 уже занят: № 1 за 2026 год, «Справка о контроле», Заместитель директора по УВР "
        + "Иванова А.А., 15.03.2026 (запись 1). Следующий свободный номер: 2.")
  }

  @Test func sameRoleTwice() throws {
    let scratch = try Scratch()
    _ = try scratch.archive.register(sample(), files: files())
    let again = sample(signedOn: "2026-03-20", by: Signer(.deputy, name: "Другая Д.Д."))
    #expect(
      try refusal(again, files(), scratch)
        == "Этот отчёт уже подписан: № 1 за 2026 год, «Справка о контроле», Заместитель директора по УВР Иванова А.А., "
        + "15.03.2026 (запись 1). Второй раз та же подпись не ставится.")
  }

  @Test func secondSignatureUnderAnotherNumber() throws {
    let scratch = try Scratch()
    _ = try scratch.archive.register(sample(), files: files())
    #expect(
      try refusal(sample(by: director, number: 2), files(), scratch)
        == "Эти же файлы уже зарегистрированы: № 1 за 2026 год, «Справка о контроле», Заместитель директора по УВР "
        + "Иванова А.А., 15.03.2026 (запись 1). Под номером 2 их не регистрируют второй раз; поставьте вторую подпись под "
        + "номером 1.")
  }

  @Test func secondSignatureUnderAChangedFile() throws {
    let scratch = try Scratch()
    let record = try scratch.archive.register(sample(), files: files())
    let file = record.folder + "/control-2026-03-15.pdf"
    try scratch.remove("Архив/" + file)
    #expect(
      try refusal(sample(by: director), files(), scratch)
        == "Архив не прошёл проверку, поэтому ничего не зарегистрировано. Файл «\(file)» (журнал, строка 1): файла нет. "
        + "Верните файл из резервной копии и выясните, кто менял архив.")
  }

  @Test func damagedLedgerIsNotAddedTo() throws {
    let scratch = try Scratch()
    try scratch.registerThree()
    try scratch.writeLedger(Array(try scratch.ledger().dropLast()))
    let text = try refusal(sample(asOf: "2026-05-15"), files(asOf: "2026-05-15"), scratch)
    #expect(
      text == "Архив не прошёл проверку, поэтому ничего не зарегистрировано. Файл «голова.txt»: конец журнала отрезан: "
        + "последней ожидалась запись 3, а журнал кончается записью 2. Верните журнал и голову из резервной копии и "
        + "выясните, кто менял архив.")
    #expect(throws: ArchiveError.self) { try scratch.archive.nextNumber(year: 2026) }
  }

  @Test func archiveOfDamagedFilesIsNotAddedTo() throws {
    let scratch = try Scratch()
    let first = try scratch.registerThree()[0]
    let file = first.folder + "/control-2026-03-15.pdf"
    try scratch.remove("Архив/" + file)
    try scratch.write([1], to: "Архив/лишний.txt")
    #expect(
      try refusal(sample(asOf: "2026-05-15"), files(asOf: "2026-05-15"), scratch)
        == "Архив не прошёл проверку, поэтому ничего не зарегистрировано. Файл «\(file)» (журнал, строка 1): файла нет. "
        + "Верните файл из резервной копии и выясните, кто менял архив.\nОстальные нарушения (1):\n1. Файл «лишний.txt»: "
        + "файл добавлен: о нём не говорит ни одна читаемая строка журнала. Выясните, откуда это, и уберите из архива.")
  }

  @Test func archiveThatIsGoneOrEmptyDoesNotBeginAnew() throws {
    let scratch = try Scratch()
    let head = ExpectedHead(try scratch.registerThree()[2].head)
    func refused() throws -> String {
      let before = try scratch.tree()
      let error = #expect(throws: ArchiveError.self) {
        try scratch.archive.register(sample(), files: files(), expectedHeads: [head])
      }
      #expect(try scratch.tree() == before)
      return error?.description ?? ""
    }
    try scratch.remove("Архив")
    #expect(try refused().contains("папки архива нет"))
    try FileManager.default.createDirectory(atPath: scratch.path("Архив"), withIntermediateDirectories: false)
    #expect(try refused().contains("ожидалась запись 3, а в журнале нет записей"))
    try scratch.write([1], to: "Архив/чужой.txt")
    #expect(try refused().contains("журнала регистрации нет, хотя архив не пуст"))
  }

  @Test(arguments: ["", "3", "3: 9f86", "x: 9f86d081884c7d65", "3: 9f86 d081 884c 7d6я"])
  func head(text: String) {
    let error = #expect(throws: ArchiveError.self) { try ExpectedHead(text) }
    #expect(
      error?.description
        == "Не понята голова журнала «\(text)». Нужны номер записи, двоеточие и не меньше 16 знаков SHA-256 (цифры и "
        + "латинские буквы a–f), например «3: 9f86 d081 884c 7d65».")
  }
}
