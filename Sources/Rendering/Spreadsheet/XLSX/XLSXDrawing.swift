/// The drawing of a sheet: its chart, hung from a cell.
struct XLSXDrawing {
  /// Relative to `xl/`; drawings and charts count from 1, a sheet has one at most.
  static func path(_ number: Int) -> String { "drawings/drawing\(number).xml" }
  static func path(ofChart number: Int) -> String { "charts/chart\(number).xml" }

  let chart: SheetChart
  let number: Int

  func bytes() throws(SpreadsheetError) -> [UInt8] {
    try XMLWriter.bytes { xml in
      xml.element(
        "xdr:wsDr",
        [
          "xmlns:xdr": XLSXChart.drawing + "/spreadsheetDrawing", "xmlns:a": XLSXChart.drawing + "/main",
          "xmlns:c": XLSXChart.drawing + "/chart", "xmlns:r": XLSXPackage.office + "/relationships",
        ]
      ) {
        xml.element("xdr:oneCellAnchor") {
          xml.element("xdr:from") {
            for (name, place) in [("col", 0), ("colOff", 0), ("row", chart.anchor), ("rowOff", 0)] {
              xml.element("xdr:" + name, text: "\(place)")
            }
          }
          xml.element("xdr:ext", ["cx": emu(chart.width), "cy": emu(chart.height)])
          xml.element("xdr:graphicFrame", ["macro": ""]) { frame(xml) }
          xml.element("xdr:clientData")
        }
      }
    }
  }

  private func frame(_ xml: XMLWriter) {
    xml.element("xdr:nvGraphicFramePr") {
      xml.element(
        "xdr:cNvPr",
        ["id": "\(number + 1)", "name": chart.sheet, "descr": chart.chart.alternative, "title": chart.chart.title])
      xml.element("xdr:cNvGraphicFramePr")
    }
    xml.element("xdr:xfrm") {
      xml.element("a:off", ["x": "0", "y": "0"])
      xml.element("a:ext", ["cx": "0", "cy": "0"])
    }
    xml.element("a:graphic") {
      xml.element("a:graphicData", ["uri": XLSXChart.drawing + "/chart"]) {
        xml.element("c:chart", ["r:id": "rId1"])
      }
    }
  }

  private func emu(_ millimetres: Double) -> String { "\(Int(millimetres * 36_000))" }
}
