import Foundation
import Importing
import Journal

/// xlrd as an oracle for `.xls`, where python3 has it: every cell, every merged range, and the same of our reader.
enum XLRD {
  static let isInstalled = (try? PythonOracle.run("import xlrd", [])) != nil

  /// Lines of the sheets' names, cells by row and column, and merged ranges.
  static func lines(_ file: FileBytes) throws -> [String] {
    let script = """
      import sys, xlrd
      from xlrd.xldate import xldate_as_datetime
      book = xlrd.open_workbook(sys.argv[1], formatting_info=True, logfile=sys.stderr)
      show = {1: lambda v: 'text ' + v, 2: lambda v: 'number %r' % v, 4: lambda v: 'boolean %d' % v,
              3: lambda v: 'date ' + xldate_as_datetime(v, book.datemode).isoformat(),
              5: lambda v: 'error ' + xlrd.error_text_from_code[v]}
      for sheet in book.sheets():
          print('sheet', sheet.name, end='\\0')
          for row in range(sheet.nrows):
              for column, cell in enumerate(sheet.row(row)):
                  if cell.ctype in show:
                      print(row + 1, column + 1, show[cell.ctype](cell.value), end='\\0')
          for (top, bottom, left, right) in sheet.merged_cells:
              print('merge', top + 1, bottom, left + 1, right, end='\\0')
      """
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xls").path
    try file.write(to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try PythonOracle.run(script, [path]).split(separator: "\0").map(String.init)
  }

  /// The same lines as our reader has them.
  static func ours(_ file: FileBytes) throws -> [String] {
    let book = try XLSReader(file)
    return try book.sheets.indices.flatMap { try book.grid($0).lines }
  }
}
