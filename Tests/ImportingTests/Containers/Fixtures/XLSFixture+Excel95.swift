extension XLSFixture {
  /// A book of Excel 95, «Лист» in Windows-1251: a text of the bytes E0 E1 and 02.09.2019.
  static func excel95(codePage: UInt16) -> CompoundFixture {
    let name: [UInt8] = [0xCB, 0xE8, 0xF1, 0xF2]
    func head(_ start: Int) -> [UInt8] {
      BIFF.begin(0x05, version: 0x0500) + BIFF.record(0x0042, codePage.bytes)
        + BIFF.record(0x041E, UInt16(164).bytes + [10] + Array("dd.mm.yyyy".utf8))
        + BIFF.record(0x00E0, UInt16(0).bytes + UInt16(164).bytes + [UInt8](repeating: 0, count: 12))
        + BIFF.record(0x0085, UInt32(start).bytes + [0, 0, UInt8(name.count)] + name) + BIFF.end
    }
    let sheet =
      BIFF.begin(0x10, version: 0x0500) + BIFF.cell(0x0204, 1, 1, UInt16(2).bytes + [0xE0, 0xE1])
      + BIFF.number(1, 2, 43_710) + BIFF.end
    return CompoundFixture(streams: [("Book", head(head(0).count) + sheet)])
  }
}
