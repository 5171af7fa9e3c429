import Importing
import Journal
import Testing

private func rows(_ text: String) throws -> [[String]] {
  try rows(FileBytes(text.utf8))
}

private func rows(_ file: FileBytes) throws -> [[String]] {
  var rows: [[String]] = []
  try CSVReader(file).forEachRow { row in rows.append((0..<row.count).map { row.string($0) }) }
  return rows
}

private func numbers(_ text: String) throws -> [Int] {
  var numbers: [Int] = []
  try CSVReader(FileBytes(text.utf8)).forEachRow { row in numbers.append(row.number) }
  return numbers
}

@Suite struct CSVReaderTests {
  @Test(arguments: [",", ";", "\t"]) func delimiterIsSniffed(_ delimiter: Character) throws {
    let text = "id|name|класс\n1|а|б\n".replacing("|", with: String(delimiter))
    #expect(try CSVReader(FileBytes(text.utf8)).delimiter == delimiter.asciiValue)
    #expect(try rows(text) == [["id", "name", "класс"], ["1", "а", "б"]])
  }

  @Test func delimitersInsideQuotesAreNotCounted() throws {
    #expect(try rows("\"а,б,в,г\";имя\n1;2") == [["а,б,в,г", "имя"], ["1", "2"]])
  }

  @Test func titleOverTheHeaderHasNoDelimiter() throws {
    #expect(
      try rows("Отметки 8А\n\nДата;Имя, фамилия\n1;2") == [["Отметки 8А"], ["Дата", "Имя, фамилия"], ["1", "2"]])
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func everyLineEnd(_ end: String) throws {
    #expect(try rows("a;b\(end)1;2\(end)") == [["a", "b"], ["1", "2"]])
    #expect(try rows("a;b\(end)1;2") == [["a", "b"], ["1", "2"]])
    #expect(try rows("a;b\(end)1;") == [["a", "b"], ["1", ""]])
  }

  @Test func quotes() throws {
    #expect(try rows(#""a";"b ""в"" c";"""";"""#) == [["a", "b \"в\" c", "\"", ""]])
    #expect(try rows("a;\"две\r\nстроки\";c\n") == [["a", "две\r\nстроки", "c"]])
    #expect(try rows("id;name\n1;Школа \"Радуга\"\n") == [["id", "name"], ["1", "Школа \"Радуга\""]])
    #expect(try rows(#"a;"x""y";b;"z""";c"#) == [["a", "x\"y", "b", "z\"", "c"]])
  }

  @Test func aLineBreakInQuotesStartsNoRow() throws {
    #expect(try numbers("id;topic\n1;\"две\nстроки\"\n2;а\n") == [1, 2, 3])
  }

  @Test func blankLinesAreCountedAndNotGiven() throws {
    #expect(try numbers("\nid;name\n\n1;а\r\n\r\n\r\n") == [2, 4])
    let reader = try CSVReader(FileBytes("\r\nid;name\n1;a".utf8))
    let header = try reader.header()
    #expect(header.row == 2)
    #expect(header.names == ["id", "name"])
  }

  @Test func raggedRowsKeepTheirFields() throws {
    let file = FileBytes("a;b;c\n1\n1;2;3;4\n;;\n".utf8)
    #expect(try rows(file) == [["a", "b", "c"], ["1"], ["1", "2", "3", "4"], ["", "", ""]])
    var blank: [Bool] = []
    try CSVReader(file).forEachRow { row in
      blank.append(row.isBlank)
      #expect(row.string(9) == "")
    }
    #expect(blank == [false, false, false, true])
  }

  @Test func nothing() throws {
    #expect(try rows("") == [])
    #expect(try rows("\n\r\n") == [])
    let header = try CSVReader(FileBytes("".utf8)).header()
    #expect(header.row == 0)
    #expect(header.names == [])
  }

  @Test func encodings() throws {
    let expected = [["Класс", "ФИО"], ["5б", "Её №1"]]
    let text = "Класс;ФИО\n5б;Её №1\n"
    let utf8 = Array(text.utf8)
    let windows1251: [UInt8] =
      [0xCA, 0xEB, 0xE0, 0xF1, 0xF1, 0x3B, 0xD4, 0xC8, 0xCE, 0x0A]
      + [0x35, 0xE1, 0x3B, 0xC5, 0xB8, 0x20, 0xB9, 0x31, 0x0A]
    let utf16: [UInt8] = text.utf16.reduce(into: [0xFF, 0xFE]) { $0 += [UInt8($1 & 255), UInt8($1 >> 8)] }
    let utf16BigEnd: [UInt8] = text.utf16.reduce(into: [0xFE, 0xFF]) { $0 += [UInt8($1 >> 8), UInt8($1 & 255)] }
    for (bytes, encoding) in [
      (utf8, TextEncoding.utf8), ([0xEF, 0xBB, 0xBF] + utf8, .utf8WithMark), (windows1251, .windows1251),
      (utf16, .utf16), (utf16BigEnd, .utf16),
    ] {
      let file = FileBytes(bytes)
      #expect(try CSVReader(file).text.encoding == encoding)
      #expect(try rows(file) == expected)
    }
  }
}
