/// What a template prints: a block, an item of a list, a piece of text, with every name resolved.
enum TemplateBlock: Sendable {
  case head(kind: String, [Flow<TemplateInline>])
  case heading(level: Int, [Flow<TemplateInline>])
  case paragraph(Paragraph.Style, [Flow<TemplateInline>])
  case list(numbered: Bool, [Flow<TemplateItem>])
  case table(TemplateTable)
  case cross(TemplateCross)
  case chart(TemplateChart)
  case signature(TemplateSignature)
  case approval(SignatureRole, paper: TextPattern?)
  case acknowledgement(TemplateAcknowledgement)
  case pageBreak
  case section(PageOrientation)
}

struct TemplateItem: Sendable {
  var content: [Flow<TemplateInline>]
}

enum TemplateInline: Sendable {
  /// As written: white space is joined when the text is put together.
  case text(String)
  case strong([Flow<TemplateInline>])
  case value(ValueReference)
  case plural(ValueReference, PluralForms)
}
