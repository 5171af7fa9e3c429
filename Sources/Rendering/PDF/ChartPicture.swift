/// A chart's drawing as boxes of a page: shapes in their colours, texts set in the page's sans serif.
struct ChartPicture {
  let boxes: [PageBox]
  /// Points.
  let height: Double

  init(_ drawing: ChartDrawing, shaper: TextShaper) {
    height = Double(drawing.height) / 10
    boxes = drawing.marks.map { mark in
      switch mark {
      case .area(let corners, let tone): .shape(PageShape(lines: [corners], tone: tone, stroke: nil), x: 0, y: 0)
      case .lines(let lines, let tone, let width, let dash):
        .shape(PageShape(lines: lines, tone: tone, stroke: PageShape.Stroke(width: width, dash: dash)), x: 0, y: 0)
      case .label(let label): ChartPicture.box(label, shaper)
      }
    }
  }

  private static func box(_ label: ChartDrawing.Label, _ shaper: TextShaper) -> PageBox {
    let style = TextStyle(family: .sans, size: Double(label.size) / 10)
    let text = shaper.shape(label.text, style, width: 10_000)
    let before =
      switch label.anchor {
      case .start: 0.0
      case .middle: text.width / 2
      case .end: text.width
      }
    let baseline = text.lines.first?.baseline ?? 0
    let (x, y) = (Double(label.point.x) / 10, Double(label.point.y) / 10)
    return label.isTurned
      ? .turnedText(text, x: x - baseline, y: y + before) : .text(text, x: x - before, y: y - baseline)
  }
}
