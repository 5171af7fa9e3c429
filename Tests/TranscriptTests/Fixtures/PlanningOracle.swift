/// Lesson planning as xlrd reads it, and journals as openpyxl does, where python3 has them: what joins is counted without the
/// program.
enum PlanningOracle {
  static let isInstalled = (try? JournalOracle.run("import openpyxl, xlrd", [])) != nil

  /// `class|group|subject|date|n|topic|homework` for every row of an archive of planning books; sorted. A line break is `⏎`.
  static func rows(_ path: String) throws -> [String] {
    try lines("for row in planning(sys.argv[1]): print(*row, sep='|')", [path])
  }

  /// `joined`, `planning` or `journal`, class, group, subject in capitals, count: how often planning and journals have a class's lesson of
  /// one group, subject and day, the first with the first; only of classes that both have.
  static func meetings(planning: String, journals: String) throws -> [String] {
    try lines(
      """
      ours = collections.Counter(row[:4] for row in planning(sys.argv[1]))
      theirs = collections.Counter(journals(sys.argv[2]))
      classes = {key[0] for key in ours} & {key[0] for key in theirs}
      sums = collections.Counter()
      for key in set(ours) | set(theirs):
          if key[0] in classes:
              a, b = ours[key], theirs[key]
              for side, count in (('joined', min(a, b)), ('planning', max(a - b, 0)), ('journal', max(b - a, 0))):
                  if count:
                      sums[(side,) + key[:2] + (key[2].upper(),)] += count
      for key, count in sums.items():
          print(*key, count, sep='|')
      """, [planning, journals])
  }

  private static func lines(_ body: String, _ arguments: [String]) throws -> [String] {
    try JournalOracle.run(script + body, arguments).split(separator: "\n").map(String.init).sorted()
  }

  private static let script = """
    import collections, io, re, sys, zipfile, openpyxl, xlrd
    MONTHS = 'Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь'.split()

    def members(path):
        archive = zipfile.ZipFile(path)
        return [archive.read(name) for name in archive.namelist()]

    def planning(path):
        for bytes in members(path):
            for sheet in xlrd.open_workbook(file_contents=bytes).sheets():
                where, days = None, {}
                for row in range(sheet.nrows):
                    first = sheet.cell_value(row, 0)
                    if isinstance(first, str) and first.startswith('Класс: '):
                        name = re.fullmatch(r'Класс: (.*) \\((.*)\\) \\d+/\\d+ учебный год', first)
                        where, days = (name[1], name[2], sheet.name), {}
                    elif isinstance(first, str) and re.fullmatch(r'\\d\\d\\.\\d\\d\\.\\d{4}', first):
                        date = '-'.join(reversed(first.split('.')))
                        days[date] = days.get(date, 0) + 1
                        texts = [sheet.cell_value(row, 1), sheet.cell_value(row, 2)]
                        texts = ['' if not t.strip() else t.replace('\\r', '␍').replace('\\n', '⏎') for t in texts]
                        yield where + (date, days[date]) + tuple(texts)

    def journals(path):
        for bytes in members(path):
            for sheet in openpyxl.load_workbook(io.BytesIO(bytes)).worksheets:
                name = re.fullmatch(r'Класс: (.*) \\((.*)\\)', sheet['A1'].value)
                year = int(sheet['A2'].value.split()[1][:4])
                subject = sheet.title.removesuffix(' ' + name[2])
                month = None
                for column in range(3, sheet.max_column + 1):
                    label, day = sheet.cell(7, column).value, sheet.cell(8, column).value
                    if label in MONTHS:
                        month = MONTHS.index(label) + 1
                    if day:
                        date = '%04d-%02d-%02d' % (year if month > 8 else year + 1, month, int(day))
                        yield (name[1], name[2], subject, date)


    """
}
