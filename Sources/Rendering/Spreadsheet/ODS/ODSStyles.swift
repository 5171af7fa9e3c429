/// The automatic styles of the content, gathered before it is written.
struct ODSStyles {
  static let strong = "T1"
  /// Of a chart on its sheet.
  static let frame = "Frame"

  private let styles: StyleSheet
  private let hasCharts: Bool
  private var columns = Palette<Double>()
  private var pages = Palette<SheetPage>()

  init(of workbook: Workbook) {
    styles = workbook.styles
    hasCharts = !workbook.charts.isEmpty
    for sheet in workbook.sheets {
      _ = pages.index(of: sheet.page)
      for width in sheet.columns { _ = columns.index(of: width) }
    }
  }

  func name(ofColumn width: Double) -> String? { columns.place(of: width).map { "co\($0 + 1)" } }
  static func name(of page: SheetPage) -> String { "ta-" + page.orientation.rawValue }

  func write(to xml: XMLWriter) {
    for (index, width) in columns.elements.enumerated() {
      xml.element("style:style", ["style:name": "co\(index + 1)", "style:family": "table-column"]) {
        xml.element("style:table-column-properties", ["style:column-width": width.length + "mm"])
      }
    }
    for (index, row) in styles.rows.elements.enumerated() {
      xml.element("style:style", ["style:name": "ro\(index + 1)", "style:family": "table-row"]) {
        xml.element(
          "style:table-row-properties",
          [
            "style:row-height": row.height.length + "pt",
            // Measured again, LibreOffice takes the screen's letters and prints a line over the next row.
            "style:use-optimal-row-height": "false",
            "fo:break-before": row.startsPage ? "page" : nil,
          ])
      }
    }
    for page in pages.elements {
      xml.element(
        "style:style",
        [
          "style:name": ODSStyles.name(of: page), "style:family": "table",
          "style:master-page-name": ODSPackage.name(of: page),
        ]
      ) {
        xml.element("style:table-properties", ["table:display": "true"])
      }
    }
    xml.element("style:style", ["style:name": ODSStyles.strong, "style:family": "text"]) {
      xml.element("style:text-properties", ["fo:font-weight": "bold"])
    }
    if hasCharts {
      xml.element("style:style", ["style:name": ODSStyles.frame, "style:family": "graphic"]) {
        xml.element("style:graphic-properties", ["draw:stroke": "none", "draw:fill": "none"])
      }
    }
    for format in CellStyle.Format.allCases { write(format, to: xml) }
    for (index, style) in styles.cells.elements.enumerated() { write(style, named: "ce\(index + 1)", to: xml) }
  }

  private func write(_ style: CellStyle, named name: String, to xml: XMLWriter) {
    func rule(_ edge: CellStyle.Edges) -> String {
      style.edges.contains(edge) ? "0.5pt solid #" + CellStyle.Colour.rule.rawValue : "none"
    }
    xml.element(
      "style:style",
      [
        "style:name": name, "style:family": "table-cell", "style:parent-style-name": ODSPackage.defaultStyle,
        "style:data-style-name": style.format == .general ? nil : style.format.rawValue,
      ]
    ) {
      xml.element(
        "style:table-cell-properties",
        [
          "fo:background-color": style.fill.map { "#" + $0.rawValue },
          "fo:border-left": rule(.left), "fo:border-right": rule(.right), "fo:border-top": rule(.top),
          "fo:border-bottom": rule(.bottom),
          "style:vertical-align": style.vertical == .center ? "middle" : style.vertical.rawValue,
          "fo:wrap-option": style.wraps ? "wrap" : "no-wrap", "style:text-align-source": "fix",
          "fo:padding": "0.8mm", "style:rotation-angle": style.isVertical ? "90" : nil,
        ])
      xml.element("style:paragraph-properties", ["fo:text-align": style.horizontal.odf])
      xml.element(
        "style:text-properties",
        [
          "style:font-name": Workbook.fontName, "fo:font-size": style.size.spelled + "pt",
          "fo:font-weight": style.isBold ? "bold" : "normal", "fo:color": "#" + style.colour.rawValue,
        ])
    }
  }

  private func write(_ format: CellStyle.Format, to xml: XMLWriter) {
    func style(_ kind: String, content: () -> Void) {
      xml.element(
        "number:" + kind,
        [
          "style:name": format.rawValue, "number:language": Workbook.language.code,
          "number:country": Workbook.language.country,
        ], content: content)
    }
    func number(decimals: Int, isGrouped: Bool = false) {
      xml.element(
        "number:number",
        [
          "number:decimal-places": "\(decimals)", "number:min-integer-digits": "1",
          "number:grouping": isGrouped ? "true" : nil,
        ])
    }
    /// Parts of a date or a time, two digits each, with what stands between them.
    func parts(_ names: [String], between separator: String) {
      for (index, name) in names.enumerated() {
        if index > 0 { xml.element("number:text", text: separator) }
        xml.element("number:" + name, ["number:style": "long"])
      }
    }
    switch format {
    case .general: break
    case .integer: style("number-style") { number(decimals: 0) }
    case .grouped: style("number-style") { number(decimals: 0, isGrouped: true) }
    case .decimal: style("number-style") { number(decimals: 2) }
    case .points: style("number-style") { number(decimals: 1) }
    case .share:
      style("percentage-style") {
        number(decimals: 1)
        xml.element("number:text", text: "%")
      }
    case .date: style("date-style") { parts(["day", "month", "year"], between: ".") }
    case .moment:
      style("date-style") {
        parts(["day", "month", "year"], between: ".")
        xml.element("number:text", text: " ")
        parts(["hours", "minutes", "seconds"], between: ":")
      }
    }
  }
}

extension CellStyle.Horizontal {
  fileprivate var odf: String {
    switch self {
    case .left: "start"
    case .center: "center"
    case .right: "end"
    case .justify: "justify"
    }
  }
}
