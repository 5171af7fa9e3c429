/// The looks of a workbook's cells and rows, each told once. They are all known before the first row is written:
/// OpenDocument wants them first, and rows are made while they are written.
struct StyleSheet: Sendable {
  private(set) var cells = Palette<CellStyle>()
  private(set) var rows = Palette<RowStyle>()

  struct RowStyle: Hashable, Sendable {
    /// In points: a guess after the widths of the font.
    var height: Double
    var startsPage = false
  }

  mutating func index(of style: CellStyle) -> Int { cells.index(of: style) }
  mutating func index(of style: RowStyle) -> Int { rows.index(of: style) }
}
