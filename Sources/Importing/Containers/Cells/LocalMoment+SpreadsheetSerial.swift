import Journal

extension LocalMoment {
  /// A spreadsheet's serial date: days since the eve of 1900 or since 1904, the time as a fraction, to the nearest second.
  ///
  /// The 1900 system counts a 29 February 1900 that never was, so days after it are shifted by one. Nil for that day (60), for
  /// a serial that is negative or beyond the year 9999, and for NaN.
  public init?(spreadsheetSerial serial: Double, uses1904: Bool) {
    guard serial >= 0, serial < (uses1904 ? 2_957_004 : 2_958_466) else { return nil }
    let day = Int(serial)
    guard uses1904 || day != 60 else { return nil }
    guard
      let origin = uses1904
        ? CivilDate(year: 1904, month: 1, day: 1)
        : CivilDate(year: 1899, month: 12, day: day < 60 ? 31 : 30)
    else { return nil }
    let second = ((serial - Double(day)) * 86_400).rounded()
    self.init(seconds: Int64(origin.advanced(by: day).days) * 86_400 + Int64(second))
  }
}
