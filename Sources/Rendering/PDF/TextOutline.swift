internal import CPangoCairo

/// The outline of a line of text with its centre at the origin: a drawing, not text to be read.
struct TextOutline {
  let text: String
  /// Path construction operators, y upwards.
  private(set) var path = PDFBytes()

  init(_ text: String, layout: OpaquePointer) throws(PDFRenderingError) {
    self.text = text
    let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)
    defer { cairo_surface_destroy(surface) }
    let context = cairo_create(surface)
    defer { cairo_destroy(context) }
    var (ink, logical) = (PangoRectangle(), PangoRectangle())
    pango_layout_get_extents(layout, &ink, &logical)
    let scale = Double(PANGO_SCALE)
    cairo_move_to(
      context, -Double(ink.x) / scale - Double(ink.width) / scale / 2,
      -Double(ink.y) / scale - Double(ink.height) / scale / 2)
    pango_cairo_layout_path(context, layout)
    guard let outline = cairo_copy_path(context) else { throw .library(reason: "cairo: cairo_copy_path") }
    defer { cairo_path_destroy(outline) }
    guard outline.pointee.status == CAIRO_STATUS_SUCCESS else {
      throw .library(reason: "cairo: " + String(cString: cairo_status_to_string(outline.pointee.status)))
    }
    var index = 0
    while index < Int(outline.pointee.num_data) {
      let header = outline.pointee.data[index].header
      for point in 1..<max(1, Int(header.length)) {
        let at = outline.pointee.data[index + point].point
        path.append(numbers: at.x, -at.y)
      }
      switch header.type {
      case CAIRO_PATH_MOVE_TO: path.append("m ")
      case CAIRO_PATH_LINE_TO: path.append("l ")
      case CAIRO_PATH_CURVE_TO: path.append("c ")
      default: path.append("h ")
      }
      index += Int(header.length)
    }
  }
}
