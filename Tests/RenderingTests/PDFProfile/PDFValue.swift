import CQPDF
import Foundation

/// An object of a PDF file. Asking one for what it is not gives nothing, never an error.
struct PDFValue {
  let file: QPDFFile
  let handle: qpdf_oh

  init(_ file: QPDFFile, _ handle: qpdf_oh) {
    self.file = file
    self.handle = handle
  }

  private var data: qpdf_data { file.data }

  var isNull: Bool { qpdf_oh_is_null(data, handle) != 0 || qpdf_oh_is_initialized(data, handle) == 0 }
  var isStream: Bool { qpdf_oh_is_stream(data, handle) != 0 }
  var isArray: Bool { qpdf_oh_is_array(data, handle) != 0 }
  /// Also of a stream.
  var isDictionary: Bool { isStream || qpdf_oh_is_dictionary(data, handle) != 0 }
  var isString: Bool { qpdf_oh_is_string(data, handle) != 0 }
  /// 0 for what stands inside another object.
  var number: Int { Int(qpdf_oh_get_object_id(data, handle)) }

  private var dictionary: qpdf_oh { isStream ? qpdf_oh_get_dict(data, handle) : handle }

  subscript(key: String) -> PDFValue {
    PDFValue(file, isDictionary ? qpdf_oh_get_key(data, dictionary, "/" + key) : qpdf_oh_new_null(data))
  }

  /// Of an array; null beyond its end.
  subscript(index: Int) -> PDFValue {
    PDFValue(file, index < count ? qpdf_oh_get_array_item(data, handle, Int32(index)) : qpdf_oh_new_null(data))
  }

  var count: Int { isArray ? Int(qpdf_oh_get_array_n_items(data, handle)) : 0 }
  var items: [PDFValue] { (0..<count).map { self[$0] } }

  /// The value itself where it is no array.
  var itemsOrSelf: [PDFValue] { isArray ? items : isNull ? [] : [self] }

  var keys: [String] {
    guard isDictionary else { return [] }
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(data, dictionary)
    while qpdf_oh_dict_more_keys(data) != 0 {
      if let key = qpdf_oh_dict_next_key(data) { keys.append(String(String(cString: key).dropFirst())) }
    }
    return keys
  }

  func has(_ key: String) -> Bool { !self[key].isNull }

  var name: String? {
    guard qpdf_oh_is_name(data, handle) != 0, let name = qpdf_oh_get_name(data, handle) else { return nil }
    return String(String(cString: name).dropFirst())
  }

  var int: Int? {
    qpdf_oh_is_integer(data, handle) != 0 ? Int(qpdf_oh_get_int_value(data, handle)) : nil
  }

  var double: Double? {
    qpdf_oh_is_number(data, handle) != 0 ? qpdf_oh_get_numeric_value(data, handle) : nil
  }

  var bool: Bool? { qpdf_oh_is_bool(data, handle) != 0 ? qpdf_oh_get_bool_value(data, handle) != 0 : nil }

  var text: String? {
    guard isString, let text = qpdf_oh_get_utf8_value(data, handle) else { return nil }
    return String(cString: text)
  }

  var syntax: String { qpdf_oh_unparse_resolved(data, handle).map { String(cString: $0) } ?? "" }

  /// A stream's content without its filters; nil where they are not known.
  var content: [UInt8]? {
    guard isStream else { return nil }
    var filtered: QPDF_BOOL = 0
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    let status = qpdf_oh_get_stream_data(data, handle, qpdf_dl_all, &filtered, &buffer, &length)
    defer { free(buffer) }
    guard status & 2 == 0, filtered != 0 else { return nil }
    return [UInt8](UnsafeBufferPointer(start: buffer, count: length))
  }

  func set(_ key: String, _ value: PDFValue) { qpdf_oh_replace_key(data, dictionary, "/" + key, value.handle) }
  func set(_ key: String, _ syntax: String) { set(key, file.parse(syntax)) }
  func remove(_ key: String) { qpdf_oh_remove_key(data, dictionary, "/" + key) }
  func append(_ value: PDFValue) { qpdf_oh_append_item(data, handle, value.handle) }

  /// New content of a stream, without filters.
  func replace(_ content: [UInt8]) {
    let null = qpdf_oh_new_null(data)
    content.withUnsafeBufferPointer {
      qpdf_oh_replace_stream_data(data, handle, $0.baseAddress, $0.count, null, null)
    }
  }
}
