/// What the control counts in the real exports of Дневник.ру, counted over the cells of the workbooks by openpyxl and xlrd:
/// an oracle that knows neither the store nor the rules' SQL.
enum ControlOracle {
  static var isInstalled: Bool { PlanningOracle.isInstalled }

  /// `rule|class|kept|broken|undetermined` of every class with a unit, sorted. `ungraded` are the full names of subjects
  /// that the school calls ungraded; `isProved`: the exports are of the as-of evening, so that what they lack is missing.
  static func counts(_ folder: String, journals: [String], ungraded: [String], isProved: Bool) throws -> [String] {
    let arguments = [
      folder, journals.joined(separator: ";"), ungraded.joined(separator: ";"), isProved ? "proved" : "",
    ]
    return try JournalOracle.run(script, arguments).split(separator: "\n").map(String.init).sorted()
  }

  private static let script = """
    import collections, io, re, sys, zipfile, openpyxl, xlrd
    MONTHS = 'Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь'.split()
    folder, files, ungraded, is_proved = sys.argv[1], sys.argv[2].split(';'), sys.argv[3].split(';'), bool(sys.argv[4])
    sums = collections.Counter()

    def count(rule, name, verdict):
        sums[rule, name.replace(' ', '').upper(), verdict] += 1

    def is_filler(text):
        return not re.search('[0-9A-Za-zА-Яа-яЁё]', text)

    def judge_topic(name, texts, is_entered):
        if texts and not is_filler(texts[0]):
            verdict = 'kept'
        else:
            verdict = 'broken' if texts and is_entered and (is_proved or texts[0].strip()) else 'undetermined'
        count('lesson-without-topic', name, verdict)

    # Day by day and lesson by lesson what the planning says: (class, group, short subject, date, n) -> topic, homework.
    plan = {}
    archive = zipfile.ZipFile(folder + '/LessonPlanning.zip')
    for member in archive.namelist():
        for sheet in xlrd.open_workbook(file_contents=archive.read(member)).sheets():
            for first, topic, home in (sheet.row_values(row)[:3] for row in range(sheet.nrows)):
                head = re.match(r'Класс: (.*) \\((.*)\\) \\d', str(first))
                if head:
                    seen = collections.Counter()
                elif re.fullmatch(r'\\d\\d\\.\\d\\d\\.\\d{4}', str(first)):
                    date = first[6:] + '-' + first[3:5] + '-' + first[:2]
                    seen[date] += 1
                    if date <= '2019-01-31':
                        plan[where + (date, seen[date])] = (topic, home)
                if head:
                    where = (head[1].replace(' ', ''), head[2], sheet.name)

    for name in files:
        day, month, year = re.search(r'(\\d\\d)\\.(\\d\\d)\\.(\\d{4})', name).groups()
        taken = '-'.join((year, month, day))
        if name.endswith('.zip'):
            archive = zipfile.ZipFile(folder + '/' + name)
            books = [io.BytesIO(archive.read(member)) for member in archive.namelist()]
        else:
            books = [folder + '/' + name]
        for book in books:
            # A lesson is a column: (class, date, who has it, cells by pupil, whether anything was entered in it).
            lessons, exempt, marks = [], set(), []
            for sheet in openpyxl.load_workbook(book).worksheets:
                rows = [['' if v is None else str(v).strip() for v in row] for row in sheet.iter_rows(values_only=True)]
                title, group = re.fullmatch(r'Класс: *(.*?) ?\\((.*)\\)', rows[0][0]).groups()
                subject = rows[2][0].split(':', 1)[1].strip()
                short = sheet.title.removesuffix(' ' + group)
                grade = int(re.match('[0-9]+', title)[0])
                first_year = int(re.search('[0-9]{4}', rows[1][0])[0])
                pupils = {row: ' '.join(rows[row][1].split()) for row in range(9, len(rows)) if rows[row][1]}
                assert len(set(pupils.values())) == len(pupils)
                month, seen = None, collections.Counter()
                for column in range(2, len(rows[6])):
                    month = MONTHS.index(rows[6][column]) + 1 if rows[6][column] in MONTHS else month
                    cells = {who: rows[row][column] for row, who in pupils.items()
                             if column < len(rows[row]) and rows[row][column]}
                    if not rows[7][column]:
                        exempt |= {(who, subject) for who, text in cells.items() if text == 'ОСВ'}
                        continue
                    date = '%d-%02d-%02d' % (first_year + (month < 8), month, int(rows[7][column]))
                    seen[date] += 1
                    if date > taken:
                        continue
                    texts = plan.pop((title.replace(' ', ''), group, short, date, seen[date]), None)
                    topic, home = texts or ('', '')
                    is_entered = bool(cells) or not is_filler(topic) or not is_filler(home)
                    lessons.append((date, set(pupils.values()), cells, is_entered))
                    if is_entered or not texts or not is_proved:
                        judge_topic(title, texts, is_entered)
                    for who, text in cells.items():
                        for mark in re.findall('[1-5]', text):
                            if grade == 1 or subject in ungraded:
                                count('mark-in-ungraded-class', title, 'broken')
                            else:
                                marks.append((who, subject, text))
            for who, subject, text in marks:
                if (who, subject) not in exempt:
                    is_one = not re.search(r'\\s|нн', text)
                    count('mark-with-absence', title, 'broken' if 'н' in text and is_one else 'kept')
            days = collections.defaultdict(list)
            for date, names, cells, is_entered in lessons:
                if is_entered:
                    for who in names:
                        days[who, date].append(cells.get(who, ''))
            for day in days.values():
                missed = sum('н' in text for text in day)
                others = [text for text in day if 'н' not in text]
                if len(day) < 3 or not missed:
                    continue
                if not others or missed / len(day) < 0.75:
                    verdict = 'kept'
                else:
                    verdict = 'broken' if any(others) else 'undetermined'
                count('attendance-contradiction', title, verdict)

    # What only the planning has.
    for (title, *_), (topic, home) in plan.items():
        judge_topic(title, (topic, home), not is_filler(topic) or not is_filler(home))

    for rule, name in sorted({key[:2] for key in sums}):
        print(rule, name, *(sums[rule, name, v] for v in ('kept', 'broken', 'undetermined')), sep='|')
    """
}
