import Testing

@testable import Journal

@Suite struct SpellingTests {
  @Test func fillerSaysNothing() {
    for text in [
      "", ".", "..", "...", "-", ",", "— —", " . ", "Не задано", "---Не указана---", "не указано", "НЕ ЗАДАНО",
      " Не задано ", "\u{a0}Не\u{a0}задано",
    ] {
      #expect(FillerText.isFiller(text), "\(text)")
    }
    for text in [
      "«Не задано»", "§ 5, вопросы", "ЮАР", "п 3", "р.т", "§", "№", "Не задано: повторить § 3", "Нет", "Ёж", "5", "x",
      "Наречие", "Ω",
    ] {
      #expect(FillerText.isFiller(text) == ["§", "№"].contains(text), "\(text)")
    }
  }

  @Test func marksAndWhatIsNone() {
    for (raw, text, grade, isMark) in [
      ("5", "5", 5, true), ("1", "1", 1, true), ("5-", "5-", 5, true), ("4−", "4-", 4, true), ("3+", "3+", 3, true),
      ("зач", "зач", nil, true), ("ЗЧ", "зач", nil, true), ("незач", "незач", nil, true), ("НЗ", "незач", nil, true),
      ("н/а", "н/а", nil, false), ("A/З", "а/з", nil, false), (".", ".", nil, false), ("-", "-", nil, false),
      ("осв", "осв", nil, false), ("OCB", "осв", nil, false),
    ] as [(String, String, Int?, Bool)] {
      let value = MarkValue(raw)
      #expect(value?.text == text && value?.grade == grade && value?.isMark == isMark, "\(raw)")
      #expect(MarkValue.isMark(text) == isMark)
    }
    for raw in ["6", "0", "10", "05", "4/5", "н", "", "пять", "5--"] { #expect(MarkValue(raw) == nil, "\(raw)") }
    #expect(MarkValue("10", scale: 10)?.grade == 10)
    #expect(MarkValue(digit: UInt8(ascii: "5")) == MarkValue("5"))
    #expect(MarkValue(digit: UInt8(ascii: "6")) == nil && MarkValue(digit: UInt8(ascii: "/")) == nil)
  }

  @Test func classesInOneSpelling() {
    for (text, key) in [
      ("7а", "7А"), ("10 а", "10А"), ("11-а", "11А"), ("9-фм", "9ФМ"), ("5 «А»", "5А"), ("8А", "8А"), ("7 д", "7Д"),
      ("5A", "5А"), ("6ё", "6Е"),
    ] {
      #expect(ClassName(text)?.key == key, "\(text)")
    }
    for text in ["", "а", "13а", "класс 7а"] { #expect(ClassName(text) == nil, "\(text)") }
  }

  @Test func attendanceCodes() {
    let codes: [(String, AttendanceCode?)] = [
      ("н", .absent), ("Н", .absent), ("H", .absent), ("НП", .absent), ("б", .ill), ("У", .excused), ("УП", .excused),
      ("п", .excused), ("О", .late), ("ОП", .late), ("O", .late), ("В", .present), ("5", nil), ("", nil), ("Х", nil),
    ]
    for (raw, code) in codes { #expect(AttendanceCode(raw) == code, "\(raw)") }
  }
}
