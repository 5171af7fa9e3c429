import Journal
import Testing

@testable import Reporting

/// Running text as templates put it together.
@Suite struct TextTests {
  @Test(arguments: [
    (0, "замечаний"), (1, "замечание"), (2, "замечания"), (4, "замечания"), (5, "замечаний"), (11, "замечаний"),
    (12, "замечаний"), (14, "замечаний"), (21, "замечание"), (22, "замечания"), (25, "замечаний"), (101, "замечание"),
    (111, "замечаний"), (112, "замечаний"), (122, "замечания"), (1011, "замечаний"),
  ])
  func pluralForms(_ count: Int, _ form: String) {
    #expect(PluralForms(one: "замечание", few: "замечания", many: "замечаний").form(count) == form)
  }

  @Test func joinsWhiteSpaceAndKeepsPunctuation() {
    var text = TextAssembler()
    text.add(text: "\n    Классы (\n")
    text.add(value: .integer(2))
    text.add(text: "\n  ):\n    ")
    text.add(value: .text("5А"))
    text.add(text: "\n , ")
    text.add(value: .text("6Б"))
    text.add(text: "\n  .\n")
    text.add(strong: "Итого")
    text.add(text: " учитель ")
    text.add(value: .text("Иванова И.П."))
    text.add(text: ".")
    text.add(value: .empty)
    #expect(
      text.finish() == [
        .text("Классы ("), .value(.integer(2)), .text("): 5А, 6Б. "), .strong("Итого"), .text(" учитель Иванова И.П."),
      ])
  }

  @Test(arguments: [
    ("Яковлев Степан Борисович", "С.Б. Яковлев"), ("Щукина-Лесная Ирина", "И. Щукина-Лесная"),
    ("Петров А.Б.", "А.Б. Петров"), ("А.Б. Петров", "А.Б. Петров"), ("Ученик 17", "Ученик 17"), ("Иванова", "Иванова"),
  ])
  func namesUnderADocumentBeginWithInitials(_ listed: String, _ signed: String) {
    #expect(ReportContext.initialsFirst(listed) == signed)
  }

  @Test func keepsANumberOnTheLineOfItsDash() {
    var text = TextAssembler()
    text.add(text: "классов — ")
    text.add(value: .integer(8))
    #expect(text.finish() == [.text("классов\u{a0}—\u{a0}"), .value(.integer(8))])
  }

  @Test func keepsANumberWithWhatItCounts() {
    var text = TextAssembler()
    text.add(text: "Выявлено ")
    text.add(value: .integer(1))
    text.add(text: "\n  замечание за ")
    text.add(value: .text("1 полугодие года"))
    #expect(
      text.finish() == [
        .text("Выявлено "), .value(.integer(1)), .text("\u{a0}замечание за 1\u{a0}полугодие года"),
      ])
  }

  @Test func keepsNoBreakSpaces() {
    var text = TextAssembler()
    text.add(text: " 5\u{a0}класс ")
    #expect(text.finish() == [.text("5\u{a0}класс")])
  }

  @Test(arguments: [
    ("tabel", "table"), ("colum", "column"), ("checkfrom", "check.from"), ("p", nil), ("zzzzzz", nil),
  ])
  func nearestNames(_ name: String, _ nearest: String?) {
    #expect(NearestName.find(name, among: ["report", "table", "column", "check.from"]) == nearest)
  }
}
