import Foundation
import Testing

@testable import Archive

/// A folder of a test's own that goes away with it, and an archive in it.
final class Scratch {
  let folder: String
  var archive: ReportArchive { ReportArchive(folder: path("Архив")) }

  init() throws {
    folder = NSTemporaryDirectory() + "zavuch-archive-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ relative: String) -> String { folder + "/" + relative }

  func write(_ bytes: some Sequence<UInt8>, to relative: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path(relative)))
  }

  func bytes(_ relative: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path(relative))))
  }

  func remove(_ relative: String) throws { try FileManager.default.removeItem(atPath: path(relative)) }

  /// Every file with its bytes, every folder with none.
  func tree() throws -> [String: [UInt8]] {
    var tree: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      tree[name] = FileSystem.kind(path(name)) == .folder ? [] : try bytes(name)
    }
    return tree
  }

  /// Lines of the ledger without their ends.
  func ledger() throws -> [String] {
    String(decoding: try bytes("Архив/журнал.jsonl"), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  func writeLedger(_ lines: [String]) throws {
    try write(lines.map { $0 + "\n" }.joined().utf8, to: "Архив/журнал.jsonl")
  }

  /// Three reports of three half-months, each with two files.
  @discardableResult
  func registerThree() throws -> [Registration] {
    try ["2026-03-15", "2026-03-31", "2026-04-15"].map { date in
      try archive.register(sample(asOf: date), files: files(asOf: date))
    }
  }
}

func sample(
  report: String = "control", asOf: String = "2026-03-15", signedOn: String? = nil, by signer: Signer? = nil,
  number: Int? = nil
) -> RegistrationRequest {
  RegistrationRequest(
    report: report, title: "Справка о контроле", signer: signer ?? Signer(.deputy, name: "Иванова А.А."),
    signedOn: signedOn ?? asOf, asOf: asOf, window: "01.09.2025–15.03.2026", program: "zavuch 1.0",
    libraries: ["pango": "1.50.12", "cairo": "1.16.0"], number: number)
}

func files(asOf: String = "2026-03-15", text: String = "текст") -> [ReportArchive.NamedBytes] {
  [
    ("control-\(asOf).pdf", Array("PDF \(asOf) \(text)".utf8)),
    ("control-\(asOf).html", Array("HTML \(asOf) \(text)".utf8)),
  ]
}

let director = Signer(.director, name: "Петров П.П.")
