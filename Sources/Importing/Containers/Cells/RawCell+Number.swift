import Journal

extension RawCell {
  /// A number as text; nil for one that is no number. A serial date in a cell that shows a date becomes the date, unless the date
  /// system does not have it: then it stays the number that the file holds.
  init?(row: Int, column: Int, number: Double, showsDate: Bool, uses1904: Bool) {
    guard number.isFinite else { return nil }
    if showsDate, let date = RawCell.date(serial: number, uses1904: uses1904) {
      self.init(row: row, column: column, kind: .date, text: date)
    } else {
      self.init(row: row, column: column, kind: .number, text: RawCell.text(of: number))
    }
  }

  /// `2019-09-02`, with a time `2019-09-02T08:30:00`; nil as `LocalMoment(spreadsheetSerial:uses1904:)` is.
  static func date(serial: Double, uses1904: Bool) -> String? {
    guard let moment = LocalMoment(spreadsheetSerial: serial, uses1904: uses1904) else { return nil }
    return moment.secondOfDay == 0 ? moment.date.description : moment.description
  }

  /// The shortest text that reads back as the same number, whole ones without a fraction.
  private static func text(of number: Double) -> String {
    if let whole = Int64(exactly: number), whole.magnitude < 1 << 53 { return String(whole) }
    return number.description
  }
}
