/// One block of a report.
public enum Block: Hashable, Sendable {
  case head(DocumentHead)
  case approval(Approval)
  /// Level 1 is a section of the report.
  case heading(level: Int, text: String)
  case paragraph(Paragraph)
  case list(items: [[Inline]], numbered: Bool)
  case table(Table)
  case chart(Chart)
  case signature(SignatureBlock)
  case acknowledgement(Acknowledgement)
  case pageBreak
  /// What follows is handed out by itself.
  case part(DocumentPart)
  /// A page begins, and from it on pages stand this way.
  case section(PageOrientation)
}
