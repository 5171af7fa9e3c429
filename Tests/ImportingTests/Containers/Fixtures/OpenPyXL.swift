import Foundation
import Importing

/// openpyxl as an oracle, where python3 has it.
enum OpenPyXL {
  static let isInstalled = (try? PythonOracle.run("import openpyxl", [])) != nil

  /// Sheet by sheet: its name, the cells by row and column, the merged ranges, as `SheetGrid.lines` has them. `shown` gives the texts
  /// that a program shows, and no kinds.
  static func lines(_ book: FileBytes, shown: Bool = false) throws -> [String] {
    let script = """
      import sys, openpyxl, datetime
      def raw(c):
          v = c.value
          if c.data_type == 'e': return 'error ' + v
          if isinstance(v, bool): return 'boolean %d' % v
          if isinstance(v, (int, float)): return 'number %r' % float(v)
          if isinstance(v, datetime.datetime): return 'date ' + v.isoformat()
          return 'text ' + v
      def shown(c):
          v = c.value
          if isinstance(v, bool): return 'text ' + str(v).upper()
          if isinstance(v, datetime.datetime): return v.strftime('text %d.%m.%Y' if v.hour == 0 else 'text %d.%m.%Y %H:%M')
          return 'text %s' % v
      show = shown if sys.argv[2] == 'shown' else raw
      for sheet in openpyxl.load_workbook(sys.argv[1], data_only=True).worksheets:
          print('sheet', sheet.title, end='\\0')
          for row in sheet.iter_rows():
              for cell in row:
                  if cell.value is not None: print(cell.row, cell.column, show(cell), end='\\0')
          for m in sorted(sheet.merged_cells.ranges, key=lambda m: (m.min_row, m.min_col)):
              print('merge', m.min_row, m.max_row, m.min_col, m.max_col, end='\\0')
      """
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx").path
    try book.write(to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try PythonOracle.run(script, [path, shown ? "shown" : "raw"]).split(separator: "\0").map(String.init)
  }
}
