/// A workbook as NPOI 2.1.3 packs it: the same parts, in the same order.
struct DnevnikWorkbook {
  var sheets: [DnevnikSheet]
  /// The document's `dcterms:created`.
  var moment: Moment

  func bytes() throws -> [UInt8] {
    var strings = SharedStrings()
    let sheetParts = sheets.enumerated().map { offset, sheet in
      (name: "xl/worksheets/sheet\(offset + 1).xml", text: sheet.xml(isFirst: offset == 0, strings: &strings))
    }
    let parts =
      [
        (name: "docProps/core.xml", text: core),
        (name: "_rels/.rels", text: packageRelations),
        (name: "[Content_Types].xml", text: contentTypes),
        (name: "docProps/app.xml", text: DnevnikParts.app),
        (name: "docProps/custom.xml", text: DnevnikParts.custom),
        (name: "xl/sharedStrings.xml", text: sharedStrings(strings)),
        (name: "xl/styles.xml", text: DnevnikParts.styles),
        (name: "xl/workbook.xml", text: workbook),
        (name: "xl/_rels/workbook.xml.rels", text: workbookRelations),
      ] + sheetParts.sorted { $0.name < $1.name }
    return try ZipArchive.bytes(of: parts.map { ($0.name, Array($0.text.utf8)) }, at: moment)
  }

  private var core: String {
    """
    \u{FEFF}<?xml version="1.0" encoding="utf-8"?><coreProperties \
    xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
    xmlns="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">\
    <dcterms:created xsi:type="dcterms:W3CDTF">\(moment)Z</dcterms:created><dc:creator>NPOI</dc:creator></coreProperties>
    """
  }

  private var packageRelations: String {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return relations([
      ("rId1", "\(office)/officeDocument", "xl/workbook.xml"),
      ("rId2", "\(office)/extended-properties", "docProps/app.xml"),
      ("rId3", "\(office)/custom-properties", "docProps/custom.xml"),
      ("rId4", "\(package)/metadata/core-properties", "docProps/core.xml"),
    ])
  }

  private var workbookRelations: String {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let list =
      [("rId1", "\(office)/sharedStrings", "sharedStrings.xml"), ("rId2", "\(office)/styles", "styles.xml")]
      + sheets.indices.map { ("rId\($0 + 3)", "\(office)/worksheet", "worksheets/sheet\($0 + 1).xml") }
    return relations(list.sorted { $0.0 < $1.0 })
  }

  private func relations(_ list: [(id: String, type: String, target: String)]) -> String {
    let items = list.map { "<Relationship Id=\"\($0.id)\" Type=\"\($0.type)\" Target=\"\($0.target)\" />" }
    return "\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-8\"?><Relationships "
      + "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(items.joined())</Relationships>"
  }

  private var contentTypes: String {
    let sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
    let parts =
      DnevnikParts.contentTypes
      + sheets.indices.map { ("/xl/worksheets/sheet\($0 + 1).xml", sheet) }.sorted { $0.0 < $1.0 }
    let overrides = parts.map { "<Override PartName=\"\($0.0)\" ContentType=\"\($0.1)\" />" }
    return "\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-8\"?><Types "
      + "xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
      + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\" /><Default Extension=\"xml\" "
      + "ContentType=\"application/xml\" />\(overrides.joined())</Types>"
  }

  private var workbook: String {
    let list = sheets.enumerated().map { offset, sheet in
      "<sheet name=\"\(escaped(sheet.name))\" sheetId=\"\(offset + 1)\" r:id=\"rId\(offset + 3)\"></sheet>"
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><workbook "
      + "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
      + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
      + "<workbookPr autoCompressPictures=\"1\"/><bookViews><workbookView tabRatio=\"600\"></workbookView></bookViews>"
      + "<sheets>\(list.joined())</sheets></workbook>"
  }

  private func sharedStrings(_ strings: SharedStrings) -> String {
    let items = strings.list.map { "<si><t xml:space=\"preserve\">\(escaped($0))</t></si>" }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\" ?><sst "
      + "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"\(strings.uses)\" "
      + "uniqueCount=\"\(strings.list.count)\">\(items.joined())</sst>"
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }
}
