import Foundation

/// ISO 19005-2, 6.1: the file's structure.
extension ProfileRule {
  static let fileRules: [ProfileRule] = [
    ProfileRule("6.1.2-1", broken: .bytes { $0.insert(10, at: 0) }) { hasHeader($0) },
    ProfileRule("6.1.2-2", broken: .bytes { $0.replaceSubrange(9..<14, with: Array("%text".utf8)) }) { subject in
      guard let end = subject.bytes.firstIndex(of: 10) else { return false }
      let line = subject.bytes[(end + 1)...].prefix(5)
      return line.first == UInt8(ascii: "%") && line.count == 5 && line.dropFirst().allSatisfy { $0 > 127 }
    },
    ProfileRule("6.1.3-1", broken: .bytes { $0.replace("/ID [<", "/IX [<") }) { subject in
      subject.file.trailer["ID"].count == 2
    },
    ProfileRule("6.1.3-2", broken: .encrypted) { !$0.file.isEncrypted },
    ProfileRule("6.1.3-3", broken: .bytes { $0 += Array("after".utf8) }) { subject in
      subject.text.hasSuffix("%%EOF") || subject.text.hasSuffix("%%EOF\n") || subject.text.hasSuffix("%%EOF\r\n")
    },
    // A file with a cross-reference stream has no such keyword.
    ProfileRule("6.1.4-2", broken: .bytes { $0.replace("\nxref\n0 ", "\nxref \n0 ") }) { subject in
      matches(subject, #"(^|[\r\n])xref"#)
        == matches(subject, #"(^|[\r\n])xref(\r\n|\n|\r)[0-9]+ [0-9]+[ ]?(\r\n|\n|\r)"#)
    },
    ProfileRule(
      "6.1.7.1-1",
      broken: .bytes { bytes in
        guard let range = bytes.ranges(of: Array("/Length ".utf8)).first else { return }
        bytes[range.upperBound] = bytes[range.upperBound] == UInt8(ascii: "9") ? UInt8(ascii: "8") : UInt8(ascii: "9")
      }
    ) { subject in
      streams(in: subject).allSatisfy { $0.length == $0.real }
    },
    ProfileRule("6.1.7.1-2", broken: .bytes { $0.replace("\nendstream", " endstream") }) { subject in
      matches(subject, "[^d]stream") == matches(subject, #"[^d]stream\r?\n"#)
        && matches(subject, "endstream") == matches(subject, #"[\r\n]endstream[\r\n]"#)
    },
    ProfileRule("6.1.7.1-3", broken: .objects { $0.root["Metadata"].set("FFilter", "/FlateDecode") }) { subject in
      subject.streams.allSatisfy { stream in !["F", "FFilter", "FDecodeParms"].contains { stream.has($0) } }
    },
    ProfileRule(
      "6.1.7.2-1", broken: .objects { file in file.root.set("Spoilt", file.stream("<</Filter/LZWDecode>>", [1])) }
    ) { subject in
      subject.streams.flatMap { $0["Filter"].itemsOrSelf }.allSatisfy { allowedFilters.contains($0.name ?? "") }
    },
    ProfileRule("6.1.9-1", broken: .bytes { $0.replace(" 0 obj\n", " 0  obj ") }) { subject in
      matches(subject, #"\bobj\b"#) == matches(subject, #"[\r\n][0-9]+ [0-9]+ obj[\r\n]"#)
        && matches(subject, #"\bendobj\b"#) == matches(subject, #"[\r\n]endobj[\r\n]"#)
    },
    ProfileRule("6.1.13-7", broken: .bytes { $0.replace("/Size ", "/Size 8388608") }) { subject in
      let sizes = PDFToken.tokens(subject.syntax)
      let key = PDFToken.name(Array("Size".utf8))
      return sizes.indices.allSatisfy { index in
        sizes[index] != key || index + 1 >= sizes.count || (sizes[index + 1].number ?? 0) <= 8_388_608
      }
    },
  ]

  static let allowedFilters: Set<String> = [
    "ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode", "JBIG2Decode", "DCTDecode",
    "JPXDecode", "Crypt",
  ]

  static func hasHeader(_ subject: PDFSubject) -> Bool {
    subject.text.range(of: #"^%PDF-1\.[0-7](\r\n|\n|\r)"#, options: .regularExpression)?.lowerBound
      == subject.text.startIndex
  }

  /// How often a pattern is found outside the data of streams.
  private static func matches(_ subject: PDFSubject, _ pattern: String) -> Int {
    let text = skeleton(subject.text)
    guard let regex = try? NSRegularExpression(pattern: pattern) else { return -1 }
    return regex.numberOfMatches(in: text, range: NSRange(location: 0, length: text.utf16.count))
  }

  /// The text without the data of streams, whose ends stay.
  private static func skeleton(_ text: String) -> String {
    text.replacingOccurrences(
      of: #"(?s)([^d]stream\r?\n?).*?(.endstream)"#, with: "$1$2", options: .regularExpression)
  }

  /// Lengths that streams state, where they stand directly in the dictionary, and where the data really end.
  private static func streams(in subject: PDFSubject) -> [(length: Int, real: Int)] {
    let bytes = subject.bytes
    var found: [(length: Int, real: Int)] = []
    var place = 0
    while let start = bytes[place...].firstRange(of: Array(">>\nstream\n".utf8)),
      let end = bytes[start.upperBound...].firstRange(of: Array("\nendstream".utf8))
    {
      let head = Array(bytes[max(0, start.lowerBound - 400)..<start.lowerBound])
      if let key = head.ranges(of: Array("/Length ".utf8)).last,
        let length = Int(String(decoding: head[key.upperBound...].prefix { (48...57).contains($0) }, as: UTF8.self))
      {
        found.append((length, end.lowerBound - start.upperBound))
      }
      place = end.upperBound
    }
    return found
  }
}
