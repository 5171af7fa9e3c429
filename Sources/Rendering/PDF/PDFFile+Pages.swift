internal import CPangoCairo

extension PDFFile {
  func draw(_ layout: PageLayout) throws(PDFRenderingError) {
    for page in layout.pages {
      for box in page.boxes { draw(box, on: layout.geometry) }
      try endPage()
    }
    addOutline(layout)
  }

  private func draw(_ box: PageBox, on geometry: PageGeometry) {
    switch box {
    case .text(let text, let lines, let x, let y):
      guard let first = lines.first else { return }
      cairo_set_source_rgb(context, 0, 0, 0)
      let offset = y - text.lines[first].top
      for line in lines { text.showLine(line, x: x, y: offset + text.lines[line].top, on: context) }
    case .turnedText(let text, let x, let y):
      cairo_save(context)
      cairo_translate(context, x, y)
      cairo_rotate(context, -.pi / 2)
      cairo_set_source_rgb(context, 0, 0, 0)
      for line in text.lines.indices { text.showLine(line, x: 0, y: text.lines[line].top, on: context) }
      cairo_restore(context)
    case .rule(let x1, let y1, let x2, let y2):
      cairo_set_source_rgb(context, 0, 0, 0)
      cairo_set_line_width(context, 0.5)
      cairo_set_line_cap(context, CAIRO_LINE_CAP_SQUARE)
      cairo_move_to(context, x1, y1)
      cairo_line_to(context, x2, y2)
      cairo_stroke(context)
    case .fill(let x, let y, let width, let height, let grey):
      cairo_set_source_rgb(context, grey, grey, grey)
      cairo_rectangle(context, x, y, width, height)
      cairo_fill(context)
    case .watermark(let letters):
      cairo_save(context)
      cairo_translate(context, geometry.width / 2, geometry.height / 2)
      cairo_rotate(context, -.pi / 4)
      cairo_set_source_rgb(context, 0.92, 0.92, 0.92)
      letters.addOutline(to: context)
      cairo_fill(context)
      cairo_restore(context)
    }
  }

  /// Headings as bookmarks, nested by their levels.
  private func addOutline(_ layout: PageLayout) {
    var open: [(level: Int, entry: Int32)] = []
    for (index, page) in layout.pages.enumerated() {
      for bookmark in page.bookmarks {
        open.removeAll { $0.level >= bookmark.level }
        let entry = addOutline(
          bookmark.title, parent: open.last?.entry, page: index + 1, x: layout.geometry.left, y: bookmark.y)
        open.append((bookmark.level, entry))
      }
    }
  }
}
