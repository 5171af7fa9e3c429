/// What a template prints: a block, an item of a list, a piece of text, with every name resolved.
enum TemplateBlock: Sendable {
  case head(kind: String, [Flow<TemplateInline>])
  case heading(level: Int, [Flow<TemplateInline>])
  case paragraph(Paragraph.Style, [Flow<TemplateInline>])
  case list(numbered: Bool, [Flow<TemplateItem>])
  case table(TemplateTable)
  case signature(SignatureRole, hasStamp: Bool)
  case pageBreak
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

enum SignatureRole: String, Sendable {
  case deputy, director
}

struct TemplateTable: Sendable {
  struct Column: Sendable {
    var column: Table.Column
    /// Nil leaves the cells empty, to be written in by hand.
    var value: ValueReference?
    /// Stands where the value is empty.
    var otherwise: ValueReference?
    var isSummed: Bool
  }

  struct Group: Sendable {
    /// Rows that are equal in it stand together.
    var key: ValueReference
    var title: ValueReference
  }

  var query: ReportQuery
  var name: String
  var caption: String
  var emptyText: String
  var group: Group?
  var columns: [Column]
  /// What the row of sums is called.
  var totalTitle: String?
}
