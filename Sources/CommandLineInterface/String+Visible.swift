extension String {
  /// The text with control, invisible and direction-changing characters made visible, so that raw text of an export can
  /// neither hide a no-break space nor drive the terminal: `\t`, `\n`, `\r`, others as `<U+00A0>`.
  public var visible: String {
    guard unicodeScalars.contains(where: \.isInvisible) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "\t": text.append(contentsOf: "\\t".unicodeScalars)
      case "\n": text.append(contentsOf: "\\n".unicodeScalars)
      case "\r": text.append(contentsOf: "\\r".unicodeScalars)
      case _ where scalar.isInvisible:
        let hex = String(scalar.value, radix: 16, uppercase: true)
        text.append(contentsOf: "<U+\(String(repeating: "0", count: max(0, 4 - hex.count)))\(hex)>".unicodeScalars)
      default: text.append(scalar)
      }
    }
    return String(text)
  }

  /// The same for running text of our own: line ends and no-break spaces stay.
  var visibleLines: String {
    guard unicodeScalars.contains(where: { $0.isInvisible && $0 != "\n" && $0 != "\u{a0}" }) else { return self }
    return split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: "\u{a0}", omittingEmptySubsequences: false).map { String($0).visible }
        .joined(separator: "\u{a0}")
    }.joined(separator: "\n")
  }

  /// At most `length` characters, the last of them «…» if something was cut.
  public func cut(to length: Int) -> String {
    count <= length ? self : prefix(max(0, length - 1)) + "…"
  }
}

extension Unicode.Scalar {
  fileprivate var isInvisible: Bool {
    // Most texts are Latin and Cyrillic; their categories need no table.
    if value < 0xa0 { return value < 0x20 || value >= 0x7f }
    if (0x400..<0x530).contains(value) { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: return true
    default: return false
    }
  }
}
