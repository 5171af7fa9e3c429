import Journal

/// `workbook.xml`: the sheets in the order of their tabs and the date system.
struct WorkbookHandler: XMLHandler {
  private(set) var sheets: [(name: String, relation: String)] = []
  private(set) var uses1904 = false
  private var isRoot = true

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    if isRoot {
      isRoot = false
      guard name == "workbook" else {
        throw ImportProblem(
          "это не книга Excel, а другой документ Office", hint: "Выгрузите журнал в Excel (.xlsx) и загрузите его.")
      }
    }
    switch name {
    case "workbookPr": uses1904 = attributes.flag("date1904")
    case "sheet":
      guard let title = attributes.string("name"), let relation = attributes.string("id") else { return }
      sheets.append((title, relation))
    default: break
    }
  }

  mutating func end(_ name: XMLName) throws {}
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
