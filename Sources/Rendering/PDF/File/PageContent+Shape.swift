extension PageContent {
  /// Operators that paint a shape and leave the state of the page as it was; `x` and `y` in PDF's coordinates.
  static func operators(of shape: PageShape, x: Double, y: Double) -> PDFBytes {
    var content = PDFBytes()
    let colour = shape.colour
    content.append("q ")
    content.append(numbers: colour.red, colour.green, colour.blue)
    if let stroke = shape.stroke {
      content.append("RG ")
      content.append(Double(stroke.width) / 10)
      content.append(" w 0 J ")
      if !stroke.dash.isEmpty {
        content.append("[")
        for length in stroke.dash { content.append(numbers: Double(length) / 10) }
        content.append("]0 d ")
      }
    } else {
      content.append("rg ")
    }
    for line in shape.lines {
      for (index, point) in line.enumerated() {
        content.append(numbers: x + Double(point.x) / 10, y - Double(point.y) / 10)
        if index == 0 { content.append("m ") } else { content.append("l ") }
      }
    }
    if shape.stroke == nil { content.append("f Q\n") } else { content.append("S Q\n") }
    return content
  }
}
