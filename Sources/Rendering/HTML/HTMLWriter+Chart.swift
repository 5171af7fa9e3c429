import Reporting

extension HTMLWriter {
  /// The chart as a drawing with its numbers to open under it; the numbers stand open where the drawing has no room for
  /// all of them.
  mutating func write(_ chart: Chart, _ orientation: PageOrientation) {
    let drawing = ChartDrawing(chart, width: orientation == .portrait ? 4680 : 7140)
    start("figure", ["class": "chart"])
    start("div", ["class": "wide", "role": "region", "aria-label": chart.title, "tabindex": "0"])
    write(drawing, title: chart.title, description: chart.alternative)
    end()
    newline()
    element("figcaption", text: chart.title)
    newline()
    if drawing.isComplete { start("details") } else { start("details", ["open": "open"]) }
    element("summary", text: "Числа рисунка")
    write(chart.table, orientation)
    end()
    end()
  }

  /// Inline SVG: one picture to a screen reader, named by its title.
  mutating func write(_ drawing: ChartDrawing, title: String, description: String, isSmall: Bool = false) {
    let number = nextNumber()
    let size = "\(HTMLWriter.points(drawing.width)) \(HTMLWriter.points(drawing.height))"
    start(
      "svg",
      [
        "class": isSmall ? "spark" : "drawing", "role": "img", "viewBox": "0 0 \(size)",
        "aria-labelledby": "t\(number) d\(number)",
      ])
    element("title", ["id": "t\(number)"], text: title)
    element("desc", ["id": "d\(number)"], text: description)
    for mark in drawing.marks { write(mark) }
    end()
  }

  private mutating func write(_ mark: ChartDrawing.Mark) {
    switch mark {
    case .area(let corners, let tone):
      void("path", ["class": "f-\(HTMLWriter.name(tone))", "d": HTMLWriter.path(corners) + "Z"])
    case .lines(let lines, let tone, let width, let dash):
      let path = lines.map(HTMLWriter.path).joined()
      let stroke = ("l-\(HTMLWriter.name(tone))", HTMLWriter.points(width))
      if dash.isEmpty {
        void("path", ["class": stroke.0, "stroke-width": stroke.1, "d": path])
      } else {
        let dashes = dash.map(HTMLWriter.points).joined(separator: " ")
        void("path", ["class": stroke.0, "stroke-width": stroke.1, "stroke-dasharray": dashes, "d": path])
      }
    case .label(let label):
      let (x, y) = (HTMLWriter.points(label.point.x), HTMLWriter.points(label.point.y))
      let (size, anchor) = (HTMLWriter.points(label.size), label.anchor.rawValue)
      if label.isTurned {
        let turn = "rotate(-90 \(x) \(y))"
        element(
          "text", ["x": x, "y": y, "font-size": size, "text-anchor": anchor, "transform": turn], text: label.text)
      } else {
        element("text", ["x": x, "y": y, "font-size": size, "text-anchor": anchor], text: label.text)
      }
    }
  }

  private static func path(_ points: [ChartDrawing.Point]) -> String {
    points.enumerated().map { "\($0 == 0 ? "M" : "L")\(self.points($1.x)) \(self.points($1.y))" }.joined()
  }

  private static func name(_ tone: ChartDrawing.Tone) -> String {
    switch tone {
    case .ink: "ink"
    case .faint: "faint"
    case .grid: "grid"
    case .paper: "paper"
    case .series(let index): "s\(index)"
    case .tint(let index): "t\(index)"
    case .shade(let level): "h\(level)"
    }
  }

  /// Tenths of a point as SVG writes them.
  private static func points(_ tenths: Int) -> String {
    let sign = tenths < 0 ? "-" : ""
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
