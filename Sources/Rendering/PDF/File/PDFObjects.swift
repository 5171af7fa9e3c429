internal import CZLib

/// The objects of a PDF 1.7 file: streams stand by themselves, all other objects are packed into compressed object
/// streams, and a cross-reference stream finds them.
struct PDFObjects {
  private enum Place {
    case missing
    case offset(Int)
    case packed(stream: Int, index: Int)
  }

  /// Of zlib: a third faster than 3, and the file a tenth larger.
  private static let level: Int32 = 1

  /// Objects in one object stream: readers unpack a whole one to reach an object.
  private static let pack = 200

  private var places: [Place] = [.missing]
  private var file = PDFBytes()
  private var packed = PDFBytes()
  private var packedHead = PDFBytes()
  private var packedCount = 0
  private var packNumber = 0

  init() {
    // Bytes above 127 tell programs that the file is binary.
    file.append("%PDF-1.7\n%")
    file.append([0xE2, 0xE3, 0xCF, 0xD3])
    file.append("\n")
  }

  /// A number for an object that comes later.
  mutating func reserve() -> PDFReference {
    places.append(.missing)
    return PDFReference(number: places.count - 1)
  }

  /// Numbers that follow each other.
  mutating func reserve(_ count: Int) -> [PDFReference] {
    let first = places.count
    places += [Place](repeating: .missing, count: count)
    return (first..<first + count).map(PDFReference.init)
  }

  mutating func add(_ object: PDFBytes) throws(PDFRenderingError) -> PDFReference {
    let reference = reserve()
    try set(reference, object)
    return reference
  }

  mutating func set(_ reference: PDFReference, _ object: PDFBytes) throws(PDFRenderingError) {
    if packedCount == 0 { packNumber = reserve().number }
    packedHead.append(reference.number)
    packedHead.append(" ")
    packedHead.append(packed.count)
    packedHead.append(" ")
    packed.append(object)
    packed.append("\n")
    places[reference.number] = .packed(stream: packNumber, index: packedCount)
    packedCount += 1
    if packedCount == PDFObjects.pack { try closePack() }
  }

  /// `entries` are of the stream's dictionary, without length and filter.
  mutating func add(stream: [UInt8], _ entries: PDFBytes) throws(PDFRenderingError) -> PDFReference {
    let reference = reserve()
    try set(reference, stream: stream, entries)
    return reference
  }

  mutating func set(_ reference: PDFReference, stream: [UInt8], _ entries: PDFBytes) throws(PDFRenderingError) {
    var head = entries
    head.append("/Filter/FlateDecode")
    set(reference, encodedStream: try PDFObjects.deflate(stream), head)
  }

  /// Bytes as they go into the file, filters already applied and named in `entries`.
  mutating func set(_ reference: PDFReference, encodedStream data: [UInt8], _ entries: PDFBytes) {
    places[reference.number] = .offset(file.count)
    file.append(reference.number)
    file.append(" 0 obj\n<<")
    file.append(entries)
    file.append("/Length ")
    file.append(data.count)
    file.append(">>\nstream\n")
    file.append(data)
    file.append("\nendstream\nendobj\n")
  }

  private mutating func closePack() throws(PDFRenderingError) {
    guard packedCount > 0 else { return }
    var entries = PDFBytes("/Type/ObjStm/N ")
    entries.append(packedCount)
    entries.append("/First ")
    entries.append(packedHead.count)
    try set(PDFReference(number: packNumber), stream: packedHead.bytes + packed.bytes, entries)
    packed.removeAll()
    packedHead.removeAll()
    packedCount = 0
  }

  /// The whole file. Its `/ID` is a digest of its objects: the same objects, the same identifier.
  mutating func finish(root: PDFReference, info: PDFReference) throws(PDFRenderingError) -> [UInt8] {
    try closePack()
    let table = reserve()
    let start = file.count
    places[table.number] = .offset(start)
    var rows = PDFBytes()
    for place in places {
      let (kind, first, second) =
        switch place {
        case .missing: (0, 0, 0)
        case .offset(let offset): (1, offset, 0)
        case .packed(let stream, let index): (2, stream, index)
        }
      rows.append([UInt8(kind)])
      for shift in [24, 16, 8, 0] { rows.append([UInt8(truncatingIfNeeded: first >> shift)]) }
      for shift in [8, 0] { rows.append([UInt8(truncatingIfNeeded: second >> shift)]) }
    }
    let identifier = SHA256.digest(of: file.bytes).prefix(16)
    var entries = PDFBytes("/Type/XRef/W[1 4 2]/Size ")
    entries.append(places.count)
    entries.append("/Root ")
    entries.append(root)
    entries.append("/Info ")
    entries.append(info)
    entries.append("/ID[")
    for _ in 0..<2 {
      entries.append("<")
      for byte in identifier { entries.append(hexByte: byte) }
      entries.append(">")
    }
    entries.append("]")
    try set(table, stream: rows.bytes, entries)
    file.append("startxref\n")
    file.append(start)
    file.append("\n%%EOF\n")
    return file.bytes
  }

  /// In zlib's format.
  static func deflate(_ bytes: [UInt8]) throws(PDFRenderingError) -> [UInt8] {
    var length = compressBound(UInt(bytes.count))
    var status = Z_OK
    let deflated = [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
      status = compress2(buffer.baseAddress, &length, bytes, UInt(bytes.count), PDFObjects.level)
      count = status == Z_OK ? Int(length) : 0
    }
    guard status == Z_OK else { throw .library(reason: "zlib: compress2 (\(status))") }
    return deflated
  }
}
