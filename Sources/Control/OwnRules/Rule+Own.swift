import JournalStore

extension Rule {
  /// A check of a whole school year by the largest built-in rule takes a tenth of it.
  static let ownLimits = ReadingLimits(steps: 200_000_000, rows: 2_000_000)

  /// What is wrong with the school's own rule, for whoever wrote its file.
  func ownFault(_ problem: String) -> ControlError {
    let file = file ?? ""
    return ControlError(
      .ownRule, "Правило школы «\(id)» (файл «\(file)»): \(problem)",
      hint: "Исправьте файл и проверьте его: zavuch rules --check \(file)")
  }

  /// The rule's SELECT or one of its requirements; the school's own may only read.
  func prepare(_ select: String, _ database: Database) throws -> Statement {
    guard file != nil else { return try database.prepare(select) }
    do {
      // Another rule of the same check may have made them.
      let hidden = Set(PreparedUnits.allCases.flatMap(\.tables)).subtracting(Self.prepared(reads).flatMap(\.tables))
      return try database.prepare(reading: select, within: Self.ownLimits, hiding: hidden)
    } catch {
      throw ownFault(OwnRuleSQL.explanation(error, of: select))
    }
  }

  func bind(_ parameters: [String: Int64], to statement: Statement) throws {
    guard file != nil else { return try statement.bind(parameters) }
    do {
      try statement.bind(parameters)
    } catch {
      throw ownFault(error.message)
    }
  }

  func step(_ statement: Statement) throws -> Bool {
    guard file != nil else { return try statement.step() }
    do {
      return try statement.step()
    } catch {
      throw ownFault("\(error.message) \(error.hint)")
    }
  }

  /// The columns of the school's own SELECT: those that name its unit, and those that its texts name.
  func validateOwn(columns: [String]) throws(ControlError) {
    for column in [.verdict] + unit.keyColumns where !columns.contains(column.rawValue) {
      throw ownFault("запрос не даёт столбца \(column.rawValue).")
    }
    for column in evidence where !columns.contains(column) {
      let known = columns.filter { name in !UnitColumn.allCases.contains { $0.rawValue == name } }
      let nearest = NearestText.nearest(column, of: known, count: 1) { $0 }.first
      throw ownFault(
        "в тексте назван столбец «\(column)», а запрос его не даёт\(nearest.map { "; ближе всего «\($0)»" } ?? "").")
    }
  }

  /// One row of the school's own SELECT: what the program would take for granted of its own.
  func validateOwn(_ statement: Statement, _ unit: JudgedUnit) throws(ControlError) {
    for column in 0..<statement.columnCount {
      let name = statement.columnName(column)
      guard statement.isInteger(column) else {
        throw ownFault("столбец \(name) даёт не целое число: «\(statement.text(column).prefix(40))».")
      }
      guard let known = UnitColumn(rawValue: name), let value = statement.optionalInteger(column) else { continue }
      guard known.values.contains(value) else { throw ownFault("столбец \(name) даёт \(value): такого быть не может.") }
    }
    if unit.verdict == .undetermined { _ = try text(ofReason: unit.reason) }
    for column in self.unit.keyColumns where unit.isEmpty(column) {
      throw ownFault("столбец \(column.rawValue) пуст (NULL), а по нему узнают, что проверено.")
    }
  }
}

extension UnitKind {
  /// What a SELECT must yield to name one unit.
  var keyColumns: [UnitColumn] {
    switch self {
    case .lesson: [.lesson]
    case .pupilPeriod: [.pupil, .subject, .period]
    case .pupilWork: [.pupil, .work]
    case .pupilDay: [.pupil, .day]
    case .pupil: [.pupil]
    case .teacher: [.teacher]
    case .account: [.account]
    case .mark: [.lesson, .pupil, .ordinal]
    case .pupilLesson: [.lesson, .pupil]
    case .classSubject: [.studyClass, .subject]
    case .studyClass: [.studyClass]
    case .classWeek: [.studyClass, .day]
    case .consent: [.pupil, .item]
    case .classHour, .document, .waiver, .month: [.item]
    }
  }
}

extension UnitColumn {
  /// Row ids grow from 1 as rows are stored; days reach to 2174.
  fileprivate var values: ClosedRange<Int64> {
    switch self {
    case .verdict: 0...1
    case .reason: 0...1_000_000
    case .day: 0...75_000
    case .studyClass, .subject, .period, .lesson, .pupil, .work, .teacher, .account, .ordinal, .item, .teacherSet:
      0...50_000_000
    }
  }
}

extension JudgedUnit {
  fileprivate func isEmpty(_ column: UnitColumn) -> Bool {
    switch column {
    case .studyClass: studyClass == nil
    case .subject: subject == nil
    case .period: period == nil
    case .day: day == nil
    case .lesson: lesson == nil
    case .pupil: pupil == nil
    case .work: work == nil
    case .teacher: teacher == nil
    case .account: account == nil
    case .ordinal: ordinal == nil
    case .item: item == nil
    case .verdict, .reason, .teacherSet: false
    }
  }
}
