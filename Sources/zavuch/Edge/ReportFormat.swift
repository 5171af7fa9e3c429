/// The formats that reports are written in; the raw value is the file's ending.
enum ReportFormat: String, CaseIterable {
  case pdf, html, xlsx, ods

  static let allNames = allCases.map(\.rawValue).joined(separator: ", ")
}
