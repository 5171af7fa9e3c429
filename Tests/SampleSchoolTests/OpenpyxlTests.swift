import Foundation
import Testing

@testable import SampleSchool

/// Python's own ZIP and XLSX readers open what the generator writes.
@Suite struct OpenpyxlTests {
  /// - Returns: standard output; nil if Python or the script fails.
  private static func python(_ script: String, _ arguments: String...) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-W", "ignore", "-c", script] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      return nil
    }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: output, as: UTF8.self) : nil
  }

  private static let isInstalled = python("import openpyxl") != nil

  @Test(.enabled(if: isInstalled, "python3 with openpyxl is not installed"))
  func journalsOpen() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "zavuch-\(UUID().uuidString).zip").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try SampleSchool.write(.sample, faults: nil, format: .journals, to: path)
    let script = """
      import io, sys, zipfile, openpyxl
      archive = zipfile.ZipFile(sys.argv[1])
      for entry in archive.infolist():
          assert not entry.flag_bits & 0x800 and not entry.extra
          name = entry.orig_filename.encode('cp437').decode('cp866')
          book = openpyxl.load_workbook(io.BytesIO(archive.read(entry)))
          sheet = book.worksheets[0]
          print(name, len(book.worksheets), sheet['A1'].value, sheet['B9'].value, book.properties.created, sep='|')
      """
    let lines = try #require(Self.python(script, path)).split(separator: "\n")
    #expect(lines.count == 8)
    #expect(
      lines.contains {
        $0.hasPrefix("2025_2026_8б (8б).xlsx|")
          && $0.hasSuffix("|Класс: 8б (8б)|Фамилия и имя ученика|2025-10-27 07:00:00")
      })
    #expect(lines.contains { $0.hasPrefix("2025_2026_10 а (10а).xlsx|") })
  }
}
