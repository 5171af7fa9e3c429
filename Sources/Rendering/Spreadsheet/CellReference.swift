/// Names of cells and ranges as both formats spell them; rows and columns count from 0.
enum CellReference {
  /// `A`, `Z`, `AA` …
  static func column(_ column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// `B7`
  static func cell(_ column: Int, _ row: Int) -> String { self.column(column) + String(row + 1) }

  /// `$B$7`, the same wherever it is copied to.
  static func fixed(_ column: Int, _ row: Int) -> String { "$" + self.column(column) + "$" + String(row + 1) }

  /// `'Класс ''А'''`: a sheet's name inside a reference.
  static func quoted(_ sheet: String) -> String {
    "'" + sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}

extension Double {
  /// Digits with a point, at most four decimals: lengths in XML, never negative.
  var length: String { (Double(Int(self * 10_000 + 0.5)) / 10_000).spelled }

  /// The shortest digits that give the number back; whole numbers without a point.
  var spelled: String { abs(self) < 9e15 && Double(Int(self)) == self ? String(Int(self)) : String(self) }
}
