/// The numbers of the records that are read (MS-XLS 2.3); all others are skipped.
struct BIFFRecordType: Hashable {
  let rawValue: UInt16

  static let formula = BIFFRecordType(rawValue: 0x0006)
  static let endOfFile = BIFFRecordType(rawValue: 0x000A)
  static let date1904 = BIFFRecordType(rawValue: 0x0022)
  static let filePassword = BIFFRecordType(rawValue: 0x002F)
  static let continuation = BIFFRecordType(rawValue: 0x003C)
  static let codePage = BIFFRecordType(rawValue: 0x0042)
  static let boundSheet = BIFFRecordType(rawValue: 0x0085)
  static let multipleRK = BIFFRecordType(rawValue: 0x00BD)
  static let richText = BIFFRecordType(rawValue: 0x00D6)
  static let extendedFormat = BIFFRecordType(rawValue: 0x00E0)
  static let mergeCells = BIFFRecordType(rawValue: 0x00E5)
  static let sharedStrings = BIFFRecordType(rawValue: 0x00FC)
  static let sharedText = BIFFRecordType(rawValue: 0x00FD)
  static let number = BIFFRecordType(rawValue: 0x0203)
  static let text = BIFFRecordType(rawValue: 0x0204)
  static let booleanOrError = BIFFRecordType(rawValue: 0x0205)
  static let formulaText = BIFFRecordType(rawValue: 0x0207)
  static let rk = BIFFRecordType(rawValue: 0x027E)
  static let format = BIFFRecordType(rawValue: 0x041E)
  static let beginOfFile = BIFFRecordType(rawValue: 0x0809)
}
