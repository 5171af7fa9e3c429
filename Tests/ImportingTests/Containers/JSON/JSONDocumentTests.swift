import Importing
import Journal
import Testing

@Suite struct JSONDocumentTests {
  private func root(_ text: String) throws -> JSONValue { try JSONDocument(FileBytes(text.utf8)).root }

  @Test func keepsTextsOfNumbers() throws {
    let root = try root("\u{FEFF}{\"id\": 9007199254740993, \"average\": 4.80, \"e\": -1.5E+3, \"s\": \"4.80\"}\n")
    #expect(root.members.map(\.key) == ["id", "average", "e", "s"])
    #expect(root.members.map(\.value.text) == ["9007199254740993", "4.80", "-1.5E+3", "4.80"])
    #expect(root["id"]?.integer == 9_007_199_254_740_993)
    #expect(root["average"]?.isString == false && root["s"]?.isString == true)
    #expect(root["нет"] == nil)
  }

  @Test func decodesStrings() throws {
    let root = try root(#"{"a\u0431": "«\"\\\/\n\t\u0451\ud83d\ude00»", "half": "\ud83d!", "b": [true, false, null]}"#)
    #expect(root["aб"]?.text == "«\"\\/\n\tё😀»")
    #expect(root["half"]?.text == "\u{FFFD}!")
    #expect(root["b"]?.elements.map(\.bool) == [true, false, nil])
    #expect(root["b"]?.elements.map(\.isNull) == [false, false, true])
    #expect(root["b"]?.raw == "[true, false, null]" && root["half"]?.raw == #""\ud83d!""#)
  }

  @Test func knowsPlaces() throws {
    let root = try root("{\"days\": [\n {},\r\n {\"lessons\": [1,\n {\"x y\": 5}]}], \"20250901\": []}")
    let lesson = try #require(root["days"]?.elements.last?["lessons"]?.elements.last)
    #expect(lesson.path == "$.days[1].lessons[1]")
    #expect(lesson["x y"]?.path == "$.days[1].lessons[1][\"x y\"]")
    #expect(root["20250901"]?.path == "$[\"20250901\"]")
    #expect(root.path == "$")
  }

  @Test(arguments: [
    ("{\"a\": 1", 1, "данные JSON обрываются"), ("[1,\n2", 2, "данные JSON обрываются"),
    ("{\"a\":\n\"б", 2, "кавычка не закрыта до конца файла"),
    ("[1]\n[2]", 2, "после конца данных JSON стоит лишний текст"),
    ("{\"a\": 1,\n\"b\": 2,\n\"a\": 3}", 3, "поле «a» стоит в одной записи дважды"),
    (#"{"a": 1, "\u0061": 3}"#, 1, "поле «a» стоит в одной записи дважды"),
    ("[1 2]", 1, "между значениями JSON нет запятой"), ("{a: 1}", 1, "ожидается название поля в кавычках"),
    ("{\"a\" 1}", 1, "после названия поля нет двоеточия"), ("[01]", 1, "число записано не по правилам JSON"),
    ("[1.]", 1, "число записано не по правилам JSON"), ("[-]", 1, "число записано не по правилам JSON"),
    ("[1,]", 1, "это не значение JSON"), ("[NaN]", 1, "это не значение JSON"),
    ("[\"a\nb\"]", 1, "в тексте в кавычках стоит управляющий символ"),
    (#"["\x41"]"#, 1, "неизвестный знак после обратной косой черты"),
    (#"["\u00g1"]"#, 1, "неизвестный знак после обратной косой черты"),
  ])
  func tellsWhatIsWrong(_ text: String, _ line: Int, _ problem: String) throws {
    let found = try #require(throws: ImportProblem.self) { try root(text) }
    #expect(found.problem == problem && found.place.row == line && !found.hint.isEmpty)
  }

  @Test func nestingIsBounded() throws {
    let deep = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
    #expect(try root(deep(JSONDocument.depthLimit)).isArray)
    let found = try #require(throws: ImportProblem.self) { try root(deep(JSONDocument.depthLimit + 1)) }
    #expect(found.problem == "вложенность данных JSON глубже 64")
    #expect(throws: ImportProblem.self) { try root(deep(1_000_000)) }
  }

  @Test func repeatedKeysOfBigObjectsAreFound() throws {
    let keys = (0..<100).map { "\"k\($0)\": \($0)" }
    #expect(try root("{\(keys.joined(separator: ","))}").members.count == 100)
    #expect(throws: ImportProblem.self) { try root("{\((keys + ["\"k0\": 1"]).joined(separator: ","))}") }
  }

  @Test func aDamagedTextIsStillJSON() {
    for text in ["{\"a\": 1", "[{\"a\": 1}, {", "{\"a\": 1} конец"] {
      #expect(FileKind(of: FileBytes(text.utf8)) == .json)
    }
    #expect(FileKind(of: FileBytes("{Класс};ФИО\n".utf8)) == .text)
  }
}
