import Journal
import JournalStore

extension ReportTemplate {
  /// The document that the template gives for what the context names. Throws `StoreError`, also where there is no such check.
  public func document(_ context: ReportContext, in database: Database) throws -> ReportDocument {
    // Whom the report is for is known by the whole name.
    let chosen = try context.addressee.map { try places(of: $0, context, in: database) }
    let mask = PrivacyMask(profile: context.privacy ?? privacy, database: database)
    return try mask.applying {
      var builder = DocumentBuilder(context: context, database: database)
      return try builder.document(self, rows: chosen)
    }
  }

  /// Rows of `each`, from 0.
  private func places(of addressee: String, _ context: ReportContext, in database: Database) throws -> Set<Int> {
    guard let each else { return [] }
    var (places, place): (Set<Int>, Int) = ([], 0)
    try each.query.forEachRow(of: context.check, in: database) { values in
      if values[each.addressee].plainText == addressee { places.insert(place) }
      place += 1
    }
    return places
  }

  /// Those for whom it can be made one by one, in the order of the report; nil for a report that is made as a whole.
  public func addressees(_ context: ReportContext, in database: Database) throws -> [String]? {
    guard let each else { return nil }
    var found: [String] = []
    try each.query.forEachRow(of: context.check, in: database) { values in
      let name = values[each.addressee].plainText
      if !name.isEmpty, !found.contains(name) { found.append(name) }
    }
    return found
  }
}

/// Meets a template with data: walks its contents once, in order, and reads every query's rows as they come.
struct DocumentBuilder {
  let context: ReportContext
  let database: Database
  /// Rows of the queries of one row, read at first use.
  private var reportRows: [String: [Value]] = [:]
  /// Rows of the queries that are narrowed by a row around them, by the values that have to match.
  private var matchedRows: [String: [[Value]: [[Value]]]] = [:]
  /// Tables and charts are numbered as they come.
  var tableCount = 0
  var chartCount = 0
  /// Names of sheets that are taken.
  private var sheetNames: Set<String> = []

  /// The row of a repetition or table that is being written.
  struct Row {
    var values: [Value]
    /// From 1.
    var number: Int
  }

  init(context: ReportContext, database: Database) {
    self.context = context
    self.database = database
  }

  /// `chosen`: rows of the template's `each`, from 0; nil is all.
  mutating func document(_ template: ReportTemplate, rows chosen: Set<Int>?) throws -> ReportDocument {
    let asOf = try asOf()
    var collected: [Block] = []
    try expandWhole(template, rows: chosen) { builder, piece, rows in
      guard case .leaf(let leaf) = piece else {
        guard case .separator(let person) = piece else { return }
        let part = DocumentPart(
          title: person, orientation: template.orientation,
          identifier: builder.identifier(template, asOf, addressee: person))
        return collected.append(.part(part))
      }
      if let block = try builder.block(leaf, rows: rows) { collected.append(block) }
    }
    if collected.isEmpty, template.each != nil {
      collected = [
        .heading(level: 1, text: template.title),
        .paragraph(Paragraph("Документ составляется для каждого адресата отдельно, а адресатов для него нет.")),
      ]
    }
    let heading = collected.lazy.compactMap { if case .head(let head) = $0 { head.heading } else { nil } }.first
    return ReportDocument(
      properties: DocumentProperties(
        title: template.title, author: context.organisation, subject: heading ?? "",
        made: .evening(of: context.date ?? asOf),
        identifier: identifier(template, asOf, addressee: context.addressee ?? ""), storage: template.storage,
        standard: template.standard),
      orientation: template.orientation, isDraft: context.isDraft, blocks: collected)
  }

  private func identifier(_ template: ReportTemplate, _ asOf: CivilDate, addressee: String) -> String {
    DocumentIdentifier.digits(of: [
      context.organisation, template.id, context.check.map(String.init) ?? "", asOf.description, context.period ?? "",
      context.scope ?? "", addressee, context.privacy?.rawValue ?? "",
    ])
  }

  private mutating func asOf() throws -> CivilDate {
    switch context.basis {
    case .period(let asOf): return asOf
    case .check(let check):
      guard case .date(let asOf) = try reportValue(.check, column: 0) else {
        throw StoreError(
          code: 0, message: "Проверки № \(check) в хранилище нет.", hint: "Проведите её: zavuch check --register.")
      }
      return asOf
    }
  }

  /// The content, once an addressee: each is handed out by itself.
  private mutating func expandWhole(
    _ template: ReportTemplate, rows chosen: Set<Int>?,
    _ body: (inout DocumentBuilder, Piece<TemplateBlock>, [Row]) throws -> Void
  ) throws {
    guard let each = template.each else { return try expand(template.content, rows: [], body) }
    var rows: [[Value]] = []
    var place = 0
    try each.query.forEachRow(of: context.check, in: database) { values in
      if chosen?.contains(place) ?? true { rows.append(values) }
      place += 1
    }
    for (index, values) in rows.enumerated() {
      if rows.count > 1 { try body(&self, .separator(values[each.addressee].plainText), []) }
      (tableCount, chartCount) = (0, 0)
      try expand(template.content, rows: [Row(values: values, number: index + 1)], body)
    }
  }

