import Foundation

/// The cells of Дневник.ру journals as openpyxl reads them, where python3 has it: an oracle that shares nothing with the
/// program.
enum JournalOracle {
  static let isInstalled = (try? run("import openpyxl", [])) != nil

  /// `class|group|subject|date|ordinal of the day|pupil|marks|absence` for every lesson's cell that holds something, and
  /// `class|group|subject|period|pupil|value` for every period's, of a workbook or an archive of them; sorted.
  static func cells(_ path: String) throws -> [String] {
    try run(script, [path]).split(separator: "\n").map(String.init).sorted()
  }

  private static let script = """
    import io, re, sys, zipfile, openpyxl
    MONTHS = 'Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь'.split()

    def head(text):
        return ' '.join(text.split(':', 1)[1].split())

    def read(book):
        for sheet in openpyxl.load_workbook(book).worksheets:
            def cell(row, column):
                value = sheet.cell(row, column).value
                return '' if value is None else str(value).strip()
            # Дневник.ру writes «7а (Англ.яз 2)».
            name = re.fullmatch(r'(.*?) ?\\((.*)\\)', head(cell(1, 1)))
            where = '|'.join([name[1], name[2], head(cell(3, 1))])
            year = int(head(cell(2, 1))[:4])
            names, pupils = {}, []
            for row in range(10, sheet.max_row + 1):
                pupil = ' '.join(cell(row, 2).split())
                if pupil:
                    names[pupil] = names.get(pupil, 0) + 1
                    pupils.append((row, pupil + ('#%d' % names[pupil] if names[pupil] > 1 else '')))
            month, days = None, {}
            for column in range(3, sheet.max_column + 1):
                label, day = cell(7, column), cell(8, column)
                if label in MONTHS:
                    month = MONTHS.index(label) + 1
                if day:
                    date = '%04d-%02d-%02d' % (year if month > 8 else year + 1, month, int(day))
                    days[date] = days.get(date, 0) + 1
                for row, pupil in pupils:
                    value = cell(row, column)
                    if not value:
                        continue
                    if day:
                        marks = ','.join(re.findall('[0-9]', value))
                        print(where, date, days[date], pupil, marks, 'Н' if 'н' in value else '', sep='|')
                    else:
                        print(where, label, pupil, value.lower(), sep='|')

    path = sys.argv[1]
    if path.endswith('.zip'):
        archive = zipfile.ZipFile(path)
        for member in archive.namelist():
            read(io.BytesIO(archive.read(member)))
    else:
        read(path)
    """

  static func run(_ script: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-W", "ignore", "-X", "utf8", "-c", script] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    struct Failed: Error {}
    guard process.terminationStatus == 0 else { throw Failed() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Scratch {
  /// What the store holds, in the oracle's form.
  func journalCells() throws -> [String] {
    let journal = """
      JOIN study_group g ON g.key = j.key JOIN study_class c ON c.id = g.study_class
      """
    let pupil = "p.name || CASE WHEN p.key LIKE '%#_' THEN substr(p.key, -2) ELSE '' END"
    let lessons = try rows(
      """
      SELECT c.title, g.name, s.name, date(l.held_on * 86400, 'unixepoch'),
        coalesce(nullif(substr(l.key, length(j.key) + 13), ''), '1'), \(pupil),
        coalesce((SELECT group_concat(value, ',') FROM (
          SELECT value FROM mark WHERE lesson = x.lesson AND pupil = x.pupil ORDER BY ordinal)), ''),
        coalesce((SELECT code FROM attendance WHERE lesson = x.lesson AND pupil = x.pupil), '')
      FROM (SELECT lesson, pupil FROM mark UNION SELECT lesson, pupil FROM attendance) x
      JOIN lesson l ON l.id = x.lesson JOIN journal j ON j.id = l.journal \(journal)
      JOIN subject s ON s.id = l.subject JOIN pupil p ON p.id = x.pupil
      """)
    let finals = try ["final_mark", "exemption"].flatMap { table in
      try rows(
        """
        SELECT c.title, g.name, s.name, q.name, \(pupil), \(table == "exemption" ? "'осв'" : "f.value")
        FROM \(table) f JOIN journal j ON j.id = f.journal \(journal) JOIN subject s ON s.id = f.subject
        JOIN period q ON q.id = f.period JOIN pupil p ON p.id = f.pupil
        """)
    }
    return (lessons + finals).sorted()
  }
}
