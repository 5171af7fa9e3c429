/// `B12` as row 12 and column 2.
struct CellReference {
  /// Bounds of a sheet (ECMA-376, and Excel's since 2007).
  static let rows = 1...1_048_576
  static let columns = 1...16_384

  let row: Int
  let column: Int

  /// Nil for anything but capital letters and digits inside the bounds.
  init?(_ text: some Collection<UInt8>) {
    let letters = text.prefix { $0 &- 65 < 26 }
    guard (1...3).contains(letters.count), let row = wholeNumber(text.dropFirst(letters.count)) else { return nil }
    let column = letters.reduce(0) { $0 * 26 + Int($1 - 64) }
    guard CellReference.rows ~= row, CellReference.columns ~= column else { return nil }
    self.row = row
    self.column = column
  }
}
