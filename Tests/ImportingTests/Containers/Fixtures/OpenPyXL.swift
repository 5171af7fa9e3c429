import Foundation
import Testing

/// openpyxl as an oracle, where python3 has it.
enum OpenPyXL {
  static let isInstalled = (try? run("import openpyxl", [])) != nil

  /// Sheet by sheet: its name, how many cells hold something, how many code points they have, how many merged ranges.
  static func counts(_ path: String) throws -> [String] {
    let script = """
      import sys, openpyxl
      for sheet in openpyxl.load_workbook(sys.argv[1], data_only=True).worksheets:
          values = [str(c.value) for row in sheet.iter_rows() for c in row if c.value not in (None, '')]
          print(sheet.title, len(values), sum(map(len, values)), len(sheet.merged_cells.ranges), sep='\\t')
      """
    return try run(script, [path]).split(separator: "\n").map(String.init)
  }

  private static func run(_ script: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-W", "ignore", "-c", script] + arguments
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
