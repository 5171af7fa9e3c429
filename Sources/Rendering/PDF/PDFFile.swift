internal import CPangoCairo
import Reporting

/// A PDF file being drawn in memory: owns Cairo's surface and context.
final class PDFFile {
  private final class Sink {
    var bytes: [UInt8] = []
  }

  let context: OpaquePointer
  private let surface: OpaquePointer
  private let sink: Sink

  /// Points.
  init(width: Double, height: Double) throws(PDFRenderingError) {
    sink = Sink()
    // The surface is finished before the sink goes: this object holds both.
    surface = cairo_pdf_surface_create_for_stream(
      { closure, data, length in
        guard let closure else { return CAIRO_STATUS_WRITE_ERROR }
        Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
          .bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque(), width, height)
    context = cairo_create(surface)
    try check()
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_finish(surface)
    cairo_surface_destroy(surface)
  }

  /// Both dates come from `made`: Cairo would otherwise write the clock's.
  func describe(_ properties: DocumentProperties) {
    let moment = properties.made.description
    let entries = [
      (CAIRO_PDF_METADATA_TITLE, properties.title), (CAIRO_PDF_METADATA_AUTHOR, properties.author),
      (CAIRO_PDF_METADATA_SUBJECT, properties.subject), (CAIRO_PDF_METADATA_CREATOR, "Zavuch"),
      (CAIRO_PDF_METADATA_CREATE_DATE, moment), (CAIRO_PDF_METADATA_MOD_DATE, moment),
    ]
    for (key, text) in entries { cairo_pdf_surface_set_metadata(surface, key, text.withoutControlCharacters) }
  }

  /// Adds an entry to the outline and returns its number, the `parent` of the entries under it.
  func addOutline(_ title: String, parent: Int32?, page: Int, x: Double, y: Double) -> Int32 {
    cairo_pdf_surface_add_outline(
      surface, parent ?? CAIRO_PDF_OUTLINE_ROOT, title, "page=\(page) pos=[\(x) \(y)]", cairo_pdf_outline_flags_t(0))
  }

  func endPage() throws(PDFRenderingError) {
    cairo_show_page(context)
    try check()
  }

  /// The whole file; nothing can be drawn afterwards.
  func finish() throws(PDFRenderingError) -> [UInt8] {
    cairo_surface_finish(surface)
    try check()
    return sink.bytes
  }

  private func check() throws(PDFRenderingError) {
    for status in [cairo_status(context), cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
      throw .library(reason: "cairo: " + String(cString: cairo_status_to_string(status)))
    }
  }
}
