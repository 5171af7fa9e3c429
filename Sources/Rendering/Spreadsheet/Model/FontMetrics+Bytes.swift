/// Measuring of many texts: byte by byte, in whole hundredths of an em, without a `Character` each.
extension FontMetrics {
  private static let space: UInt32 = 0x20

  /// The lines a text takes in `width` millimetres, broken as `[Run].lines` breaks it.
  static func lineCount(of text: String, width: Double, size: Double, isBold: Bool) -> Int {
    let limit = hundredths(width, size: size, isBold: isBold)
    var text = text
    return text.withUTF8 { bytes in
      // No character is wider than this: most texts of a table fit at a glance.
      if bytes.count * widestByte <= limit, !bytes.contains(0x0A), !bytes.contains(0x0D) { return 1 }
      var lines = 1
      var (line, word) = (0, 0)
      // A line is begun by the character after the break, so that a break at the end begins none.
      var isBroken = false
      var index = 0
      while index < bytes.count {
        let scalar = next(bytes, &index)
        if isBroken {
          lines += 1
          (line, word, isBroken) = (0, 0, false)
        }
        switch scalar {
        case 0x0A: isBroken = true
        case 0x0D:
          isBroken = true
          if index < bytes.count, bytes[index] == 0x0A { index += 1 }
        case space:
          line += word + advance(of: scalar)
          word = 0
        default:
          let advance = advance(of: scalar)
          if line + word + advance > limit {
            // A word longer than a line is broken, any other goes over whole.
            if line == 0 { word = 0 }
            line = 0
            lines += 1
          }
          word += advance
          if scalar == 0x2D {
            line += word
            word = 0
          }
        }
      }
      return lines
    }
  }

  /// In millimetres, of the longest run of characters between spaces, hyphens and line breaks.
  static func longestWord(in text: String, size: Double, isBold: Bool, beyond width: Double = 0) -> Double {
    let known = hundredths(width, size: size, isBold: isBold)
    var text = text
    let longest = text.withUTF8 { bytes in
      if bytes.count * widestByte <= known { return 0 }
      var (longest, word) = (0, 0)
      var index = 0
      while index < bytes.count {
        let scalar = next(bytes, &index)
        if scalar == space || scalar == 0x2D || scalar == 0x0A || scalar == 0x0D {
          longest = max(longest, word)
          word = 0
        } else {
          word += advance(of: scalar)
        }
      }
      return max(longest, word)
    }
    return millimetres(longest, size: size, isBold: isBold)
  }

  /// Of so many digits side by side; other characters of numbers and dates are narrower.
  static func width(ofDigits count: Int, size: Double, isBold: Bool) -> Double {
    millimetres(count * 53, size: size, isBold: isBold)
  }

  /// Of any character, by the bytes it takes.
  private static let widestByte = 106

  private static func hundredths(_ width: Double, size: Double, isBold: Bool) -> Int {
    Int(width / millimetres(1, size: size, isBold: isBold))
  }

  private static func millimetres(_ hundredths: Int, size: Double, isBold: Bool) -> Double {
    Double(hundredths) / 100 * size * millimetresPerPoint * (isBold ? bold : 1)
  }

  private static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
    let first = UInt32(bytes[index])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else {
      index = bytes.count
      return 0xFFFD
    }
    defer { index += length }
    switch length {
    case 1: return first
    case 2: return (first & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
    case 3:
      return (first & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
    default:
      return (first & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12 | UInt32(bytes[index + 2] & 0x3F) << 6
        | UInt32(bytes[index + 3] & 0x3F)
    }
  }
}
