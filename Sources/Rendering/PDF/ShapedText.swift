internal import CPangoCairo

/// Text set into lines: a Pango layout that no one changes any more. Sizes are points.
final class ShapedText {
  struct Line: Hashable, Sendable {
    /// From the top of the text.
    let top: Double
    let height: Double
    /// From the top of the line.
    let baseline: Double
    /// Of the first glyph, from the left edge of the text.
    let x: Double
    let width: Double
    /// In UTF-8 bytes of the text.
    let bytes: Range<Int>
  }

  let text: String
  let lines: [Line]
  private let layout: OpaquePointer

  init(owning layout: OpaquePointer, text: String) {
    self.layout = layout
    self.text = text
    let scale = Double(PANGO_SCALE)
    var lines: [Line] = []
    let iterator = pango_layout_get_iter(layout)
    defer { pango_layout_iter_free(iterator) }
    repeat {
      var (y0, y1) = (Int32(0), Int32(0))
      var logical = PangoRectangle()
      pango_layout_iter_get_line_yrange(iterator, &y0, &y1)
      pango_layout_iter_get_line_extents(iterator, nil, &logical)
      let baseline = pango_layout_iter_get_baseline(iterator)
      guard let line = pango_layout_iter_get_line_readonly(iterator)?.pointee else { break }
      let start = Int(line.start_index)
      lines.append(
        Line(
          top: Double(y0) / scale, height: Double(y1 - y0) / scale, baseline: Double(baseline - y0) / scale,
          x: Double(logical.x) / scale, width: Double(logical.width) / scale, bytes: start..<(start + Int(line.length)))
      )
    } while pango_layout_iter_next_line(iterator) != 0
    self.lines = lines
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

  var height: Double { lines.last.map { $0.top + $0.height } ?? 0 }
  var width: Double { lines.map(\.width).max() ?? 0 }

  func text(ofLine index: Int) -> String {
    String(decoding: Array(text.utf8)[lines[index].bytes], as: UTF8.self)
  }

  /// Shows one line, the upper left corner of the text's column at the given point.
  func showLine(_ index: Int, x: Double, y: Double, on context: OpaquePointer) {
    let line = lines[index]
    cairo_move_to(context, x + line.x, y + line.baseline)
    pango_cairo_show_layout_line(context, pango_layout_get_line_readonly(layout, Int32(index)))
  }

  /// Adds the outline of the first line to the path, its centre at the origin: a drawing, not text to be read.
  func addOutline(to context: OpaquePointer) {
    guard let line = lines.first else { return }
    cairo_move_to(context, -line.width / 2, line.baseline - line.height / 2)
    pango_cairo_layout_line_path(context, pango_layout_get_line_readonly(layout, 0))
  }
}
