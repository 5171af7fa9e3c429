import Testing

@testable import CommandLineInterface

@Suite struct TextTests {
  @Test func wrapsAtSpacesAndCutsLongWords() {
    #expect("раз два  три".wrapped(to: 7) == ["раз два", "три"])
    #expect("раз два".wrapped(to: 6) == ["раз", "два"])
    #expect("аб абвгдежз и".wrapped(to: 3) == ["аб", "абв", "где", "жз", "и"])
    #expect("5\u{a0}лет назад".wrapped(to: 6) == ["5\u{a0}лет", "назад"])
    #expect("абвг".wrapped(to: 2) == ["аб", "вг"])
    #expect("".wrapped(to: 5) == [""])
    #expect(" а ".wrapped(to: 0) == ["а"])
  }

  @Test func paragraphsAreApartByAnEmptyLine() {
    #expect("а\nб\n\n  \nв\n".paragraphs == ["а б", "в"])
    #expect("".paragraphs == [])
  }

  @Test func invisibleCharactersAreShown() {
    #expect("а\tб\nв\r\u{1b}[31m\u{a0}\u{202e}\u{7f}".visible == "а\\tб\\nв\\r<U+001B>[31m<U+00A0><U+202E><U+007F>")
    #expect("а\u{ad}б\u{feff}\u{2028}\u{2009}".visible == "а<U+00AD>б<U+FEFF><U+2028><U+2009>")
    #expect("Ё-№ «5А» – 日".visible == "Ё-№ «5А» – 日")
    #expect("а\u{a0}б\n\u{1b}в".visibleLines == "а\u{a0}б\n<U+001B>в")
  }

  @Test func cutsToALength() {
    #expect("абвг".cut(to: 4) == "абвг")
    #expect("абвгд".cut(to: 4) == "абв…")
    #expect("аб".cut(to: 0) == "…")
  }

  @Test func diagnosticTellsPlaceProblemExcerptHint() {
    let diagnostic = Diagnostic(
      place: "журнал.xlsx, лист «Алгебра», строка 12, столбец AB", problem: "оценка вне шкалы школы",
      excerpt: "7\u{a0}",
      hint: "проверьте оценку в журнале; если школа ставит такие оценки, добавьте их в шкалу в настройках")
    #expect(
      diagnostic.text(width: 60) == """
        журнал.xlsx, лист «Алгебра», строка 12, столбец AB: оценка вне шкалы школы
          записано: «7<U+00A0>»
          что делать: проверьте оценку в журнале; если школа ставит
                      такие оценки, добавьте их в шкалу в настройках
        """)
  }

  @Test func diagnosticLeavesOutWhatIsNotThere() {
    #expect(Diagnostic(place: "", problem: "файл пуст").text() == "файл пуст")
    #expect(
      Diagnostic(place: "а\u{1b}.csv", problem: "нет", excerpt: "").text() == "а<U+001B>.csv: нет\n  записано: (пусто)")
    let long = Diagnostic(place: "а", problem: "б", excerpt: String(repeating: "ы", count: 61)).text()
    #expect(long == "а: б\n  записано: «" + String(repeating: "ы", count: 59) + "…»")
  }
}
