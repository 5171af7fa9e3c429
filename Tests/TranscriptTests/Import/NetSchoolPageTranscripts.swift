import Testing

/// Reports of Сетевой город: pages of HTML, also under the name `.xls`.
@Suite struct NetSchoolPageTranscripts {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func page(_ head: String, _ table: String) -> String {
    """
    <html><head><meta charset="utf-8"><title>Отчет</title></head><body>
    <table><tr><td><img src="logo.png"></td><td>\(head)</td></tr></table>
    <table class="table-print">\(table)</table></body></html>
    """
  }

  private static let head = """
    <span>Учебный год:</span> <span>2021/2022</span><br><span>Класс:</span> <span>9а</span><br>\
    <span>Период:</span> <span>29.3.22 - 24.5.22</span><br><span>Ученик:</span> <span>Белов Иван</span>
    """

  @Test func reportOfAPupil() throws {
    let table = """
      <tr><th rowspan="2">Предмет</th><th colspan="3">Март</th><th colspan="2">Апрель</th>\
      <th rowspan="2">Средняя оценка</th><th rowspan="2">Итоговая оценка</th></tr>
      <tr><th>29</th><th>30</th><th>31</th><th>1</th><th>4</th></tr>
      <tr><td class="cell-text">Алгебра</td><td>55</td><td>&nbsp;</td><td>УП</td><td>4&nbsp;ОП</td><td>.</td>\
      <td class="cell-num-2">4,67</td><td class="сell-num-2">5</td></tr>
      <tr><td class="cell-text">Физика</td><td>НП</td><td>Б</td><td>&nbsp;</td><td>3?</td><td>&nbsp;</td>\
      <td class="cell-num-2">&nbsp;</td><td class="cell-num-2">&nbsp;</td></tr>
      """
    try scratch.write(page(Self.head, table), to: "Отчет.xls")
    try scratch.expect(
      """
      $ zavuch import Отчет.xls --taken-at 2022-05-25T10:00
      ✓ Отчет.xls — отчёт об успеваемости и посещаемости ученика из Сетевого города: классов 1, уроков 7, учеников 1, отметок 3, пропусков 3, итоговых 1, выгрузка на 25.05.2022 10:00:00
        новых 14, изменено 0, исчезло 0, отклонено 1
      ! Отчет.xls, лист «Таблица 2»: ни у кого нет ни отметки, ни среднего, ни итоговой: «Физика»
      !   что делать: Если отметок по предмету не ставят, загрузите таблицу subjects, где у него graded = 0.
      ! Отчет.xls: средние баллы сошлись: 1 из 1
      !   что делать: Сверены с отметками за 29.03.2022–24.05.2022. Средневзвешенные не сверяются: веса
      !               работ неизвестны.
      ! Отчет.xls, лист «Таблица 2», строка 4, столбец E: не читается содержимое ячейки
      !   записано: «3?»
      !   что делать: Допустимы отметки 1–5 подряд, точка, УП, НП, Б, ОП, О.
      [3]
      """)
  }

  @Test func marksOfASubject() throws {
    let head =
      Self.head + "<br><span>Предмет:</span> <span>Физика</span><br><span>Учитель:</span> <span>Орлова А. Б.</span>"
    let table = """
      <tr><th>Тип задания</th><th>Тема</th><th>Дата</th><th>Дата выставления</th><th>Отметка</th></tr>
      <tr><td>Контрольная работа</td><td>Оптика</td><td>29.3.22</td><td>12.4.22</td><td>5</td></tr>
      <tr><td>Ответ на уроке</td><td>Линзы</td><td>29.3.22</td><td>29.3.22</td><td>4</td></tr>
      <tr><td>Контрольная работа</td><td>Волны</td><td>31.3.22</td><td>4.4.22</td><td>3</td></tr>
      <tr><td>Ответ на уроке</td><td>Волны</td><td>1.4</td><td>4.4.22</td><td>3</td></tr>
      <tr class="totals"><td colspan="4">Средняя</td><td>4,00</td></tr>
      """
    try scratch.write(page(head, table), to: "Физика.html")
    try scratch.expect(
      """
      $ zavuch import Физика.html --taken-at 2022-05-25T10:00
      ✓ Физика.html — отметки ученика по предмету из Сетевого города: классов 1, уроков 2, учеников 1, отметок 3, выгрузка на 25.05.2022 10:00:00
        новых 5, изменено 0, исчезло 0, отклонено 1
      ! Физика.html: средние баллы сошлись: 1 из 1
      !   что делать: Сверены с отметками за 29.03.2022–24.05.2022. Средневзвешенные не сверяются: веса
      !               работ неизвестны.
      ! Физика.html, лист «Таблица 2», строка 5, столбец C: не читается дата
      !   записано: «1.4»
      !   что делать: Ожидается, например, 24.03.25. Строка пропущена.
      [3]
      """)
    #expect(
      try scratch.rows(
        """
        SELECT w.kind, w.is_written, m.value, date(m.entered_by, 'unixepoch'), m.entered_from = m.entered_by FROM mark m
        JOIN work w ON w.id = m.work ORDER BY w.key
        """) == [
          "Контрольная работа|1|5|2022-04-12|1", "Ответ на уроке|0|4|2022-03-29|1",
          "Контрольная работа|1|3|2022-04-04|1",
        ])
    #expect(try scratch.rows("SELECT name FROM teacher") == ["Орлова А. Б."])
    try scratch.zavuch("check", "--as-of", "2022-05-25", "--from", "2022-03-29", "--to", "2022-05-24", "--register")
    #expect(
      try scratch.rows("SELECT key FROM finding WHERE rule = 'written-work-overdue'") == [])
  }
  @Test func secondTableOfMarksIsTold() throws {
    let head = Self.head + "<br><span>Предмет:</span> <span>Физика</span>"
    let rows = { (mark: Int) in
      """
      <tr><th>Тип задания</th><th>Дата</th><th>Дата выставления</th><th>Отметка</th></tr>
      <tr><td>Ответ на уроке</td><td>29.3.22</td><td>29.3.22</td><td>\(mark)</td></tr>
      """
    }
    try scratch.write(page(head, rows(5) + "</table><table>" + rows(4)), to: "Физика.html")
    let outcome = try scratch.zavuch("import", "Физика.html", "--taken-at", "2022-05-25T10:00")
    #expect(outcome.messages.contains("лист «Таблица 3»: на странице ещё одна таблица отметок: она не прочитана"))
    #expect(try scratch.rows("SELECT value FROM mark") == ["5"])
  }
}
