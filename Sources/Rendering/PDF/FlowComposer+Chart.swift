import Reporting

extension FlowComposer {
  /// The drawing, its title under it, and the table of its numbers where the drawing has no room for all of them. What is
  /// taller than a page is a table only, which pages can cut.
  func strips(for chart: Chart) -> [Strip] {
    let drawing = ChartDrawing(chart, width: Int(width * 10))
    let picture = ChartPicture(drawing, shaper: shaper)
    guard picture.height < geometry.textHeight * 0.85 else { return tableComposer.strips(for: chart.table) }
    let figure = structure.add(.figure, alternative: "\(chart.title). \(chart.alternative)")
    var strips = [
      Strip(height: picture.height, boxes: [.figure(picture.boxes, element: figure)], keepsWithNext: true)
    ]
    strips += shaper.shape(chart.title, .caption.aligned(.center), width: width)
      .tagged(structure.add(.paragraph)).lineStrips(x: 0)
    strips[1].gap = 4
    for index in strips.indices.dropLast() { strips[index].keepsWithNext = true }
    guard !drawing.isComplete else { return strips }
    // Named by the title right above it.
    var table = chart.table
    table.caption = ""
    var numbers = tableComposer.strips(for: table)
    if !numbers.isEmpty {
      numbers[0].gap = 6
      strips[strips.count - 1].keepsWithNext = true
    }
    return strips + numbers
  }
}
