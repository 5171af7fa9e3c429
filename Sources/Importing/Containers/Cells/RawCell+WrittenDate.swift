extension RawCell {
  /// A date as a file writes it in full (`2019-09-02T00:00:00.000`), the way cells have it: without fractions of a second, without
  /// midnight; of the day that Excel puts before every clock time, only the time.
  static func date(written: String) -> String {
    let text = written.utf8.count > 19 && written.contains("T") ? String(written.prefix(19)) : written
    if text.hasSuffix("T00:00:00") { return String(text.dropLast(9)) }
    return text.hasPrefix("1899-12-31T") ? String(text.dropFirst(11)) : text
  }
}
