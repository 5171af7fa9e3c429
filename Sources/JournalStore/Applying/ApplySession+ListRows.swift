import Journal

extension ListKind {
  /// The table and the columns that a row's values go into.
  var table: (name: String, columns: [String]) {
    switch self {
    case .plan: ("plan_row", ["study_class", "subject", "number", "topic", "day", "study_group"])
    case .classHours:
      ("class_hour", ["key", "study_class", "day", "topic", "direction", "attendance_taken", "briefing"])
    case .consents: ("consent", ["pupil", "kind", "given_on", "withdrawn_on"])
    case .classLists: ("class_list_check", ["study_class", "verified_by", "verified_at"])
    case .paperTally: ("paper_tally", ["lesson", "marks", "absences"])
    case .aliases: ("alias", ["kind", "class", "name", "same_as"])
    case .waivers:
      (
        "waiver",
        [
          "rule", "finding", "class", "subject", "teacher", "pupil", "reason", "decided_by", "paper", "from_day",
          "until_day", "revoked_on",
        ]
      )
    }
  }

  /// Its rows are of classes, which are those of one school year.
  fileprivate var isOfClass: Bool {
    switch self {
    case .plan, .classHours, .classLists, .paperTally: true
    case .consents, .aliases, .waivers: false
    }
  }

  /// The class of a row of the table.
  fileprivate var classOfRow: String {
    switch self {
    case .plan, .classHours, .classLists: "study_class"
    case .consents: "(SELECT p.study_class FROM pupil p WHERE p.id = consent.pupil)"
    case .paperTally: "(SELECT l.study_class FROM lesson l WHERE l.id = paper_tally.lesson)"
    // The school's own word, of one piece.
    case .aliases: "0"
    // Those of the command stay beside those of a table.
    case .waivers: "(CASE WHEN waiver.sheet = 0 THEN 0 ELSE 1 END)"
    }
  }
}

extension ApplySession {
  /// The newest export of a list replaces the one before, class by class: of a class that it does not mention it says
  /// nothing.
  func applyListRows() throws {
    for list in ListKind.allCases where batch.lists.contains(where: { $0.list == list && $0.school == school }) {
      let isNewest = list.isOfClass ? isNewestOfIds : isNewest
      guard try isNewest || isNewestOfKind(list) else { continue }
      if list == .aliases { areNamesChanged = true }
      let (table, columns) = list.table
      let last = try database.integer("SELECT max(id) FROM \(table)") ?? 0
      let names = columns + ["sheet", "sheet_row"]
      let marks = names.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
      let insert = try database.prepare(
        "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))")
      for row in batch.lists where row.list == list && row.school == school {
        guard try bind(row.values, to: insert, row.place) else { continue }
        try insert.bind(sheetIds[Int(row.place.sheet)], at: Int32(columns.count + 1))
        try insert.bind(row.place.row, at: Int32(columns.count + 2))
        try insert.run()
      }
      try database.execute(
        """
        DELETE FROM \(table) WHERE id <= \(last)
          AND \(list.classOfRow) IN (SELECT \(list.classOfRow) FROM \(table) WHERE id > \(last))
        """)
    }
  }

  /// A list that comes without a journal is older only than a list of its own sort: what a school writes itself, such as
  /// its waivers, may have been written before the latest export of the journal.
  private func isNewestOfKind(_ list: ListKind) throws -> Bool {
    guard batch.journals.isEmpty, let taken = batch.files.compactMap({ $0.takenAt?.seconds }).max() else {
      return false
    }
    let known = try database.integer(
      """
      SELECT max(f.taken_at) FROM \(list.table.name) t JOIN source_sheet s ON s.id = t.sheet
        JOIN source_file f ON f.id = s.file
      """)
    return known.map { $0 <= taken } ?? true
  }

  /// False for a row that refers to what nobody knows, which is rejected.
  private func bind(_ values: [ListValue], to insert: Statement, _ place: FactPlace) throws -> Bool {
    for (column, value) in values.enumerated() {
      let index = Int32(column + 1)
      let reference: (id: Int64?, referent: Referent, key: String)
      switch value {
      case .text(let text):
        try insert.bind(text, at: index)
        continue
      case .integer(let number):
        try insert.bind(number, at: index)
        continue
      case .empty:
        try insert.bind(nil as Int64?, at: index)
        continue
      case .studyClass(let at): reference = (id(at, in: classes), .studyClass, batch.classes[Int(at)].key)
      case .group(let at): reference = (id(at, in: groups), .group, batch.groups[Int(at)].key)
      case .subject(let at): reference = (id(at, in: subjects), .subject, batch.subjects[Int(at)].key)
      case .pupil(let at): reference = (id(at, in: pupils), .pupil, batch.pupils[Int(at)].key)
      case .lesson(let at): reference = (id(at, in: lessons), .lesson, batch.lessons[Int(at)].key)
      }
      guard let id = reference.id else {
        rejectUnknown(reference.referent, reference.key, at: place)
        return false
      }
      try insert.bind(id, at: index)
    }
    return true
  }
}
