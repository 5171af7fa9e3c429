import CQPDF
import Foundation

/// A PDF file opened with qpdf, to be looked at and spoilt object by object.
final class QPDFFile {
  struct Failure: Error { var text: String }

  let data: qpdf_data
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) throws {
    guard let data = qpdf_init() else { throw Failure(text: "qpdf_init") }
    self.data = data
    self.bytes = bytes
    qpdf_set_suppress_warnings(data, QPDF_TRUE)
    qpdf_silence_errors(data)
    let status = bytes.withUnsafeBytes { buffer in
      qpdf_read_memory(data, "test", buffer.baseAddress?.assumingMemoryBound(to: CChar.self), UInt64(buffer.count), nil)
    }
    // Bit 1 is an error, bit 0 a warning: spoilt files have those.
    if status & 2 != 0 { throw Failure(text: "qpdf_read_memory") }
  }

  deinit {
    var data: qpdf_data? = data
    qpdf_cleanup(&data)
  }

  var isEncrypted: Bool { qpdf_is_encrypted(data) != QPDF_FALSE }
  var root: PDFValue { PDFValue(self, qpdf_get_root(data)) }
  var trailer: PDFValue { PDFValue(self, qpdf_get_trailer(data)) }
  var pages: [PDFValue] { (0..<Int(qpdf_get_num_pages(data))).map { PDFValue(self, qpdf_get_page_n(data, $0)) } }

  /// Every object that has a number.
  var objects: [PDFValue] {
    (1..<(trailer["Size"].int ?? 1)).map { PDFValue(self, qpdf_get_object_by_id(data, Int32($0), 0)) }
      .filter { !$0.isNull }
  }

  /// An object from its syntax.
  func parse(_ syntax: String) -> PDFValue { PDFValue(self, qpdf_oh_parse(data, syntax)) }

  /// A new stream under a number of its own.
  func stream(_ dictionary: String, _ content: [UInt8]) -> PDFValue {
    let stream = PDFValue(self, qpdf_oh_new_stream(data))
    stream.replace(content)
    let entries = parse(dictionary)
    for key in entries.keys { stream.set(key, entries[key]) }
    return stream
  }

  enum Objects { case asTheyAre, plain, encrypted }

  func write(_ objects: Objects = .asTheyAre) throws -> [UInt8] {
    guard qpdf_init_write_memory(data) & 2 == 0 else { throw Failure(text: "qpdf_init_write_memory") }
    qpdf_set_static_ID(data, QPDF_TRUE)
    qpdf_set_newline_before_endstream(data, QPDF_TRUE)
    qpdf_set_stream_data_mode(data, qpdf_s_preserve)
    qpdf_set_preserve_unreferenced_objects(data, QPDF_TRUE)
    switch objects {
    case .asTheyAre: break
    case .plain: qpdf_set_object_stream_mode(data, qpdf_o_disable)
    case .encrypted:
      // Of revision 3, which can forbid what screen readers need.
      qpdf_set_r3_encryption_parameters_insecure(data, "", "x", 0, 0, 0, 0, 0, 0, qpdf_r3p_none)
    }
    guard qpdf_write(data) & 2 == 0, let buffer = qpdf_get_buffer(data) else { throw Failure(text: "qpdf_write") }
    return [UInt8](UnsafeBufferPointer(start: buffer, count: qpdf_get_buffer_length(data)))
  }
}
