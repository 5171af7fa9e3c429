import Reporting

extension XLSXChart {
  /// Width of a line, in EMU: 12,700 to a point.
  private static let line = 22_225
  private static let outline = 9_525

  func write(_ series: SheetChart.Series, index: Int, isLine: Bool = false) {
    xml.element("c:ser") {
      value("c:idx", "\(index)")
      value("c:order", "\(index)")
      let head = chart.rows.lowerBound - 1
      xml.element("c:tx") { reference(CellReference.fixed(series.column, head), texts: [series.name]) }
      xml.element("c:spPr") {
        if !isLine { pattern(series.look) }
        let isThick = isLine || series.look == .norm
        line(series.look, width: isThick ? XLSXChart.line : XLSXChart.outline, isDashed: isThick)
      }
      if isLine {
        marker(series.look)
      } else {
        value("c:invertIfNegative", "0")
      }
      if chart.isLabelled, series.column <= chart.series.count { labels(isLine: isLine) }
      if series.hasTrend { trend() }
      xml.element("c:cat") { reference(range(ofColumn: 0), texts: chart.chart.categories) }
      xml.element("c:val") { numbers(of: series) }
      if isLine { value("c:smooth", "0") }
    }
  }

  private func range(ofColumn column: Int) -> String {
    CellReference.fixed(column, chart.rows.lowerBound) + ":" + CellReference.fixed(column, chart.rows.upperBound)
  }

  private func numbers(of series: SheetChart.Series) {
    xml.element("c:numRef") {
      xml.element("c:f", text: formula(of: series))
      xml.element("c:numCache") {
        let counted = series.values.filter(Content.counts)
        xml.element("c:formatCode", text: (counted.first.map(CellStyle.Format.init(of:)) ?? .general).xlsx.code)
        value("c:ptCount", "\(series.values.count)")
        for (index, value) in series.values.enumerated() {
          guard Content.counts(value), let number = value.number else { continue }
          xml.element("c:pt", ["idx": "\(index)"]) { xml.element("c:v", text: number.spelled) }
        }
      }
    }
  }

  /// One range, or several around cells of text, with the empty cell under the table in the place of these.
  private func formula(of series: SheetChart.Series) -> String {
    let sheet = CellReference.quoted(chart.sheet) + "!"
    var parts: [String] = []
    var start = 0
    func end(_ index: Int) {
      guard start < index else { return }
      let (first, last) = (chart.rows.lowerBound + start, chart.rows.lowerBound + index - 1)
      parts.append(
        sheet + CellReference.fixed(series.column, first)
          + (first == last ? "" : ":" + CellReference.fixed(series.column, last)))
    }
    for index in series.values.indices where series.isText(at: index) {
      end(index)
      parts.append(sheet + CellReference.fixed(series.column, chart.rows.upperBound + 1))
      start = index + 1
    }
    end(series.values.count)
    return parts.count == 1 ? parts[0] : "(" + parts.joined(separator: ",") + ")"
  }

  private func trend() {
    xml.element("c:trendline") {
      xml.element("c:name", text: SheetChart.trend)
      xml.element("c:spPr") { line(.trend, width: 15_875, isDashed: true) }
      value("c:trendlineType", "linear")
      value("c:dispRSqr", "0")
      value("c:dispEq", "0")
    }
  }

  private func labels(isLine: Bool) {
    xml.element("c:dLbls") {
      font(size: 9)
      value("c:dLblPos", isLine ? "t" : "outEnd")
      value("c:showLegendKey", "0")
      value("c:showVal", "1")
      for other in ["CatName", "SerName", "Percent", "BubbleSize"] { value("c:show" + other, "0") }
    }
  }

  private func pattern(_ look: ChartLook) {
    let preset: String
    switch look.pattern {
    case _ where look == .norm: return xml.element("a:noFill")
    case .solid: return fill(look.colour)
    case .tint: return fill(ChartLook.tint)
    case .rising: preset = "wdUpDiag"
    case .crossed: preset = "diagCross"
    case .level: preset = "narHorz"
    case .falling: preset = "dkDnDiag"
    }
    xml.element("a:pattFill", ["prst": preset]) {
      xml.element("a:fgClr") { xml.element("a:srgbClr", ["val": look.colour]) }
      xml.element("a:bgClr") { xml.element("a:srgbClr", ["val": ChartLook.paper]) }
    }
  }

  private func line(_ look: ChartLook, width: Int, isDashed: Bool) {
    xml.element("a:ln", ["w": "\(width)"]) {
      fill(look.colour)
      if isDashed { xml.element("a:prstDash", ["val": look.dash.xlsx]) }
    }
  }

  private func marker(_ look: ChartLook) {
    xml.element("c:marker") {
      value("c:symbol", look.marker?.xlsx ?? "none")
      guard look.marker != nil else { return }
      value("c:size", "7")
      xml.element("c:spPr") {
        fill(look.colour)
        line(look, width: XLSXChart.outline, isDashed: false)
      }
    }
  }
}

extension ChartLook.Dash {
  fileprivate var xlsx: String {
    switch self {
    case .solid: "solid"
    case .dashed: "dash"
    case .dotted: "sysDot"
    case .mixed: "lgDashDot"
    case .short: "sysDash"
    case .long: "lgDashDotDot"
    }
  }
}

extension ChartLook.Marker {
  fileprivate var xlsx: String {
    switch self {
    case .circle: "circle"
    case .diamond: "diamond"
    case .square: "square"
    case .triangle: "triangle"
    case .cross: "x"
    case .star: "star"
    }
  }
}
