/// The styles of a chart's object. Hatches and dashes are named in its part of common styles.
struct ODSChartStyles {
  static func name(of series: SheetChart.Series) -> String { "Series\(series.column)" }

  let chart: SheetChart
  let xml: XMLWriter

  func write() {
    axisFormat()
    style("Chart") { graphic(["draw:fill": "solid", "draw:fill-color": "#" + ChartLook.paper, "draw:stroke": "none"]) }
    style("Title") { text(size: 12, isBold: true) }
    style("Legend") {
      graphic(["draw:stroke": "none", "draw:fill": "none"])
      text(size: 10)
    }
    style("Wall") { graphic(["draw:stroke": "none", "draw:fill": "none"]) }
    style("AxisTitle") {
      xml.element("style:chart-properties", ["style:rotation-angle": chart.isLying ? "90" : "0"])
      text(size: 10)
    }
    style("Plot") {
      xml.element(
        "style:chart-properties",
        [
          "chart:vertical": chart.isLying ? "true" : "false", "chart:stacked": chart.form == .shares ? "true" : nil,
          "chart:percentage": chart.form == .shares ? "true" : nil, "chart:include-hidden-cells": "false",
          "chart:auto-position": "true", "chart:auto-size": "true", "chart:treat-empty-cells": "leave-gap",
          "chart:series-source": "columns",
        ])
    }
    style("Categories") {
      xml.element(
        "style:chart-properties",
        [
          "chart:display-label": "true", "chart:text-overlap": "false", "text:line-break": "true",
          "chart:tick-marks-major-outer": "false", "chart:reverse-direction": chart.isLying ? "true" : nil,
          "chart:axis-label-position": "outside-start",
          // LibreOffice's: points in the middles of their categories, as bars are.
          "loext:major-origin": chart.form == .lines ? "0.5" : nil,
        ])
      graphic(["draw:stroke": "solid", "svg:stroke-color": "#000000"])
      text(size: 10)
    }
    style("Values", format: "AxisFormat") {
      xml.element(
        "style:chart-properties",
        [
          "chart:display-label": "true", "chart:minimum": chart.scale.low.spelled,
          "chart:maximum": chart.scale.high.spelled, "chart:interval-major": chart.scale.step.spelled,
          "chart:link-data-style-to-source": "false", "chart:tick-marks-major-outer": "true",
          // Under the last category, where the first is on top.
          "chart:axis-position": chart.isLying ? "end" : nil,
          "chart:gap-width": chart.form == .shares ? "40" : "60", "chart:overlap": chart.barsOverlap ? "100" : "0",
        ])
      graphic(["draw:stroke": "solid", "svg:stroke-color": "#000000"])
      text(size: 10)
    }
    style("Grid") { graphic(["draw:stroke": "solid", "svg:stroke-color": "#" + ChartLook.grid]) }
    style("Trend") {
      xml.element(
        "style:chart-properties", ["chart:regression-type": "linear", "chart:regression-name": SheetChart.trend])
      line(.trend, width: "0.44mm")
    }
    for series in chart.series { self.series(series, isLine: chart.form == .lines) }
    if let norm = chart.norm { series(norm, isLine: !chart.hasNormBars) }
  }

  private func series(_ series: SheetChart.Series, isLine: Bool) {
    style(ODSChartStyles.name(of: series)) {
      let isLabelled = chart.isLabelled && series.column <= chart.series.count
      xml.element(
        "style:chart-properties",
        [
          "chart:symbol-type": isLine ? (series.look.marker == nil ? "none" : "named-symbol") : nil,
          "chart:symbol-name": isLine ? series.look.marker?.odf : nil,
          "chart:symbol-width": isLine ? "2.4mm" : nil, "chart:symbol-height": isLine ? "2.4mm" : nil,
          "chart:data-label-number": isLabelled ? "value" : "none",
          "chart:label-position": isLabelled ? (isLine ? "top" : "outside") : nil,
          "chart:link-data-style-to-source": "true",
        ])
      if isLine {
        line(series.look, width: "0.6mm")
      } else {
        area(series.look)
      }
      text(size: 9)
    }
  }

  private func line(_ look: ChartLook, width: String) {
    graphic([
      "draw:stroke": look.dash == .solid ? "solid" : "dash",
      "draw:stroke-dash": look.dash == .solid ? nil : ODSChartStyles.name(of: look.dash),
      "svg:stroke-width": width, "svg:stroke-color": "#" + look.colour, "draw:fill": "solid",
      "draw:fill-color": "#" + look.colour,
    ])
  }

