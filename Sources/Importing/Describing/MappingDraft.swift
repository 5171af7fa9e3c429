import Journal

/// A mapping to start from, made of what a sheet shows. What nothing tells stands as «?», which the settings refuse until a
/// person writes it.
public struct MappingDraft: Sendable {
  public var name = ""
  public var sheet: String?
  /// Nil where the headers' texts find it.
  public internal(set) var headerRow: Int?
  public internal(set) var columns: [Column] = []
  public internal(set) var across: TableMapping.Across?
  public internal(set) var constants: [(field: MappingField, text: String)] = []
  public internal(set) var dates: DatePattern?

  public struct Column: Sendable {
    public var field: MappingField
    /// As the settings write it: the header's text, or `=C`.
    public var references: [String]
    public var numbers: [Int]
  }

  /// Nil for a sheet that shows neither pupils nor lessons.
  init?(_ survey: SheetSurvey) {
    guard let header = survey.headerRow else { return nil }
    findAcross(survey, header)
    findColumns(survey)
    guard complete(TableContext(survey), header) else { return nil }
  }

  /// What a column is to the draft.
  func field(of column: Int) -> MappingField? {
    if let column = columns.first(where: { $0.numbers.contains(column) }) { return column.field }
    guard let across, column >= across.from, column <= across.to ?? .max else { return nil }
    return across.field
  }

  /// Whether one mapping serves both sheets.
  func isAlike(_ other: MappingDraft) -> Bool {
    columns.elementsEqual(other.columns) { $0.field == $1.field && $0.references == $1.references }
      && constants.elementsEqual(other.constants) { $0 == $1 } && dates == other.dates
      && headerRow == other.headerRow && across?.field == other.across?.field && across?.from == other.across?.from
      && across?.to == other.across?.to
  }

  // MARK: Columns that are things of one kind

  private mutating func findAcross(_ survey: SheetSurvey, _ header: Int) {
    let columns = Array(1...max(1, survey.columnCount))
    let months = header > 1 ? header - 1 : nil
    let hasMonths = months.map { row in columns.contains { MonthName.number(survey.text[row, $0]) != nil } } ?? false
    let kinds: [(MappingField, Int, (String) -> Bool)] = [
      (
        .date, 3,
        { header in
          hasMonths ? Int(header).map { (1...31).contains($0) } ?? false : GridSigns.datePattern([header]) != nil
        }
      ),
      (.subject, 2, GridSigns.isSubject), (.period, 2, GridSigns.isPeriod),
    ]
    for (field, least, fits) in kinds {
      let found = columns.filter { fits(survey.header($0)) }
      guard found.count >= least, let from = found.first, let to = found.last else { continue }
      var across = TableMapping.Across(field: field, cell: field == .date ? .mark : .final, from: from)
      if to < survey.columnCount { across.to = to }
      if field == .date, hasMonths { across.monthRow = months }
      self.across = across
      if field == .date, !hasMonths { dates = GridSigns.datePattern(found.map(survey.header)) ?? nil }
      return
    }
  }

  // MARK: Columns of their own

  private mutating func findColumns(_ survey: SheetSurvey) {
    let free = (1...max(1, survey.columnCount)).filter { column in
      across.map { column < $0.from || column > $0.to ?? .max } ?? true
    }
    let parts = ["ФАМИЛИЯ", "ИМЯ", "ОТЧЕСТВО"].compactMap { part in
      free.first { CodeFolding.fold(survey.header($0)) == part }
    }
    if parts.count >= 2 { add(.pupil, parts, survey) }
    for column in free where !parts.contains(column) || parts.count < 2 {
      let header = survey.header(column)
      guard let field = MappingField.suggested(by: header), field != across?.field, field != across?.cell,
        !columns.contains(where: { $0.field == field })
      else { continue }
      add(field, [column], survey)
    }
    findByValues(free, survey)
  }

  /// Columns of names and of lessons' days without headers that say so.
  private mutating func findByValues(_ free: [Int], _ survey: SheetSurvey) {
    func unknown(_ fits: ([String]) -> Bool) -> Int? {
      free.first { column in
        let values = survey.values(column)
        return field(of: column) == nil && values.count >= 2 && fits(values)
      }
    }
    if !columns.contains(where: { $0.field == .pupil }),
      let names = unknown({ values in values.count(where: SummaryText.isName) * 10 >= values.count * 7 })
    {
      add(.pupil, [names], survey)
    }
    let ofLesson: Set<MappingField> = [.mark, .attendance, .topic, .homework]
    if across?.field != .date, !columns.contains(where: { $0.field == .date }),
      columns.contains(where: { ofLesson.contains($0.field) }),
      let days = unknown({ values in GridSigns.datePattern(values) != nil })
    {
      add(.date, [days], survey)
    }
  }

  private mutating func add(_ field: MappingField, _ numbers: [Int], _ survey: SheetSurvey) {
    let references = numbers.map { number in
      let header = survey.header(number)
      let folded = CodeFolding.fold(header)
      let isUnique = (1...survey.columnCount).count { CodeFolding.fold(survey.header($0)) == folded } == 1
      return header.isEmpty || header.hasPrefix("=") || !isUnique ? "=\(CellPlace.columnLetters(number))" : header
    }
    columns.append(Column(field: field, references: references, numbers: numbers))
    // «Итого» among the days is none.
    if field == .date {
      dates =
        GridSigns.datePattern(survey.values(numbers[0]).filter { $0.contains(where: \.isNumber) }, isHeaded: true)
        ?? nil
    }
  }

  // MARK: What is lacking

  /// Adds what other fields need, leaves out what cannot say anything; false where nothing remains.
  private mutating func complete(_ context: TableContext, _ header: Int) -> Bool {
    if !columns.contains(where: { $0.references.contains { !$0.hasPrefix("=") } }) || across?.monthRow != nil {
      headerRow = header
    }
    let byRow: Set<MappingField> = [.topic, .homework, .group, .number, .teacher, .entered, .work]
    while true {
      let named = mapping.named
      guard MappingField.facts.contains(where: named.contains) else { return false }
      let isUseless = { (column: Column) in
        (byRow.contains(column.field) && !named.contains(.date) && !named.contains(.final))
          || (column.field == .subject && !named.contains(.date) && !named.contains(.final) && !named.contains(.mark))
          || column.field.needs.contains { !named.contains($0) && !$0.canBeConstant }
      }
      if let index = columns.firstIndex(where: isUseless) {
        columns.remove(at: index)
        continue
      }
      let lacking = MappingField.allCases.first { need in
        !named.contains(need) && named.contains { $0.needs.contains(need) }
      }
      guard let lacking else { break }
      constants.append((lacking, context.value(lacking) ?? "?"))
    }
    let named = mapping.named
    if !named.contains(.year), !named.contains(.date) || across?.monthRow != nil || dates?.hasYear == false {
      constants.append((.year, context.value(.year) ?? "?"))
    }
    for field in [MappingField.teacher, .period] where named.contains(.date) && !named.contains(field) {
      if let text = context.value(field) { constants.append((field, text)) }
    }
    return true
  }

  /// The mapping that the text of the draft gives, constants that are not told among them.
  var mapping: TableMapping {
    TableMapping(
      name: name, sheet: sheet, headerRow: headerRow,
      columns: columns.map { column in
        TableMapping.Column(
          column.field,
          references: zip(column.references, column.numbers).map {
            $0.hasPrefix("=") ? .number($1) : .header($0)
          })
      },
      constants: Dictionary(uniqueKeysWithValues: constants.map { ($0.field, $0.text) }), across: across, dates: dates)
  }
}
