import CLibZip
import Foundation
import FoundationXML
import Journal
import Testing

/// What a test reads back from a workbook: sheets of cells, without any of the renderers' code.
struct SpreadsheetReader {
  enum Cell: Hashable {
    case text(String)
    /// Dates and moments are days since 1899-12-30 in both formats.
    case number(Double)
  }

  struct Entry {
    var name: String
    var method: UInt16
    var bytes: [UInt8]
  }

  let entries: [Entry]

  init(_ bytes: [UInt8]) throws {
    var error = zip_error_t()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    buffer.copyBytes(from: bytes)
    defer { buffer.deallocate() }
    let source = try #require(zip_source_buffer_create(buffer.baseAddress, UInt64(bytes.count), 0, &error))
    let archive = try #require(zip_open_from_source(source, Int32(ZIP_RDONLY | ZIP_CHECKCONS), &error))
    defer { zip_discard(archive) }
    entries = try (0..<UInt64(zip_get_num_entries(archive, 0))).map { index in
      var stat = zip_stat_t()
      try #require(zip_stat_index(archive, index, 0, &stat) == 0)
      let file = try #require(zip_fopen_index(archive, index, 0))
      defer { zip_fclose(file) }
      var content = [UInt8](repeating: 0, count: Int(stat.size))
      try #require(zip_fread(file, &content, stat.size) == Int64(stat.size))
      return Entry(name: String(cString: stat.name), method: stat.comp_method, bytes: content)
    }
  }

  func part(_ name: String) throws -> XMLDocument {
    let entry = try #require(entries.first { $0.name == name })
    return try XMLDocument(data: Data(entry.bytes), options: .nodePreserveWhitespace)
  }

  /// Values of the attribute at the path, in document order.
  func attributes(_ part: String, _ path: String) throws -> [String] {
    try self.part(part).nodes(forXPath: path).map { $0.stringValue ?? "" }
  }

  /// Cells of a sheet of an XLSX file by their names.
  func xlsxCells(sheet: Int) throws -> [String: Cell] {
    var cells: [String: Cell] = [:]
    for case let node as XMLElement in try part("xl/worksheets/sheet\(sheet).xml").nodes(
      forXPath: "//*[local-name()='c']")
    {
      let name = try #require(try node.nodes(forXPath: "@r").first?.stringValue)
      let type = try node.nodes(forXPath: "@t").first?.stringValue
      let value = try node.nodes(forXPath: "*[local-name()='v']").first?.stringValue
      if type == "inlineStr" {
        cells[name] = .text(try node.nodes(forXPath: ".//*[local-name()='t']").map { $0.stringValue ?? "" }.joined())
      } else if let value, type == "str" {
        // What a formula gives.
        cells[name] = .text(value)
      } else if let value {
        cells[name] = .number(try #require(Double(value)))
      }
    }
    return cells
  }

  /// Cells of a sheet of an ODS file by their names.
  func odsCells(sheet: Int) throws -> [String: Cell] {
    let table = try #require(
      try part("content.xml").nodes(forXPath: "//*[local-name()='table'][\(sheet)]").first as? XMLElement)
    var cells: [String: Cell] = [:]
    for (row, node) in try table.nodes(forXPath: ".//*[local-name()='table-row']").enumerated() {
      for (column, node) in (node.children ?? []).enumerated() {
        guard let node = node as? XMLElement, let type = node.attribute(forName: "office:value-type")?.stringValue
        else {
          continue
        }
        let name = Self.letters(column) + String(row + 1)
        switch type {
        case "string":
          cells[name] = .text((node.children ?? []).map { odsText($0) }.joined(separator: "\n"))
        case "date":
          let moment = try #require(LocalMoment(node.attribute(forName: "office:date-value")?.stringValue ?? ""))
          cells[name] = .number(Double(moment.seconds) / 86_400 + 25_569)
        default:
          cells[name] = .number(try #require(Double(node.attribute(forName: "office:value")?.stringValue ?? "")))
        }
      }
    }
    return cells
  }

  private static func letters(_ column: Int) -> String {
    (column < 26 ? "" : letters(column / 26 - 1)) + String(UnicodeScalar(UInt8(65 + column % 26)))
  }

  private func odsText(_ node: XMLNode) -> String {
    guard let element = node as? XMLElement else { return node.stringValue ?? "" }
    switch element.name {
    case "text:s":
      return String(repeating: " ", count: Int(element.attribute(forName: "text:c")?.stringValue ?? "") ?? 1)
    case "text:tab": return "\t"
    default: return (element.children ?? []).map { odsText($0) }.joined()
    }
  }
}
