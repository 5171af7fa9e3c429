extension RawCell {
  /// A number that a file holds in binary: the shortest text that reads back as the same number, whole ones without a fraction.
  /// What is no number is shown as Excel shows it.
  init(row: Int, column: Int, number: Double) {
    guard number.isFinite else {
      self.init(row: row, column: column, kind: .error, text: "#NUM!")
      return
    }
    let whole = Int64(exactly: number).flatMap { $0.magnitude < 1 << 53 ? String($0) : nil }
    self.init(row: row, column: column, kind: .number, text: whole ?? number.description)
  }
}
