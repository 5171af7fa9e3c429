/// Explanations of findings in real journals of Дневник.ру held against the cells that they name, opened by openpyxl.
enum ExplanationOracle {
  /// - Parameters:
  ///   - folder: where the exports lie that the explanations name.
  ///   - explanations: a file with a line of `findings --explain KEY --json` a finding.
  /// - Returns: what the cells do not bear out, `key: what is wrong`; and the count of explanations by rule.
  static func judge(_ folder: String, explanations: String) throws -> (wrong: [String], counts: [String: Int]) {
    var wrong: [String] = []
    var counts: [String: Int] = [:]
    for line in try JournalOracle.run(script, [folder, explanations]).split(separator: "\n") {
      let words = line.split(separator: "|", maxSplits: 2).map(String.init)
      counts[words[0], default: 0] += 1
      if words[2] != "right" { wrong.append("\(words[1]): \(words[2])") }
    }
    return (wrong, counts)
  }

  private static let script = """
    import collections, io, json, math, re, sys, zipfile, openpyxl
    from fractions import Fraction
    from openpyxl.utils import column_index_from_string
    MONTHS = 'Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь'.split()
    folder, books = sys.argv[1], {}

    def book(name):
        if name not in books:
            path, _, member = name.partition('.zip/')
            if member:
                archive = zipfile.ZipFile(folder + '/' + path + '.zip')
                names = {(i.filename if i.flag_bits & 0x800 else i.filename.encode('cp437').decode('cp866')): i
                         for i in archive.infolist()}
                books[name] = openpyxl.load_workbook(io.BytesIO(archive.read(names[member])))
            else:
                books[name] = openpyxl.load_workbook(folder + '/' + name)
        return books[name]

    class Place:
        def __init__(self, fact):
            self.sheet = book(fact['file'])[fact['sheet']]
            self.row = fact['row']
            self.column = column_index_from_string(fact['column']) if fact['column'] else None
            self.where = fact['file'], fact['sheet'], self.row, self.column

        def text(self, row=None, column=None):
            value = self.sheet.cell(row or self.row, column or self.column).value
            return '' if value is None else str(value).strip()

        @property
        def pupil(self):
            return ' '.join(self.text(column=2).split())

        @property
        def date(self):
            month = next(m for m in (self.text(7, c) for c in range(self.column, 2, -1)) if m in MONTHS)
            number, year = MONTHS.index(month) + 1, int(re.search('[0-9]{4}', self.text(2, 1))[0])
            return '%02d.%02d.%d' % (int(self.text(8)), number, year + (number < 8))

        @property
        def subject(self):
            return ' '.join(self.text(3, 1).split(':', 1)[1].split())

        def row_of(self, pupil):
            rows = [r for r in range(10, self.sheet.max_row + 1) if ' '.join(self.text(r, 2).split()) == pupil]
            assert len(rows) == 1, 'the name stands in the list %d times' % len(rows)
            return rows[0]

    def part(facts, title):
        return [(Place(f), f) for f in facts if f['fact'].startswith(title)]

    def heads(facts, pupil):
        (place, fact), = part(facts, 'Ученик в списке')
        assert fact['value'] == pupil and ' '.join(place.text(column=2).split()) == pupil, 'the pupil is not in that row'

    def lessons(facts):
        for place, fact in part(facts, 'Урок, '):
            assert fact['fact'].endswith(place.date), 'the lesson is of ' + place.date
            assert fact['value'] == place.subject, 'the sheet is of ' + place.subject
        return part(facts, 'Урок, ')

    def cells(facts, title, pupil):
        for place, fact in part(facts, title):
            assert pupil == place.pupil and pupil in fact['fact'], 'the row is of ' + place.pupil
            assert fact['raw'] in (None, place.text()), 'the cell holds ' + place.text()
            assert fact['fact'].endswith(place.date), 'the column is of ' + place.date
        return part(facts, title)

    def mark_with_absence(told, facts):
        pupil, day, value = re.match(r'(.*), урок (\\S*): .* отметка «(.*)»\\.$', told['sentence']).groups()
        heads(facts, pupil)
        (lesson, _), = lessons(facts)
        (mark, fact), = cells(facts, 'Отметка', pupil)
        (absence, _), = cells(facts, 'Посещаемость', pupil)
        assert mark.where == absence.where and mark.column == lesson.column and mark.date == day, 'two places'
        text = mark.text()
        assert 'н' in text and value == fact['value'] and value in re.findall('[1-5]', text), 'the cell holds ' + text
        assert not re.search(r'\\s|нн', text), 'a cell of two lessons: ' + text

    def attendance_contradiction(told, facts):
        pupil, day, absent, held = re.match(
            r'(.*), (\\S*): отсутствие .*: (\\d+) из (\\d+); на уроке без пропуска стоит отметка\\.$', told['sentence']).groups()
        heads(facts, pupil)
        texts = {}
        for lesson, _ in lessons(facts):
            assert lesson.date == day
            row = lesson.row_of(pupil)
            texts[lesson.where[:2] + (row, lesson.column)] = lesson.text(row)
        away = {where for where, text in texts.items() if 'н' in text}
        assert len(texts) == int(held) and len(away) == int(absent), 'the cells say %d of %d' % (len(away), len(texts))
        assert len(texts) >= 3 and 4 * len(away) >= 3 * len(texts) and len(away) < len(texts), 'it is no contradiction'
        assert {p.where for p, _ in cells(facts, 'Посещаемость', pupil)} == away, 'other absences are told'
        marked = {where for where, text in texts.items() if re.search('[1-5]', text)}
        assert {p.where for p, _ in cells(facts, 'Отметка', pupil)} == marked, 'other marks are told'
        assert marked - away, 'no mark beside the absences'

    def final_mark_disagrees(told, facts):
        pupil, period, value, count, mean = re.match(
            r'(.*): за (.*) выставлено «(.*)», а средняя из (\\d+) \\w+ — (\\S+), то', told['sentence']
        ).groups()
        heads(facts, pupil)
        lessons(facts)
        (final, fact), = part(facts, 'Отметка за период «%s»' % period)
        assert final.pupil == pupil and final.text(7) == period and not final.text(8), 'no cell of the period'
        assert final.text() == fact['value'] == value and re.fullmatch('[1-9][-+]?', value), 'the cell holds ' + final.text()
        # Every lesson's cell of the row between the period before and this one that holds a mark.
        columns, column = set(), final.column - 1
        while column > 2 and final.text(8, column):
            columns |= {column} if re.search('[1-5]', final.text(final.row, column)) else set()
            column -= 1
        marks = cells(facts, 'Отметка — ', pupil)
        assert {p.where for p, _ in marks} == {final.where[:3] + (c,) for c in columns}, 'other marks are told'
        numbers = [int(d) for c in columns for d in re.findall('[1-5]', final.text(final.row, c))]
        real = Fraction(sum(numbers), len(numbers))
        assert len(numbers) == int(count) == len(marks), 'the cells hold %d marks' % len(numbers)
        assert math.floor(real * 100) <= int(mean.replace(',', '')) <= math.ceil(real * 100), 'their mean is %s' % real
        assert math.floor(real + Fraction(1, 2)) != int(value[0]), 'the mean gives that mark'

    for line in open(sys.argv[2], encoding='utf-8'):
        told = json.loads(line)
        try:
            globals()[told['rule'].replace('-', '_')](told, told['evidence'])
            verdict = 'right' if not told['missing'] else 'something is missing'
        except Exception as error:
            verdict = '%s %s' % (type(error).__name__, error)
        print(told['rule'], told['key'], verdict, sep='|')
    """
}
