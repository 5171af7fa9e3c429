import Reporting

extension FlowComposer {
  func strips(forHeading text: String, level: Int) -> [Strip] {
    let shaped = shaper.shape(text, .heading(level: level), width: width).tagged(structure.addHeading(level: level))
    var strips = shaped.lineStrips(x: 0)
    for index in strips.indices { strips[index].keepsWithNext = true }
    strips[0].bookmark = Page.Bookmark(level: headingLevel + max(1, level), title: text.withoutControlCharacters, y: 0)
    return strips
  }

  func strips(for paragraph: Paragraph) -> [Strip] {
    let style: TextStyle =
      switch paragraph.style {
      case .body: .body
      case .note: .note
      case .centered: .centered
      }
    return shaper.shape(paragraph.content.map(TextRun.init), style, width: width)
      .tagged(structure.add(.paragraph)).lineStrips(x: 0)
  }

  /// Markers stand at the indent of a paragraph, texts hang to their right.
  func strips(forList items: [[Inline]], numbered: Bool) -> [Strip] {
    let markers = items.indices.map { index in
      shaper.shape(numbered ? "\(index + 1)." : "–", .listItem.aligned(.left), width: width)
    }
    let markerX = Double.millimetres(7)
    let textX = markerX + (markers.map(\.width).max() ?? 0) + 6
    let list = structure.add(.list, isNumbered: numbered)
    return zip(items, markers).flatMap { item, marker in
      let element = structure.add(.listItem, under: list)
      let marker = marker.tagged(structure.add(.label, under: element))
      let text = shaper.shape(item.map(TextRun.init), .listItem, width: width - textX)
        .tagged(structure.add(.listBody, under: element))
      var strips = text.lineStrips(x: textX)
      strips[0].boxes.insert(.text(marker, x: markerX, y: 0), at: 0)
      strips[0].gap = 2
      return strips
    }
  }
}

extension ShapedText {
  /// One strip a line. No page break leaves a single line of a text of several lines on either side.
  func lineStrips(x: Double) -> [Strip] {
    lines.indices.map { index in
      Strip(
        height: lines[index].height,
        boxes: [.text(self, lines: index..<(index + 1), x: x, y: 0)],
        keepsWithNext: index + 1 < lines.count && (index == 0 || index == lines.count - 2))
    }
  }
}
