import Journal

/// Which numbers of a workbook are dates: those in cells whose style shows a day, a month or a year.
struct SerialDates: Sendable {
  private let styles: [Bool]
  private let uses1904: Bool

  /// `styles` says for every style of the book whether it shows dates.
  init(styles: [Bool], uses1904: Bool) {
    // Most exports have no such style, and need not look at any.
    self.styles = styles.contains(true) ? styles : []
    self.uses1904 = uses1904
  }

  func isShown(byStyle style: @autoclosure () -> Int?) -> Bool {
    guard !styles.isEmpty, let style = style() else { return false }
    return styles.indices.contains(style) && styles[style]
  }

  /// `2019-09-02`, with a time `2019-09-02T08:30:00`; nil as `LocalMoment(spreadsheetSerial:uses1904:)` is.
  func text(serial: Double) -> String? {
    guard let moment = LocalMoment(spreadsheetSerial: serial, uses1904: uses1904) else { return nil }
    return moment.secondOfDay == 0 ? moment.date.description : moment.description
  }
}
