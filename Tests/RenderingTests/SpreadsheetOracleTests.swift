import Foundation
import Rendering
import Reporting
import Testing

/// Real programs read what we wrote.
@Suite("Spreadsheets in real programs", .serialized)
struct SpreadsheetOracleTests {
  private static let openpyxl = run("python3", ["-c", "import openpyxl"]) != nil
  private static let soffice = run("soffice", ["--version"]) != nil && run("pdftotext", ["-v"]) != nil

  /// Sheets with their views, and cells as `type|value|format`.
  private static let script = """
    import json, sys, openpyxl
    def cell(c):
        value = "%.9f" % c.value if c.data_type == "n" and not isinstance(c.value, int) else str(c.value)
        return "%s|%s" % (c.data_type, value)
    book = openpyxl.load_workbook(sys.argv[1], data_only=len(sys.argv) > 2)
    print(json.dumps([{
        "name": s.title, "freeze": s.freeze_panes or "", "filter": s.auto_filter.ref or "",
        "titles": s.print_title_rows or "", "orientation": s.page_setup.orientation or "",
        "fit": "%s %s %s" % (s.sheet_properties.pageSetUpPr.fitToPage, s.page_setup.fitToWidth, s.page_setup.fitToHeight),
        "charts": [type(c).__name__ for c in s._charts],
        "links": [c.hyperlink.location or "" for r in s.iter_rows() for c in r if c.hyperlink],
        "cells": {c.coordinate: cell(c) for r in s.iter_rows() for c in r if c.value is not None},
        "formats": {c.coordinate: c.number_format for r in s.iter_rows() for c in r if c.value is not None},
    } for s in book.worksheets]))
    """

  private struct Sheet: Decodable {
    var name, freeze, filter, titles, orientation, fit: String
    var links, charts: [String]
    var cells, formats: [String: String]
  }

  @Test("openpyxl sees types, formats, views and links", .enabled(if: openpyxl, "нет python3 с openpyxl"))
  func openpyxlReads() throws {
    try Self.inScratch { folder in
      let file = folder.appendingPathComponent("book.xlsx")
      try Data(XLSXRenderer().render(SampleDocument.report())).write(to: file)
      let sheets = try Self.read(file)
      #expect(sheets.map(\.name) == ["Справка", "Показатели", "Замечания май июнь", "Не устранено"])
      #expect(sheets.map(\.freeze) == ["", "A3", "A3", "A3"])
      #expect(sheets.map(\.filter) == ["", "A2:D8", "A2:H66", ""])
      #expect(sheets.map(\.titles) == ["", "$2:$2", "$2:$2", "$2:$2"])
      #expect(sheets.allSatisfy { $0.fit == "True 1 0" && $0.orientation == "portrait" })
      #expect(sheets[0].links == ["'Показатели'!A1", "'Замечания май июнь'!A1", "'Не устранено'!A1"])
      #expect(sheets[1].cells["D3"] == "n|0.958252427" && sheets[1].formats["D3"] == "0.0%")
      #expect(sheets[1].formats["B3"] == "#,##0" && sheets[1].formats["C3"] == "0")
      #expect(sheets[2].cells["D4"] == "d|2026-04-01 00:00:00" && sheets[2].formats["D4"] == "dd.mm.yyyy")
      #expect(sheets[2].cells["F5"] == "d|2026-04-06 09:03:07")
      #expect(sheets[2].cells["G5"] == "n|3.130000000" && sheets[2].formats["G5"] == "0.00")
      try Data(XLSXRenderer().render(SampleDocument.edges())).write(to: file)
      #expect(try Self.read(file)[1].cells["A3"] == "s|=1+1", "a text, not a formula")
    }
  }

