/// The cells of pupils' reports and report cards as openpyxl reads them: an oracle that shares nothing with the program.
enum StudentOracle {
  /// Sorted lines: `has|pupil|subject|date|ordinal of the day` for every lesson of a pupil, `cell|…|marks|absence` for every lesson's
  /// cell that holds something, `final|pupil|subject|period|value`, `mean|pupil|subject|period|weighted|value`, and
  /// `count|text|how often` over the cells of all blocks under days.
  static func lines(_ path: String) throws -> [String] {
    try JournalOracle.run(script, [path]).split(separator: "\n").map(String.init).sorted()
  }

  private static let script = """
    import collections, re, sys, openpyxl
    MONTHS = {'Март': 3, 'Апрель': 4, 'Май': 5}
    sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
    rows = list(sheet.iter_rows())
    counts = collections.Counter()

    def value(row, column):
        return rows[row][column].value if column < len(rows[row]) else None

    def mean(where, weighted, number):
        print('mean', where, weighted, '%.6f' % round(float(number), 6), sep='|')

    def report(row, pupil):
        days, month, summary = [], None, []
        for column in range(1, len(rows[row])):
            head, day = value(row, column), value(row + 1, column)
            if head in MONTHS:
                month = MONTHS[head]
            elif head:
                summary.append(column)
            if day is not None:
                days.append((column, '2025-%02d-%02d' % (month, day)))
        courses = {}
        at = row + 2
        while value(at, 0):
            name = value(at, 0)
            texts = [value(at, column) for column, _ in days]
            counts.update(text for text in texts if text is not None)
            courses.setdefault(name.split('(')[0] if '(' in name else name, []).append(
                (at, any(texts) or value(at, summary[2]) not in (None, '', '0')))
            at += 1
        absent = {at for found in courses.values() if len(found) > 1 for at, is_used in found if not is_used}
        at = row + 2
        while value(at, 0):
            order = collections.Counter()
            for column, date in days:
                text = value(at, column)
                if text is None:
                    continue
                order[date] += 1
                where = '|'.join([pupil, value(at, 0), date, str(order[date])])
                if at not in absent:
                    print('has', where, sep='|')
                if text:
                    codes = re.findall('[А-Я]', text)
                    missed = [code for code in codes if code != 'О'] + codes
                    print('cell', where, ''.join(re.findall('[0-9]', text)), missed[0] if missed else '', sep='|')
            where = '|'.join([pupil, value(at, 0), '4 четверть'])
            for weighted in (0, 1):
                mean(where, weighted, value(at, summary[weighted]))
            if value(at, summary[2]) not in (None, '', '0'):
                print('final', where, value(at, summary[2]), sep='|')
            at += 1

    def card(row, pupil):
        names = {14: 'Год', 15: 'Экзамен', 16: 'Гос. экзамен', 17: 'Итог'}
        at = row + 4
        while value(at, 1):
            for column in range(2, 18):
                text = value(at, column)
                if text is None or text == '':
                    continue
                period = names.get(column, '%d четверть' % ((column - 2) // 3 + 1))
                where = '|'.join([pupil, value(at, 1), period])
                if column < 14 and (column - 2) % 3 < 2:
                    mean(where, (column - 2) % 3, text)
                elif text != '0':
                    print('final', where, text, sep='|')
            at += 1

    for row in range(len(rows)):
        first = value(row, 0)
        if isinstance(first, str) and first.startswith('Ученик: '):
            pupil = first[8:]
        if first == 'Предмет':
            report(row, pupil)
        if value(row, 1) == 'Предмет':
            card(row, pupil)
    for text, count in counts.items():
        print('count', text, count, sep='|')
    """
}

extension Scratch {
  /// What the store holds of one layout, in the oracle's form but for the counts.
  func studentLines(_ layout: String) throws -> [String] {
    let lesson = """
      p.name, s.name, date(l.held_on * 86400, 'unixepoch'),
        CASE WHEN substr(l.key, -2, 1) = '#' THEN substr(l.key, -1) ELSE '1' END
      """
    let ofLayout = "JOIN journal j ON j.id = f.journal AND j.layout = '\(layout)'"
    let names = "JOIN pupil p ON p.id = f.pupil JOIN subject s ON s.id = f.subject JOIN period q ON q.id = f.period"
    return try
      (rows(
        """
        SELECT 'has', \(lesson) FROM lesson l JOIN journal j ON j.id = l.journal AND j.layout = '\(layout)'
        JOIN subject s ON s.id = l.subject JOIN membership g ON g.study_group = l.study_group
        JOIN pupil p ON p.id = g.pupil
        """)
      + rows(
        """
        SELECT 'cell', \(lesson),
          coalesce((SELECT group_concat(value, '') FROM (
            SELECT value FROM mark WHERE lesson = x.lesson AND pupil = x.pupil ORDER BY ordinal)), ''),
          coalesce((SELECT code FROM attendance WHERE lesson = x.lesson AND pupil = x.pupil), '')
        FROM (SELECT lesson, pupil FROM mark UNION SELECT lesson, pupil FROM attendance) x
        JOIN lesson l ON l.id = x.lesson JOIN journal j ON j.id = l.journal AND j.layout = '\(layout)'
        JOIN subject s ON s.id = l.subject JOIN pupil p ON p.id = x.pupil
        """)
      + rows("SELECT 'final', p.name, s.name, q.name, f.value FROM final_mark f \(ofLayout) \(names)")
      + rows(
        """
        SELECT 'mean', p.name, s.name, q.name, f.is_weighted, printf('%.6f', f.millionths / 1000000.0)
        FROM reported_mean f \(ofLayout) \(names)
        """)).sorted()
  }
}