  /// What `expand` hands over.
  enum Piece<Leaf> {
    case leaf(Leaf)
    case separator(String)
  }

  /// Hands over every leaf that is to be printed, as often as it is, with the rows it is printed for, the outermost first.
  mutating func expand<Leaf>(
    _ flows: [Flow<Leaf>], rows: [Row], _ body: (inout DocumentBuilder, Piece<Leaf>, [Row]) throws -> Void
  ) throws {
    for flow in flows {
      switch flow {
      case .leaf(let leaf): try body(&self, .leaf(leaf), rows)
      case .when(let condition, let inner):
        if try holds(condition, rows: rows) { try expand(inner, rows: rows, body) }
      case .each(let use, let separator, let inner):
        try forEachRow(of: use, rows: rows) { builder, row in
          if row.number > 1, !separator.isEmpty { try body(&builder, .separator(separator), rows) }
          try builder.expand(inner, rows: rows + [row], body)
        }
      }
    }
  }

  // MARK: Rows

  /// The rows of a query that match the rows around it, in its order.
  mutating func forEachRow(
    of use: QueryUse, rows: [Row], _ body: (inout DocumentBuilder, Row) throws -> Void
  ) throws {
    var number = 0
    func count() -> Int {
      number += 1
      return number
    }
    guard !use.matches.isEmpty else {
      return try use.query.forEachRow(of: context.check, in: database) { values in
        try body(&self, Row(values: values, number: count()))
      }
    }
    let key = try use.matches.map { try value($0.value, rows: rows) }
    for values in try rowsByMatch(use)[key] ?? [] { try body(&self, Row(values: values, number: count())) }
  }

  /// Read once, so that a report of forty classes does not ask forty times.
  private mutating func rowsByMatch(_ use: QueryUse) throws -> [[Value]: [[Value]]] {
    let columns = use.matches.map(\.column)
    let name = "\(use.query.name) \(columns)"
    if let read = matchedRows[name] { return read }
    var read: [[Value]: [[Value]]] = [:]
    try use.query.forEachRow(of: context.check, in: database) { values in
      read[columns.map { values[$0] }, default: []].append(values)
    }
    matchedRows[name] = read
    return read
  }

  // MARK: Values

  mutating func value(_ reference: ValueReference, rows: [Row]) throws -> Value {
    switch reference {
    case .fixed(let field): field.value(in: context)
    case .report(let query, let column): try reportValue(query, column: column)
    case .row(let level, let column): level < rows.count ? rows[level].values[column] : .empty
    case .rowNumber(let level): level < rows.count ? .integer(rows[level].number) : .empty
    }
  }

  private mutating func reportValue(_ query: ReportQuery, column: Int) throws -> Value {
    if let row = reportRows[query.name] { return row.isEmpty ? .empty : row[column] }
    var read: [Value] = []
    try query.forEachRow(of: context.check, in: database) { read = $0 }
    reportRows[query.name] = read
    return read.isEmpty ? .empty : read[column]
  }

  private mutating func holds(_ condition: Condition, rows: [Row]) throws -> Bool {
    let value = try value(condition.value, rows: rows)
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

  // MARK: Text

  /// A name of a sheet that no other has: in a repetition names may come again.
  mutating func sheetName(_ pattern: TextPattern, rows: [Row]) throws -> String {
    let wanted = try text(pattern, rows: rows)
    var name = wanted
    var number = 1
    while !sheetNames.insert(name).inserted {
      number += 1
      name = "\(wanted) (\(number))"
    }
    return name
  }

  mutating func text(_ pattern: TextPattern, rows: [Row]) throws -> String {
    try pattern.parts.map { part in
      switch part {
      case .text(let text): text
      case .value(let reference): try value(reference, rows: rows).plainText
      }
    }.joined()
  }

  mutating func inlines(_ content: [Flow<TemplateInline>], rows: [Row]) throws -> [Inline] {
    var text = TextAssembler()
    try expand(content, rows: rows) { builder, piece, rows in
      switch piece {
      case .separator(let written), .leaf(.text(let written)): text.add(text: written)
      case .leaf(.strong(let inner)): text.add(strong: try builder.inlines(inner, rows: rows).plainText)
      case .leaf(.value(let reference)): text.add(value: try builder.value(reference, rows: rows))
      case .leaf(.plural(let reference, let forms)):
        if case .integer(let count) = try builder.value(reference, rows: rows) { text.add(text: forms.form(count)) }
      }
    }
    return text.finish()
  }
}
