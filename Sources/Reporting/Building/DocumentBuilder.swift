import Journal
import JournalStore

extension ReportTemplate {
  /// The document that the template gives for a registered check. Throws `StoreError`, also where there is no such
  /// check.
  public func document(_ context: ReportContext, in database: Database) throws -> ReportDocument {
    var builder = DocumentBuilder(context: context, database: database)
    return try builder.document(self)
  }
}

/// Meets a template with data: walks its contents once, in order, and reads every query's rows as they come.
struct DocumentBuilder {
  let context: ReportContext
  let database: Database
  /// Rows of the queries of one row, read at first use.
  private var reportRows: [String: [Value]] = [:]
  /// Tables are numbered as they come.
  var tableCount = 0

  /// The row of the repetition or table that is being written.
  struct Row {
    var values: [Value]
    /// From 1.
    var number: Int
  }

  init(context: ReportContext, database: Database) {
    self.context = context
    self.database = database
  }

  mutating func document(_ template: ReportTemplate) throws -> ReportDocument {
    guard case .date(let asOf) = try reportValue(.check, column: 0) else {
      throw StoreError(
        code: 0, message: "Проверки № \(context.check) в хранилище нет.",
        hint: "Проведите её: zavuch check --register.")
    }
    var collected: [Block] = []
    try expand(template.content, row: nil) { builder, piece, row in
      if case .leaf(let leaf) = piece, let block = try builder.block(leaf, row: row) { collected.append(block) }
    }
    let heading = collected.lazy.compactMap { if case .head(let head) = $0 { head.heading } else { nil } }.first
    return ReportDocument(
      properties: DocumentProperties(
        title: template.title, author: context.organisation, subject: heading ?? "",
        made: .evening(of: context.date ?? asOf)),
      orientation: template.orientation, isDraft: context.isDraft, blocks: collected)
  }

  /// What `expand` hands over.
  enum Piece<Leaf> {
    case leaf(Leaf)
    case separator(String)
  }

  /// Hands over every leaf that is to be printed, as often as it is, with the row it is printed for.
  mutating func expand<Leaf>(
    _ flows: [Flow<Leaf>], row: Row?, _ body: (inout DocumentBuilder, Piece<Leaf>, Row?) throws -> Void
  ) throws {
    for flow in flows {
      switch flow {
      case .leaf(let leaf): try body(&self, .leaf(leaf), row)
      case .when(let condition, let inner):
        if try holds(condition, row: row) { try expand(inner, row: row, body) }
      case .each(let query, let separator, let inner):
        var number = 0
        try query.forEachRow(of: context.check, in: database) { values in
          number += 1
          if number > 1, !separator.isEmpty { try body(&self, .separator(separator), row) }
          try expand(inner, row: Row(values: values, number: number), body)
        }
      }
    }
  }

  /// Nil for a list that has nothing to list.
  private mutating func block(_ block: TemplateBlock, row: Row?) throws -> Block? {
    switch block {
    case .head(let kind, let content):
      return .head(
        DocumentHead(
          organisation: context.organisation, kind: kind, date: context.date, number: context.number,
          place: context.place, heading: try inlines(content, row: row).plainText))
    case .heading(let level, let content):
      return .heading(level: level, text: try inlines(content, row: row).plainText)
    case .paragraph(let style, let content): return .paragraph(Paragraph(try inlines(content, row: row), style: style))
    case .list(let numbered, let items):
      var written: [[Inline]] = []
      try expand(items, row: row) { builder, piece, row in
        if case .leaf(let item) = piece { written.append(try builder.inlines(item.content, row: row)) }
      }
      return written.isEmpty ? nil : .list(items: written, numbered: numbered)
    case .table(let table): return .table(try self.table(table))
    case .signature(let role, let hasStamp):
      let official = role == .director ? context.director : context.deputy
      return .signature(
        SignatureBlock(position: official.position, name: official.name, date: context.date, hasStamp: hasStamp))
    case .pageBreak: return .pageBreak
    }
  }

  // MARK: Text

  private mutating func inlines(_ content: [Flow<TemplateInline>], row: Row?) throws -> [Inline] {
    var text = TextAssembler()
    try expand(content, row: row) { builder, piece, row in
      switch piece {
      case .separator(let written), .leaf(.text(let written)): text.add(text: written)
      case .leaf(.strong(let inner)): text.add(strong: try builder.inlines(inner, row: row).plainText)
      case .leaf(.value(let reference)): text.add(value: try builder.value(reference, row: row))
      case .leaf(.plural(let reference, let forms)):
        if case .integer(let count) = try builder.value(reference, row: row) { text.add(text: forms.form(count)) }
      }
    }
    return text.finish()
  }

  // MARK: Values

  mutating func value(_ reference: ValueReference, row: Row?) throws -> Value {
    switch reference {
    case .fixed(let field): return field.value(in: context)
    case .report(let query, let column): return try reportValue(query, column: column)
    case .row(let column): return row?.values[column] ?? .empty
    case .rowNumber: return row.map { .integer($0.number) } ?? .empty
    }
  }

  private mutating func reportValue(_ query: ReportQuery, column: Int) throws -> Value {
    if let row = reportRows[query.name] { return row.isEmpty ? .empty : row[column] }
    var read: [Value] = []
    try query.forEachRow(of: context.check, in: database) { read = $0 }
    reportRows[query.name] = read
    return read.isEmpty ? .empty : read[column]
  }

  private mutating func holds(_ condition: Condition, row: Row?) throws -> Bool {
    let value = try value(condition.value, row: row)
    let result =
      switch (condition.test, value) {
      case (.holds, .empty), (.holds, .integer(0)), (.holds, .text("")), (.holds, .share(_, 0)): false
      case (.holds, _): true
      case (.equals(let text), _): value.plainText == text
      case (.greater(let bound), .integer(let number)): number > bound
      case (.less(let bound), .integer(let number)): number < bound
      default: false
      }
    return result != condition.isNegated
  }
}
