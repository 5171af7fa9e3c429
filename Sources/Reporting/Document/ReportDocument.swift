/// A finished report before any renderer: blocks in reading order, values with their types, never formatted text.
/// The same document gives PDF, HTML, XLSX and ODS of equal content.
public struct ReportDocument: Hashable, Sendable {
  public var properties: DocumentProperties
  /// Of the first pages, until a `Block.section` or `Block.part` turns the following ones.
  public var orientation: PageOrientation
  /// Drafts carry the mark «ПРОЕКТ» on every page until they are signed.
  public var isDraft: Bool
  public var blocks: [Block]
  /// What the remarks rest on in the exports: a sheet of its own in a workbook, on no page.
  public var evidence: Table?

  public init(
    properties: DocumentProperties, orientation: PageOrientation = .portrait, isDraft: Bool = true, blocks: [Block] = []
  ) {
    self.properties = properties
    self.orientation = orientation
    self.isDraft = isDraft
    self.blocks = blocks
  }
}
