import CommandLineInterface
import Testing

@Suite struct TextTableTests {
  @Test func alignsColumns() {
    var table = TextTable([.init("Правило"), .init("Проверено", .right), .init("Доля", .right)])
    table.append(["lesson-entered-late", "23690", "95,8\u{a0}%"])
    table.append(["ё", "7", "—"])
    #expect(
      table.text() == """
        Правило              Проверено    Доля
        ───────────────────  ─────────  ──────
        lesson-entered-late      23690  95,8\u{a0}%
        ё                            7       —

        """)
  }

  @Test func wrapsTheLastColumn() {
    var table = TextTable([.init("Класс"), .init("Замечание")])
    table.append(["5А", "урок внесён позже дня\nпроведения"])
    table.append(["6Б", "нет\tтемы"])
    #expect(
      table.text(width: 30) == """
        Класс  Замечание
        ─────  ───────────────────────
        5А     урок внесён позже дня
               проведения
        6Б     нет\\tтемы

        """)
  }

  @Test func wrapsTheColumnThatIsDeclaredSo() {
    var table = TextTable([.init("Требование", wraps: true), .init("Число", .right)])
    table.append(["Урок внесён в день проведения", "7"])
    #expect(
      table.text(width: 27) == """
        Требование            Число
        ────────────────────  ─────
        Урок внесён в день        7
        проведения

        """)
  }

  @Test func theLastColumnKeepsALeastWidth() {
    var table = TextTable([.init("Имя"), .init("Текст")])
    table.append([String(repeating: "д", count: 30), "раз два три четыре пять"])
    let last = table.text(width: 30).split(separator: "\n").map { String($0.dropFirst(32)) }
    #expect(last == ["Текст", String(repeating: "─", count: 20), "раз два три четыре", "пять"])
  }

  @Test func rowsAreFilledUpAndCut() {
    var table = TextTable([.init("А"), .init("Б")])
    table.append(["1"])
    table.append(["1", "2", "3"])
    #expect(table.text() == "А  Б\n─  ─\n1\n1  2\n")
    #expect(TextTable([]).text() == "")
  }
}
