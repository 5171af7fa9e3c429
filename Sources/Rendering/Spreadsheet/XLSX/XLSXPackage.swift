/// The parts of the package around the sheets.
struct XLSXPackage {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006"
  private static let package = "http://schemas.openxmlformats.org/package/2006"

  let workbook: Workbook

  /// Relative to `xl/`.
  static func path(ofSheet index: Int) -> String { "worksheets/sheet\(index + 1).xml" }

  /// `worksheets/_rels/sheet1.xml.rels`
  static func relationships(of path: String) -> String {
    let parts = path.split(separator: "/")
    return parts.dropLast().joined(separator: "/") + "/_rels/" + (parts.last ?? "") + ".rels"
  }

  func contentTypes() throws(SpreadsheetError) -> [UInt8] {
    let sheetML = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    return try XMLWriter.bytes { xml in
      xml.element("Types", ["xmlns": XLSXPackage.package + "/content-types"]) {
        let relationships = "application/vnd.openxmlformats-package.relationships+xml"
        xml.element("Default", ["Extension": "rels", "ContentType": relationships])
        xml.element("Default", ["Extension": "xml", "ContentType": "application/xml"])
        func override(_ path: String, _ type: String) {
          xml.element("Override", ["PartName": path, "ContentType": type])
        }
        override("/xl/workbook.xml", sheetML + "sheet.main+xml")
        for index in workbook.sheets.indices {
          override("/xl/" + XLSXPackage.path(ofSheet: index), sheetML + "worksheet+xml")
        }
        for number in 1..<(workbook.charts.count + 1) {
          override("/xl/" + XLSXDrawing.path(number), "application/vnd.openxmlformats-officedocument.drawing+xml")
          override(
            "/xl/" + XLSXDrawing.path(ofChart: number),
            "application/vnd.openxmlformats-officedocument.drawingml.chart+xml")
        }
        override("/xl/styles.xml", sheetML + "styles+xml")
        override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
        override("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml")
      }
    }
  }

  func relationships() throws(SpreadsheetError) -> [UInt8] {
    try relationships([
      (XLSXPackage.office + "/relationships/officeDocument", "xl/workbook.xml"),
      (XLSXPackage.package + "/relationships/metadata/core-properties", "docProps/core.xml"),
      (XLSXPackage.office + "/relationships/extended-properties", "docProps/app.xml"),
    ])
  }

  /// `rId1` is the first sheet; the styles come last.
  func workbookRelationships() throws(SpreadsheetError) -> [UInt8] {
    let sheets = workbook.sheets.indices.map {
      (XLSXPackage.office + "/relationships/worksheet", XLSXPackage.path(ofSheet: $0))
    }
    return try relationships(sheets + [(XLSXPackage.office + "/relationships/styles", "styles.xml")])
  }

  /// From a sheet to its drawing, and from a drawing to its chart.
  func drawingRelationships(_ kind: String, path: String) throws(SpreadsheetError) -> [UInt8] {
    try relationships([(XLSXPackage.office + "/relationships/" + kind, "../" + path)])
  }

  private func relationships(_ targets: [(type: String, path: String)]) throws(SpreadsheetError) -> [UInt8] {
    try XMLWriter.bytes { xml in
      xml.element("Relationships", ["xmlns": XLSXPackage.package + "/relationships"]) {
        for (index, target) in targets.enumerated() {
          xml.element("Relationship", ["Id": "rId\(index + 1)", "Type": target.type, "Target": target.path])
        }
      }
    }
  }

  func workbookPart() throws(SpreadsheetError) -> [UInt8] {
    try XMLWriter.bytes { xml in
      xml.element("workbook", ["xmlns": XLSXPackage.main, "xmlns:r": XLSXPackage.office + "/relationships"]) {
        xml.element("bookViews") {
          xml.element("workbookView", ["activeTab": "0", "windowWidth": "24000", "windowHeight": "14000"])
        }
        xml.element("sheets") {
          for (index, sheet) in workbook.sheets.enumerated() {
            xml.element("sheet", ["name": sheet.name, "sheetId": "\(index + 1)", "r:id": "rId\(index + 1)"])
          }
        }
        if workbook.sheets.contains(where: { $0.header != nil }) { xml.element("definedNames") { names(xml) } }
      }
    }
  }

  /// LibreOffice looks through all sheets for each that repeats its titles: 287 of them took it four minutes. In a workbook of
  /// more sheets than this only those repeat them that go over to another page.
  private static let mostTitled = 20

  /// Excel keeps the range of a filter and the repeated rows as names of the sheet.
  private func names(_ xml: XMLWriter) {
    for (index, sheet) in workbook.sheets.enumerated() {
      guard let header = sheet.header else { continue }
      let name = CellReference.quoted(sheet.name)
      if let filter = header.filter {
        let last = CellReference.column(sheet.columns.count - 1)
        xml.element(
          "definedName", ["name": "_xlnm._FilterDatabase", "localSheetId": "\(index)", "hidden": "1"],
          text: "\(name)!$A$\(filter.lowerBound + 1):$\(last)$\(filter.upperBound + 1)")
      }
      guard workbook.sheets.count <= XLSXPackage.mostTitled || sheet.isTallerThanPage(workbook.styles) else { continue }
      let columns = header.columns > 0 ? "\(name)!$A:$\(CellReference.column(header.columns - 1))," : ""
      xml.element(
        "definedName", ["name": "_xlnm.Print_Titles", "localSheetId": "\(index)"],
        text: columns + "\(name)!$\(header.rows.lowerBound + 1):$\(header.rows.upperBound + 1)")
    }
  }

  func coreProperties() throws(SpreadsheetError) -> [UInt8] {
    let properties = workbook.properties
    return try XMLWriter.bytes { xml in
      xml.element(
        "cp:coreProperties",
        [
          "xmlns:cp": XLSXPackage.package + "/metadata/core-properties",
          "xmlns:dc": "http://purl.org/dc/elements/1.1/",
          "xmlns:dcterms": "http://purl.org/dc/terms/",
          "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        ]
      ) {
        xml.element("dc:title", text: properties.title)
        if !properties.subject.isEmpty { xml.element("dc:subject", text: properties.subject) }
        xml.element("dc:creator", text: properties.author)
        xml.element("cp:lastModifiedBy", text: properties.author)
        // The format demands a zone; the school's own clock stands here, as it does in the document.
        let made = properties.made.description + "Z"
        xml.element("dcterms:created", ["xsi:type": "dcterms:W3CDTF"], text: made)
        xml.element("dcterms:modified", ["xsi:type": "dcterms:W3CDTF"], text: made)
        if !properties.identifier.isEmpty { xml.element("dc:identifier", text: properties.identifier) }
        xml.element("dc:language", text: Workbook.language.code + "-" + Workbook.language.country)
      }
    }
  }

  func applicationProperties() throws(SpreadsheetError) -> [UInt8] {
    try XMLWriter.bytes { xml in
      xml.element("Properties", ["xmlns": XLSXPackage.office + "/extended-properties"]) {
        xml.element("Application", text: "Zavuch")
        xml.element("Company", text: workbook.properties.author)
      }
    }
  }
}