  private func area(_ look: ChartLook) {
    let fill: String
    switch look.pattern {
    case _ where look == .norm: fill = "none"
    case .solid, .tint: fill = "solid"
    case .rising, .crossed, .level, .falling: fill = "hatch"
    }
    graphic([
      "draw:fill": fill,
      "draw:fill-color": "#"
        + (fill == "hatch" ? ChartLook.paper : look.pattern == .tint ? ChartLook.tint : look.colour),
      "draw:fill-hatch-name": fill == "hatch" ? ODSChartStyles.name(of: look) : nil,
      "draw:fill-hatch-solid": fill == "hatch" ? "true" : nil,
      "draw:stroke": look == .norm ? "dash" : "solid",
      "draw:stroke-dash": look == .norm ? ODSChartStyles.name(of: look.dash) : nil,
      "svg:stroke-width": look == .norm ? "0.6mm" : "0.25mm", "svg:stroke-color": "#" + look.colour,
    ])
  }

  private func graphic(_ attributes: KeyValuePairs<String, String?>) {
    xml.element("style:graphic-properties", attributes)
  }

  private func text(size: Int, isBold: Bool = false) {
    xml.element(
      "style:text-properties",
      [
        "fo:font-family": "'\(Workbook.fontName)'", "fo:font-size": "\(size)pt",
        "fo:font-weight": isBold ? "bold" : "normal", "fo:color": "#000000",
      ])
  }

  private func style(_ name: String, format: String? = nil, content: () -> Void) {
    xml.element(
      "style:style", ["style:name": name, "style:family": "chart", "style:data-style-name": format], content: content)
  }

  private func axisFormat() {
    let isPercent = chart.scale.isFraction
    xml.element("number:" + (isPercent ? "percentage-style" : "number-style"), ["style:name": "AxisFormat"]) {
      xml.element(
        "number:number",
        [
          "number:decimal-places": chart.scale.unit == .marks ? "1" : "0", "number:min-integer-digits": "1",
          "number:grouping": chart.scale.unit == .count ? "true" : nil,
        ])
      if isPercent || chart.scale.unit == .percent { xml.element("number:text", text: "%") }
    }
  }
}

extension ODSChartStyles {
  private static func name(of look: ChartLook) -> String { "Hatch-\(look.pattern.rawValue)-\(look.colour)" }
  private static func name(of dash: ChartLook.Dash) -> String { "Dash-" + dash.rawValue }

  /// The object's part of common styles.
  static func common(of chart: SheetChart) throws(SpreadsheetError) -> [UInt8] {
    try XMLWriter.bytes { xml in
      ODSPackage.root("office:document-styles", xml) {
        xml.element("office:styles") {
          var looks = Palette<ChartLook>()
          for series in chart.series { _ = looks.index(of: series.look) }
          for look in looks.elements { hatch(look, to: xml) }
          for dash in ChartLook.Dash.allCases { self.dash(dash, to: xml) }
        }
      }
    }
  }

  private static func hatch(_ look: ChartLook, to xml: XMLWriter) {
    let (kind, distance, rotation): (String, String, String)
    switch look.pattern {
    case .solid, .tint: return
    case .rising: (kind, distance, rotation) = ("single", "1.2mm", "450")
    case .crossed: (kind, distance, rotation) = ("double", "1.5mm", "450")
    case .level: (kind, distance, rotation) = ("single", "0.9mm", "0")
    case .falling: (kind, distance, rotation) = ("single", "0.7mm", "1350")
    }
    xml.element(
      "draw:hatch",
      [
        "draw:name": name(of: look), "draw:style": kind, "draw:color": "#" + look.colour, "draw:distance": distance,
        "draw:rotation": rotation,
      ])
  }

  private static func dash(_ dash: ChartLook.Dash, to xml: XMLWriter) {
    let (first, second): (String, String?)
    switch dash {
    case .solid: return
    case .dashed: (first, second) = ("2.4mm", nil)
    case .dotted: (first, second) = ("0.6mm", nil)
    case .mixed: (first, second) = ("3mm", "0.6mm")
    case .short: (first, second) = ("1.4mm", nil)
    case .long: (first, second) = ("4mm", "1.2mm")
    }
    xml.element(
      "draw:stroke-dash",
      [
        "draw:name": name(of: dash), "draw:style": "rect", "draw:dots1": "1", "draw:dots1-length": first,
        "draw:dots2": second.map { _ in "1" }, "draw:dots2-length": second, "draw:distance": "1mm",
      ])
  }
}

extension ChartLook.Marker {
  fileprivate var odf: String {
    switch self {
    case .circle: "circle"
    case .diamond: "diamond"
    case .square: "square"
    case .triangle: "arrow-up"
    case .cross: "x"
    case .star: "star"
    }
  }
}
