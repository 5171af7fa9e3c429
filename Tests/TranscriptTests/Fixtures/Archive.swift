@testable import SampleSchool

/// A ZIP archive as a test wants it.
struct Archive {
  private var entries: [(name: String, bytes: [UInt8])] = []
  private let moment: Moment

  /// `modified` is a day of November 2025, noon; nil is a ZIP's own zero, which says nothing.
  init(modifiedOnNovember day: Int? = nil) {
    moment = day.map { Moment(Day(2025, 11, $0), 12) } ?? Moment(Day(1980, 1, 1), 0)
  }

  mutating func add(_ text: String, as name: String) { add(Array(text.utf8), as: name) }

  mutating func add(_ bytes: [UInt8], as name: String) { entries.append((name, bytes)) }

  func bytes() throws -> [UInt8] { try ZipArchive.bytes(of: entries, at: moment) }
}
