import Importing

/// A small workbook as exporters write it; a test changes the parts it is about.
struct WorkbookFixture {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  var parts: [(name: String, text: String)]

  /// One sheet, «Лист 1», of the given `<sheetData>` and what follows it.
  init(sheet: String, strings: [String] = []) {
    self.init(sheets: [("Лист 1", sheet)], strings: strings)
  }

  /// `strings` are the insides of `<si>`.
  init(sheets: [(name: String, xml: String)], strings: [String] = [], workbookProperties: String = "") {
    let types = "http://schemas.openxmlformats.org/package/2006/relationships"
    var tabs = ""
    var relations = """
      <Relationship Id="s" Type="\(WorkbookFixture.office)/sharedStrings" Target="/xl/sharedStrings.xml"/>
      """
    for (index, sheet) in sheets.enumerated() {
      tabs += "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 7)\" r:id=\"rId\(index)\"/>"
      relations += """
        <Relationship Id="rId\(index)" Type="\(WorkbookFixture.office)/worksheet" Target="worksheets/sheet\(index).xml"/>
        """
    }
    parts = [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        """
        <Relationships xmlns="\(types)"><Relationship Id="a" Type="\(WorkbookFixture.office)/officeDocument" \
        Target="xl/workbook.xml"/></Relationships>
        """
      ),
      (
        "xl/workbook.xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <workbook xmlns="\(WorkbookFixture.main)" xmlns:r="\(WorkbookFixture.office)">\(workbookProperties)\
        <sheets>\(tabs)</sheets></workbook>
        """
      ),
      ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"\(types)\">\(relations)</Relationships>"),
      (
        "xl/sharedStrings.xml",
        "<sst xmlns=\"\(WorkbookFixture.main)\">" + strings.map { "<si>\($0)</si>" }.joined() + "</sst>"
      ),
    ]
    for (index, sheet) in sheets.enumerated() {
      parts.append(
        ("xl/worksheets/sheet\(index).xml", "<worksheet xmlns=\"\(WorkbookFixture.main)\">\(sheet.xml)</worksheet>"))
    }
  }

  subscript(part: String) -> String? {
    get { parts.first { $0.name == part }?.text }
    set {
      let old = parts.firstIndex { $0.name == part }
      if let old { parts.remove(at: old) }
      if let newValue { parts.insert((part, newValue), at: old ?? parts.endIndex) }
    }
  }

  /// Cells point at `cellFormats` by their `s`; custom formats are numbered from 164 on.
  mutating func addStyles(cellFormats: [Int], formats: [String] = []) {
    let custom = formats.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>" }.joined()
    let cells = cellFormats.map { "<xf numFmtId=\"\($0)\" applyNumberFormat=\"1\"/>" }.joined()
    self["xl/styles.xml"] = """
      <styleSheet xmlns="\(WorkbookFixture.main)"><numFmts>\(custom)</numFmts><fonts><font/></fonts>\
      <fills><fill><patternFill/></fill></fills><borders><border/></borders>\
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>\(cells)</cellXfs></styleSheet>
      """
    self["xl/_rels/workbook.xml.rels"] = self["xl/_rels/workbook.xml.rels"]?.replacing(
      "</Relationships>",
      with: "<Relationship Id=\"st\" Type=\"\(WorkbookFixture.office)/styles\" Target=\"styles.xml\"/></Relationships>")
  }

  /// What programs ask for that are stricter than our reader.
  mutating func addContentTypes() {
    let kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let sheets = parts.map(\.name).filter { $0.hasPrefix("xl/worksheets/") }.map {
      "<Override PartName=\"/\($0)\" ContentType=\"\(kinds).worksheet+xml\"/>"
    }
    self["[Content_Types].xml"] = """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" \
      ContentType="\(kinds).sheet.main+xml"/>\
      <Override PartName="/xl/sharedStrings.xml" ContentType="\(kinds).sharedStrings+xml"/>\
      <Override PartName="/xl/styles.xml" ContentType="\(kinds).styles+xml"/>\(sheets.joined())</Types>
      """
  }

  func zip() -> ZipFixture { ZipFixture(parts.map { ($0.name, $0.text) }) }

  func file() throws -> FileBytes { try zip().file() }

  func reader() throws -> XLSXReader { try XLSXReader(file()) }

  /// The cells of the only sheet as `A1=text`.
  func cells() throws -> [String] {
    try reader().grid(0).cells.map { "\($0.row):\($0.column) \($0.kind) \($0.text)" }
  }
}