  @Test("openpyxl sees the charts", .enabled(if: openpyxl, "нет python3 с openpyxl")) func charts() throws {
    try Self.inScratch { folder in
      let file = folder.appendingPathComponent("book.xlsx")
      try Data(XLSXRenderer().render(SampleDocument.gallery())).write(to: file)
      let charts = try Self.read(file).map(\.charts)
      #expect(
        charts == [
          [], ["BarChart"], ["BarChart"], ["LineChart"], ["BarChart"], [], ["LineChart"], [], [], [], [],
        ])
    }
  }

  @Test(
    "LibreOffice prints both", .enabled(if: soffice, "нет LibreOffice или pdftotext"),
    arguments: ["xlsx", "ods"])
  func prints(format: String) throws {
    try Self.inScratch { folder in
      let document = try SampleDocument.report()
      try Data(Self.book(document, format)).write(to: folder.appendingPathComponent("book." + format))
      try Self.convert(["book." + format], to: "pdf", in: folder)
      let text = try #require(Self.run("pdftotext", ["-layout", folder.appendingPathComponent("book.pdf").path, "-"]))
      for expected in [
        "СПРАВКА", "ПРОЕКТ", "Верхнеозёрск", "опаздывают с записями.", "Абдрахманова-Воскресенская Гульназ",
        "учитель истории и обществознания", "95,8", "01.04.2026", "Все замечания прошлой проверки устранены",
        "стр. 1 из",
      ] {
        #expect(text.contains(expected), "\(format): \(expected)")
      }
      #expect(!text.contains("###"), "a number does not fit its column")
    }
  }

  @Test(
    "LibreOffice finds the same cells in both", .enabled(if: soffice && openpyxl, "нет LibreOffice или openpyxl"))
  func sameCells() throws {
    try Self.inScratch { folder in
      let document = try SampleDocument.report(isDraft: false)
      let xlsx = folder.appendingPathComponent("book.xlsx")
      try Data(XLSXRenderer().render(document)).write(to: xlsx)
      let direct = try Self.read(xlsx)
      try Data(ODSRenderer().render(document)).write(to: folder.appendingPathComponent("book.ods"))
      try Self.convert(["book.ods"], to: "xlsx", in: folder)
      let through = try Self.read(xlsx)
      #expect(through.map(\.name) == direct.map(\.name))
      #expect(through.map(\.filter) == direct.map(\.filter))
      #expect(through.map(\.titles) == direct.map(\.titles))
      for (sheet, expected) in zip(through, direct) { #expect(sheet.cells == expected.cells, "\(sheet.name)") }
    }
  }

  /// Takes the results of formulas out of a workbook, so that only counting can bring them back.
  private static let forgetting = """
    import re, sys, zipfile
    old, new = sys.argv[1:]
    xlsx = r'(<f>[^<]*</f><v>)[^<]*'
    ods = r'(table:formula="[^"]*" office:value-type="[a-z]*" office:value=")[^"]*'
    count = 0
    with zipfile.ZipFile(old) as source, zipfile.ZipFile(new, "w") as target:
        for info in source.infolist():
            text = source.read(info)
            if info.filename == "content.xml" or "/worksheets/sheet" in info.filename:
                text, n = re.subn(ods if info.filename == "content.xml" else xlsx, r"\\g<1>0", text.decode())
                count += n
            target.writestr(info, text)
    print(count)
    """

  @Test(
    "LibreOffice counts every formula to what is stored",
    .enabled(if: soffice && openpyxl, "нет LibreOffice или openpyxl"),
    arguments: ["xlsx", "ods"])
  func recalculates(format: String) throws {
    try Self.inScratch { folder in
      let documents = try [SampleDocument.register()] + SampleReports.documents.get().map(\.document)
      let (out, whole) = (folder.appendingPathComponent("counted"), folder.appendingPathComponent("whole"))
      var count = 0
      for (number, document) in documents.enumerated() {
        try Data(XLSXRenderer().render(document)).write(to: folder.appendingPathComponent("stored\(number).xlsx"))
        try Data(Self.book(document, format)).write(to: whole)
        let book = folder.appendingPathComponent("\(number).\(format)")
        let forgotten = try #require(Self.run("python3", ["-c", Self.forgetting, whole.path, book.path]))
        count += try #require(Int(forgotten.trimmingCharacters(in: .whitespacesAndNewlines)))
      }
      #expect(count > 100)
      try Self.convert(documents.indices.map { "\($0).\(format)" }, to: "xlsx", in: folder, out: out)
      for number in documents.indices {
        let expected = try Self.read(folder.appendingPathComponent("stored\(number).xlsx"), results: true)
        let found = try Self.read(out.appendingPathComponent("\(number).xlsx"), results: true)
        #expect(found.map(\.name) == expected.map(\.name))
        for (sheet, expected) in zip(found, expected) { #expect(sheet.cells == expected.cells, "\(sheet.name)") }
      }
    }
  }

  private static let calamine = run("python3", ["-c", "import python_calamine"]) != nil

  /// The cells of every sheet, numbers with six decimals; a day is a number too.
  private static let cells = """
    import datetime as d, json, sys
    from python_calamine import CalamineWorkbook
    def cell(v):
        if isinstance(v, d.date) and not isinstance(v, d.datetime): v = d.datetime(v.year, v.month, v.day)
        if isinstance(v, d.datetime): v = (v - d.datetime(1899, 12, 30)).total_seconds() / 86400
        return "%.6f" % v if isinstance(v, (int, float)) else v
    book = CalamineWorkbook.from_path(sys.argv[1])
    print(json.dumps([
        [cell(v) for row in book.get_sheet_by_name(name).to_python() for v in row if v != ""]
        for name in book.sheet_names]))
    """

  @Test(
    "python-calamine reads every cell", .enabled(if: calamine, "нет python3 с python-calamine"),
    arguments: ["xlsx", "ods"])
  func calamineReads(format: String) throws {
    try Self.inScratch { folder in
      let file = folder.appendingPathComponent("book." + format)
      let documents = try [SampleDocument.report(), SampleDocument.register(), SampleDocument.gallery()]
      for document in try documents + SampleReports.documents.get().map(\.document) {
        let bytes = try Self.book(document, format)
        try Data(bytes).write(to: file)
        let json = try #require(Self.run("python3", ["-c", Self.cells, file.path]))
        let read = try JSONDecoder().decode([[String]].self, from: Data(json.utf8))
        let book = try SpreadsheetReader(bytes)
        for (index, cells) in read.enumerated() {
          let expected = try format == "xlsx" ? book.xlsxCells(sheet: index + 1) : book.odsCells(sheet: index + 1)
          let texts = FormatEqualityTests.inOrder(expected).map { cell in
            switch cell {
            case .text(let text): text
            case .number(let number): String(format: "%.6f", number)
            }
          }
          #expect(cells == texts, "\(document.properties.title), \(index + 1)")
        }
      }
    }
  }

  private static func book(_ document: ReportDocument, _ format: String) throws -> [UInt8] {
    try format == "xlsx" ? XLSXRenderer().render(document) : ODSRenderer().render(document)
  }

  /// `results`: of formulas; else the formulas themselves.
  private static func read(_ file: URL, results: Bool = false) throws -> [Sheet] {
    let json = try #require(run("python3", ["-c", script, file.path] + (results ? ["results"] : [])))
    return try JSONDecoder().decode([Sheet].self, from: Data(json.utf8))
  }

  /// Every formula is counted anew when the file opens.
  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
      <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
        <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
        <prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop>
      </item>
    </oor:items>
    """

  private static func convert(_ names: [String], to format: String, in folder: URL, out: URL? = nil) throws {
    let profile = folder.appendingPathComponent("profile")
    let user = profile.appendingPathComponent("user")
    try FileManager.default.createDirectory(at: user, withIntermediateDirectories: true)
    try Data(settings.utf8).write(to: user.appendingPathComponent("registrymodifications.xcu"))
    let arguments =
      [
        "-env:UserInstallation=" + profile.absoluteString, "--headless", "--convert-to", format, "--outdir",
        (out ?? folder).path,
      ] + names.map { folder.appendingPathComponent($0).path }
    try #require(run("soffice", arguments) != nil)
  }

  private static func inScratch(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zavuch-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  /// Standard output, or nil if the program is not there or fails.
  private static func run(_ program: String, _ arguments: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}
