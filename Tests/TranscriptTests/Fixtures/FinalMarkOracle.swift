/// Final marks of Дневник.ру journals held against the means of their periods by openpyxl and exact fractions: an oracle
/// that shares nothing with the program.
enum FinalMarkOracle {
  /// Kept and broken units of a workbook or an archive of them: class × subject × pupil × period with a numeric final mark
  /// and marks. Grade 1 and exempt pupils are none; of pupils whose name their list has twice, and where two sheets give
  /// different final marks, nothing is broken.
  static func counts(_ path: String) throws -> [Int] {
    try JournalOracle.run(script, [path]).split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
  }

  private static let script = """
    import io, math, re, sys, zipfile, openpyxl
    from fractions import Fraction
    marks, finals, exempt, namesakes = {}, {}, set(), set()

    def head(text):
        return ' '.join(text.split(':', 1)[1].split())

    def read(book):
        for sheet in openpyxl.load_workbook(book).worksheets:
            def cell(row, column):
                value = sheet.cell(row, column).value
                return '' if value is None else str(value).strip()
            studyClass = re.fullmatch(r'(.*?) ?\\((.*)\\)', head(cell(1, 1)))[1].replace(' ', '').upper()
            if re.match('1[^0-9]', studyClass):
                continue
            seen, pupils = {}, []
            for row in range(10, sheet.max_row + 1):
                pupil = ' '.join(cell(row, 2).split())
                if pupil:
                    seen[pupil] = seen.get(pupil, 0) + 1
                    pupils.append((row, (studyClass, head(cell(3, 1)), pupil, seen[pupil])))
            namesakes.update((studyClass, pupil) for pupil, count in seen.items() if count > 1)
            lessons = []
            for column in range(3, sheet.max_column + 1):
                label = cell(7, column)
                if cell(8, column):
                    lessons.append(column)
                elif label:
                    for row, unit in pupils:
                        value = cell(row, column).lower()
                        if value == 'осв':
                            exempt.add(unit)
                        if re.match('[0-9] (чет|тр|пол|сем)', label):
                            digits = [d for lesson in lessons for d in re.findall('[0-9]', cell(row, lesson))]
                            marks.setdefault((unit, label), []).extend(map(int, digits))
                            if re.fullmatch('[1-9][-+]?', value):
                                finals.setdefault((unit, label), set()).add(int(value[0]))
                    lessons = []

    path = sys.argv[1]
    if path.endswith('.zip'):
        archive = zipfile.ZipFile(path)
        for member in archive.namelist():
            read(io.BytesIO(archive.read(member)))
    else:
        read(path)
    kept = broken = 0
    for (unit, label), values in finals.items():
        found = marks[unit, label]
        if unit in exempt or len(values) > 1 or not found:
            continue
        if values == {math.floor(Fraction(sum(found), len(found)) + Fraction(1, 2))}:
            kept += 1
        elif (unit[0], unit[2]) not in namesakes:
            broken += 1
    print(kept, broken)
    """
}
