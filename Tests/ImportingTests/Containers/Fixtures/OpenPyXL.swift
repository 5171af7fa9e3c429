/// openpyxl as an oracle, where python3 has it.
enum OpenPyXL {
  static let isInstalled = (try? PythonOracle.run("import openpyxl", [])) != nil

  /// Sheet by sheet: its name, how many cells hold something, how many code points they have, how many merged ranges.
  static func counts(_ path: String) throws -> [String] {
    let script = """
      import sys, openpyxl
      for sheet in openpyxl.load_workbook(sys.argv[1], data_only=True).worksheets:
          values = [str(c.value) for row in sheet.iter_rows() for c in row if c.value not in (None, '')]
          print(sheet.title, len(values), sum(map(len, values)), len(sheet.merged_cells.ranges), sep='\\t')
      """
    return try PythonOracle.run(script, [path]).split(separator: "\n").map(String.init)
  }
}
