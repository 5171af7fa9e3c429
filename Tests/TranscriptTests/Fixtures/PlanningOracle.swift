import Foundation

/// The rows of Дневник.ру lesson plannings as xlrd reads them, where python3 has it: an oracle that shares nothing with the
/// program.
enum PlanningOracle {
  static let isInstalled = (try? JournalOracle.run("import xlrd", [])) != nil

  /// `class|group|subject|date|ordinal of the day|kind|text` of every topic and homework that is there, sorted; line breaks as
  /// `\\n`.
  static func texts(_ path: String) throws -> [String] {
    try JournalOracle.run(script, [path]).split(separator: "\n").map(String.init).sorted()
  }

  private static let script = """
    import re, sys, zipfile, xlrd
    archive = zipfile.ZipFile(sys.argv[1])
    for member in archive.namelist():
        for sheet in xlrd.open_workbook(file_contents=archive.read(member)).sheets():
            where, days = None, {}
            for row in range(sheet.nrows):
                cells = [str(sheet.cell_value(row, column)) for column in range(sheet.ncols)]
                head = re.match(r'Класс: (.*) \\((.*)\\) \\d{4}/', cells[0])
                if head:
                    where, days = '|'.join([head[1], head[2], sheet.name]), {}
                date = re.fullmatch(r'(\\d\\d)\\.(\\d\\d)\\.(\\d{4})', cells[0])
                if not date:
                    continue
                day = '-'.join(reversed(date.groups()))
                days[day] = days.get(day, 0) + 1
                for kind, text in ((2, cells[1]), (3, cells[2])):
                    if text:
                        print(where, day, days[day], kind, text.replace('\\n', '\\\\n'), sep='|')
    """
}

extension Scratch {
  /// The same of the store.
  func planningTexts() throws -> [String] {
    try rows(
      """
      SELECT c.title, g.name, s.name, date(l.held_on * 86400, 'unixepoch'),
        CASE WHEN instr(l.key, '#') > 0 THEN substr(l.key, instr(l.key, '#') + 1) ELSE '1' END, t.kind,
        replace(t.text, char(10), '\\n')
      FROM lesson_text t JOIN lesson l ON l.id = t.lesson JOIN study_class c ON c.id = l.study_class
        JOIN study_group g ON g.id = l.study_group JOIN subject s ON s.id = l.subject
      """
    ).sorted()
  }
}
