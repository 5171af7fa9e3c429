import Foundation

/// A program of poppler-utils or qpdf, an oracle for what the renderer wrote.
enum PDFTool: String {
  case pdffonts, pdfinfo, pdftotext, qpdf

  struct Failure: Error {
    var tool: String
    var output: String
  }

  private var path: String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
      .map { "\($0)/\(rawValue)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  var isInstalled: Bool { path != nil }

  /// What the program prints about the file, errors too; `arguments` has «FILE» where the file's path belongs.
  func output(on pdf: [UInt8], _ arguments: [String]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pdf")
    try Data(pdf).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? rawValue)
    process.arguments = arguments.map { $0 == "FILE" ? file.path : $0 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(tool: rawValue, output: output) }
    return output
  }

  /// The text of a file in the order it is drawn.
  static func text(of pdf: [UInt8]) throws -> String {
    try PDFTool.pdftotext.output(on: pdf, ["-raw", "-enc", "UTF-8", "FILE", "-"])
  }
}
