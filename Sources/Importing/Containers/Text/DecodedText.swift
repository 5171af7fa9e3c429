import Glibc
import Journal

/// A text file as UTF-8 bytes without byte order mark, whatever it was written in.
///
/// A text without mark that is not valid UTF-8 is taken for Windows-1251, unless it has so many Cyrillic letters of
/// UTF-8 that it must be a damaged or a mixed file: that is refused, for half of it would turn into nonsense.
public struct DecodedText: Sendable {
  public let encoding: TextEncoding
  private let file: FileBytes
  private let start: Int

  /// Throws `ImportProblem` with the row for a zero byte, for damaged UTF-8 or UTF-16 and for bytes that are no text.
  public init(_ file: FileBytes) throws {
    let bytes = file.buffer.bindMemory(to: UInt8.self)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      guard let converted = CodePage.utf16.utf8(file.buffer) else {
        throw ImportProblem(
          "файл помечен как UTF-16, но не читается в этой кодировке: он повреждён или обрезан",
          hint: "Выгрузите файл заново в кодировке UTF-8.")
      }
      (self.file, start, encoding) = (converted, 0, .utf16)
      try refuseZeroByte()
      return
    }
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let survey = UTF8Survey(bytes)
    if let invalid = survey.firstInvalid {
      guard !marked, survey.cyrillicLetters * 4 < survey.invalidBytes else {
        throw DecodedText.notUTF8(bytes, at: invalid)
      }
      try DecodedText.refuseZeroByte(in: bytes)
      guard let converted = CodePage.windows1251.utf8(file.buffer) else {
        throw ImportProblem(
          "текст не читается ни как UTF-8, ни как Windows-1251", hint: "Выгрузите файл заново в кодировке UTF-8.")
      }
      (self.file, start, encoding) = (converted, 0, .windows1251)
    } else {
      (self.file, start, encoding) = (file, marked ? 3 : 0, marked ? .utf8WithMark : .utf8)
      try refuseZeroByte()
    }
  }

  public func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try file.withUnsafeBytes { try body(UnsafeBufferPointer(rebasing: $0.bindMemory(to: UInt8.self)[start...])) }
  }

  private func refuseZeroByte() throws {
    try withUTF8 { try DecodedText.refuseZeroByte(in: $0) }
  }

  private static func refuseZeroByte(in bytes: UnsafeBufferPointer<UInt8>) throws {
    guard let base = bytes.baseAddress, let zero = memchr(base, 0, bytes.count) else { return }
    throw ImportProblem(
      "в тексте стоит нулевой байт: это не текстовая таблица или она повреждена",
      hint: "Сохраните таблицу заново как CSV UTF-8 или XLSX.",
      at: CellPlace(row: row(of: UnsafeRawPointer(base).distance(to: zero), in: bytes)))
  }

  private static func notUTF8(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> ImportProblem {
    ImportProblem(
      "текст в UTF-8 испорчен: байт \(hexadecimal(bytes[offset])) не складывается в букву",
      hint: "Файл повреждён или склеен из частей в разных кодировках: выгрузите его заново в UTF-8.",
      at: CellPlace(row: row(of: offset, in: bytes)),
      raw: excerpt(bytes[offset...].prefix { $0 != 10 && $0 != 13 }))
  }

  /// Counts rows as `CSVReader` does: a line break inside quotes starts no row.
  private static func row(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var row = 1
    var quoted = false
    for at in 0..<offset {
      switch bytes[at] {
      case UInt8(ascii: "\""): quoted.toggle()
      case 10 where !quoted: row += 1
      case 13 where !quoted && bytes[at + 1] != 10: row += 1
      default: break
      }
    }
    return row
  }
}

private func hexadecimal(_ byte: UInt8) -> String {
  (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}
