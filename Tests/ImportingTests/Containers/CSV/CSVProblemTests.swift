import Importing
import Journal
import Testing

private func read(_ bytes: some Collection<UInt8>) throws {
  try CSVReader(FileBytes(bytes)).forEachRow { _ in }
}

@Suite struct CSVProblemTests {
  @Test func aQuoteThatIsNotClosed() throws {
    let found = try problem { try read("id;topic\n1;а\n2;\"Повторение\n3;б\n".utf8) }
    #expect(found.problem == "кавычка, открытая в строке 3, не закрыта до конца файла")
    #expect(found.hint == "Файл обрезан или в значении стоит лишняя кавычка: выгрузите файл заново.")
    #expect(found.place == CellPlace(row: 3, column: 2))
    #expect(found.raw == "\"Повторение 3;б")
  }

  @Test func textAfterAClosingQuote() throws {
    let found = try problem { try read("id;name\n1;\"5 \"А\"\n".utf8) }
    #expect(
      found.problem
        == "после закрывающей кавычки стоит текст, а должен быть разделитель («;») или конец строки")
    #expect(found.hint == "Кавычку внутри значения в кавычках пишут дважды: \"5 \"\"А\"\"\".")
    #expect(found.place == CellPlace(row: 2, column: 2))
    #expect(found.raw == "\"5 \"А\"")
  }

  @Test func aZeroByte() throws {
    let found = try problem { try read("id;name\r\n1;\"а\nб\"\r\n2;\0\r\n".utf8) }
    #expect(found.problem == "в тексте стоит нулевой байт: это не текстовая таблица или она повреждена")
    #expect(found.place == CellPlace(row: 3))
  }

  @Test func invalidBytesAmongUTF8() throws {
    let found = try problem { try read(Array("id;name\n1;Иванова\n2;Пет".utf8) + [0xF0, 0xEE] + Array("ва\n".utf8)) }
    #expect(found.problem == "текст в UTF-8 испорчен: байт F0 не складывается в букву")
    #expect(found.hint == "Файл повреждён или склеен из частей в разных кодировках: выгрузите его заново в UTF-8.")
    #expect(found.place == CellPlace(row: 3))
  }

  @Test func aMarkedTextThatIsNotUTF8() throws {
    let found = try problem { try read([0xEF, 0xBB, 0xBF, 0x69, 0x64, 0x0A, 0xCA]) }
    #expect(found.problem == "текст в UTF-8 испорчен: байт CA не складывается в букву")
    #expect(found.place == CellPlace(row: 2))
  }

  @Test func utf16CutInsideALetter() throws {
    let found = try problem { try read([0xFF, 0xFE, 0x69]) }
    #expect(
      found.problem == "файл помечен как UTF-16, но не читается в этой кодировке: он повреждён или обрезан")
  }

  @Test func aByteThatNoCodePageHas() throws {
    let found = try problem { try read([0xCA, 0x98, 0xE0]) }
    #expect(found.problem == "текст не читается ни как UTF-8, ни как Windows-1251")
  }

  @Test func allOverlongAndSurrogateFormsAreInvalid() throws {
    for sequence: [UInt8] in [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xD0], [0xE2, 0x84],
    ] {
      #expect(throws: ImportProblem.self) { try read([0xEF, 0xBB, 0xBF] + sequence) }
    }
  }

  @Test func theBodyCanStopTheReading() {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try CSVReader(FileBytes("a\nb\n".utf8)).forEachRow { _ in throw Stop() }
    }
  }
}
