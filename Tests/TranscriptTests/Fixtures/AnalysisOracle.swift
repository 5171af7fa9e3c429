import Foundation

/// A class's period counted in Python from a Дневник.ру workbook: it shares nothing with the program.
enum AnalysisOracle {
  /// Of the period of this label: pupils with data, of them with 4 and 5 only, of them without 2, marks 5, 4, 3, 2, their sum,
  /// and how many of them were forecast; of «Год» from the trimesters, of others from the marks of the days before its column.
  static func figures(_ path: String, period: String) throws -> [Int] {
    try JournalOracle.run(script, [path, period]).split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
  }

  private static let script = """
    import re, sys, openpyxl
    from fractions import Fraction
    book, wanted = openpyxl.load_workbook(sys.argv[1]), sys.argv[2].lower()
    results, forecasts = {}, 0
    given, current = {}, {}
    for sheet in book.worksheets:
        subject = sheet.cell(3, 1).value.split(':', 1)[1].strip()
        seen = {}
        for row in range(10, sheet.max_row + 1):
            name = ' '.join(str(sheet.cell(row, 2).value or '').split())
            if not name:
                continue
            seen[name] = seen.get(name, 0) + 1
            key = (name, seen[name], subject)
            marks = []
            for column in range(3, sheet.max_column + 1):
                value = str(sheet.cell(row, column).value or '').strip()
                if sheet.cell(8, column).value not in (None, ''):
                    marks += [int(d) for d in re.findall('[1-5]', value)]
                    continue
                label = str(sheet.cell(7, column).value or '').strip().lower()
                final = int(value) if re.fullmatch('[1-5]', value) else None
                if label == wanted:
                    if final is not None:
                        given[key] = final
                    if wanted != 'год':
                        current.setdefault(key, []).extend(marks)
                elif wanted == 'год' and re.fullmatch('[0-9] (тр|чтв|сем)', label) and final is not None:
                    current.setdefault(key, []).append(final)
                if re.fullmatch('[0-9] (тр|чтв|сем)', label):
                    marks = []
    for key in set(given) | set(current):
        mark = given.get(key)
        if mark is None and current[key]:
            mean = Fraction(sum(current[key]), len(current[key]))
            mark, forecasts = int(mean + Fraction(1, 2)), forecasts + 1
        if mark is not None:
            results.setdefault(key[:2], []).append(mark)
    flat = [mark for marks in results.values() for mark in marks]
    print(len(results), sum(min(m) >= 4 for m in results.values()), sum(min(m) >= 3 for m in results.values()),
          *(flat.count(mark) for mark in (5, 4, 3, 2)), sum(flat), forecasts)
    """
}
