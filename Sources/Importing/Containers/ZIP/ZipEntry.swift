import Journal

/// A file inside an archive.
public struct ZipEntry: Sendable {
  /// Its place in the archive's directory, from 0.
  let index: Int
  /// The name with its folders, `/` between them, without `.`, `..`, drive and leading `/`. For showing and comparing: nothing is ever
  /// written under it. Two entries may have the same name.
  public let name: String
  /// The DOS time of the archive's directory, which has steps of two seconds; nil when it is not set or is no time.
  public let modified: LocalMoment?

  /// The name without its folders.
  public var fileName: String {
    name.split(separator: "/").last.map(String.init) ?? name
  }
}

extension ZipEntry {
  /// The bytes are UTF-8 when they are valid UTF-8 (whether the flag says so or not: archives packed by hand on other
  /// systems forget it), else cp866, which Windows and the real exports write without any flag.
  static func decodedName(_ raw: UnsafeBufferPointer<UInt8>) -> String {
    guard UTF8Survey(raw).firstInvalid != nil, let converted = CodePage.cp866.utf8(UnsafeRawBufferPointer(raw)) else {
      return String(decoding: raw, as: UTF8.self)
    }
    return converted.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// The parts of a name that mean a place inside the archive.
  static func safeName(_ name: String) -> String {
    name.split { $0 == "/" || $0 == "\\" }
      .filter { $0 != "." && $0 != ".." && !($0.count == 2 && $0.last == ":") }
      .map { String($0.map { $0.isControl ? "\u{FFFD}" : $0 }) }
      .joined(separator: "/")
  }
}

extension Character {
  fileprivate var isControl: Bool { unicodeScalars.contains { $0.properties.generalCategory == .control } }
}
