extension XLSXChart {
  func axes() {
    xml.element("c:catAx") {
      value("c:axId", XLSXChart.categoryAxis)
      // The first category on top, as in the table.
      xml.element("c:scaling") { value("c:orientation", chart.isLying ? "maxMin" : "minMax") }
      value("c:delete", "0")
      value("c:axPos", chart.isLying ? "l" : "b")
      title(chart.axisTitle)
      xml.element("c:numFmt", ["formatCode": "General", "sourceLinked": "0"])
      value("c:majorTickMark", "none")
      value("c:minorTickMark", "none")
      value("c:tickLblPos", "low")
      line(CellStyle.Colour.black.rawValue)
      value("c:crossAx", XLSXChart.valueAxis)
      value("c:crosses", "autoZero")
      value("c:auto", "0")
      value("c:lblAlgn", "ctr")
      value("c:lblOffset", "100")
      value("c:noMultiLvlLbl", "1")
    }
    xml.element("c:valAx") {
      value("c:axId", XLSXChart.valueAxis)
      xml.element("c:scaling") {
        value("c:orientation", "minMax")
        value("c:max", chart.scale.high.spelled)
        value("c:min", chart.scale.low.spelled)
      }
      value("c:delete", "0")
      value("c:axPos", chart.isLying ? "b" : "l")
      xml.element("c:majorGridlines") { line(ChartLook.grid) }
      xml.element("c:numFmt", ["formatCode": chart.scale.format, "sourceLinked": "0"])
      value("c:majorTickMark", "out")
      value("c:minorTickMark", "none")
      value("c:tickLblPos", "nextTo")
      line(CellStyle.Colour.black.rawValue)
      value("c:crossAx", XLSXChart.categoryAxis)
      // Under the last category, where the first is on top.
      value("c:crosses", chart.isLying ? "max" : "autoZero")
      value("c:crossBetween", "between")
      value("c:majorUnit", chart.scale.step.spelled)
    }
  }

  private func title(_ text: String) {
    guard !text.isEmpty else { return }
    xml.element("c:title") {
      xml.element("c:tx") {
        xml.element("c:rich") {
          xml.element("a:bodyPr", ["rot": chart.isLying ? "-5400000" : nil, "vert": chart.isLying ? "horz" : nil])
          xml.element("a:p") {
            xml.element("a:pPr") { XLSXChart.run("a:defRPr", size: 10, isBold: false, to: xml) }
            xml.element("a:r") {
              XLSXChart.run("a:rPr", size: 10, isBold: false, to: xml)
              xml.element("a:t", text: text)
            }
          }
        }
      }
      value("c:overlay", "0")
    }
  }

  private func line(_ colour: String) {
    xml.element("c:spPr") { xml.element("a:ln", ["w": "6350"]) { fill(colour) } }
  }
}

extension SheetChart.Scale {
  fileprivate var format: String {
    switch unit {
    case _ where isFraction: "0%"
    case .count: "#,##0"
    case .percent: "0\"%\""
    case .marks: "0.0"
    }
  }
}
