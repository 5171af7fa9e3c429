extension String {
  /// Without what neither XML 1.0 can carry nor paper can show: C0 controls other than tab and line ends, DEL, U+FFFE
  /// and U+FFFF.
  var withoutControlCharacters: String {
    func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 9, 10, 13: true
      case 0..<32, 127, 0xFFFE, 0xFFFF: false
      default: true
      }
    }
    if unicodeScalars.allSatisfy(isPrintable) { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter(isPrintable)))
  }
}
