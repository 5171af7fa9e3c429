import Glibc

/// The bytes of an ICC profile of a colour monitor, which tells what the greys of a page are.
struct ColourProfile {
  let bytes: [UInt8]

  init(path: String) throws(PDFRenderingError) {
    guard let file = fopen(path, "rb") else { throw .missingProfile(path: path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    // The class and the colour space of the profile, at bytes 12 and 16 of its head (ICC.1:2010, 7.2).
    guard ferror(file) == 0, bytes.count > 128, bytes[12..<20].elementsEqual("mntrRGB ".utf8) else {
      throw .missingProfile(path: path)
    }
    self.bytes = bytes
  }
}
