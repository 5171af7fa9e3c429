import Journal

extension InterchangeReader {
  /// Settles what only the whole export can tell: the moment, what the source can say, and what each snapshot shows.
  /// Throws `ImportProblem` where facts need a moment and nothing tells one.
  mutating func finish(_ moments: SnapshotMoments) throws -> JournalBatch {
    if batch.schools.isEmpty {
      // Facts whose school an earlier export has named.
      batch.schools.append(.unnamed)
    }
    let facts = found.keys.filter(\.isFollowed)
    let newest = newestMoment
    let takenAt = try moments.choose(newestEntry: newest)
    guard takenAt != nil || facts.isEmpty else {
      throw SnapshotMoments.question
    }
    if let first = batch.files.indices.first(where: { batch.files[$0].layout == InterchangeLayout.id }) {
      batch.files[first].notices += moments.notices(newestEntry: newest)
    }
    for index in batch.files.indices where batch.files[index].layout == InterchangeLayout.id {
      batch.files[index].takenAt = takenAt
      if batch.files[index].schools.isEmpty, batch.schools.count == 1 {
        batch.files[index].schools = [batch.schools[0].name]
      }
    }
    for index in batch.lessons.indices where !batch.lessons[index].isReference {
      batch.lessons[index].isTimed = timedSheets.contains(batch.lessons[index].place.sheet)
    }
    refuseUnevenTexts()
    settleJournals(takenAt)
    let year =
      batch.journals.map(\.schoolYear).max() ?? batch.periods.filter { !$0.isReference }.map(\.schoolYear).max()
      ?? newestYearOfLists ?? takenAt?.date.schoolYear
    batch.idYear = year.map(IdYear.of) ?? .unknown
    let said = capabilities
    for index in batch.journals.indices { batch.journals[index].says = said }
    addSnapshots()
    return batch
  }

  /// By the days of plans and class hours.
  private var newestYearOfLists: Int? {
    let days = batch.lists.map { row -> ListValue in
      switch row.list {
      case .plan: row.values[4]
      case .classHours: row.values[2]
      default: .empty
      }
    }
    return days.compactMap { if case .integer(let day) = $0 { CivilDate(days: Int32(day)).schoolYear } else { nil } }
      .max()
  }

  private func says(_ table: InterchangeTable, _ column: String) -> Bool { found[table]?.contains(column) ?? false }

  /// A snapshot with the topics of one file would show the lessons of another, which has no such column, as lessons without
  /// a topic.
  private mutating func refuseUnevenTexts() {
    for (column, name) in [("topic", "темы"), ("homework", "домашние задания")] where !says(.lessons, column) {
      for (file, columns) in lessonColumns where columns.contains(column) {
        if column == "topic" {
          batch.files[Int(file)].counts.topics = 0
        } else {
          batch.files[Int(file)].counts.homework = 0
        }
        batch.files[Int(file)].rejected.append(
          ImportProblem(
            "\(name) не загружены: в другом файле таблицы lessons этой выгрузки нет столбца \(column)",
            hint: "Добавьте столбец \(column) во все файлы lessons или загрузите каждый файл отдельно."))
      }
    }
  }

  private var capabilities: SourceCapabilities {
    var said: SourceCapabilities = []
    if says(.lessons, "topic") { said.insert(.topics) }
    if says(.lessons, "homework") { said.insert(.homework) }
    if says(.lessons, "number") { said.insert(.lessonNumbers) }
    if says(.lessons, "entered_at") { said.insert(.lessonTimes) }
    if found[.marks] != nil { said.insert(.marks) }
    if found[.works] != nil { said.insert(.works) }
    if says(.marks, "entered_at") { said.insert(.markTimes) }
    if found[.attendance] != nil { said.formUnion([.attendance, .everybodyPresent]) }
    if says(.attendance, "entered_at") { said.insert(.attendanceTimes) }
    if found[.logins] != nil { said.insert(.logins) }
    if says(.finalMarks, "entered_at") { said.insert(.finalMarkTimes) }
    if says(.pupils, "enrolled") || says(.pupils, "left") { said.insert(.enrolmentDates) }
    return said
  }

  /// Facts that name no school year of their own belong to the newest of the export.
  private mutating func settleJournals(_ takenAt: LocalMoment?) {
    let newest = batch.journals.map(\.schoolYear).max() ?? takenAt?.date.schoolYear
    guard let newest else { return }
    for index in batch.finalMarks.indices where batch.finalMarks[index].journal < 0 {
      batch.finalMarks[index].journal = journal(school: schoolOf(pupil: batch.finalMarks[index].pupil), year: newest)
    }
    for index in batch.exemptions.indices where batch.exemptions[index].journal < 0 {
      let exemption = batch.exemptions[index]
      batch.exemptions[index].journal = journal(
        school: schoolOf(pupil: exemption.pupil), year: exemption.from?.schoolYear ?? newest)
    }
    for index in batch.unreadCells.indices {
      let cell = batch.unreadCells[index]
      // A row that does not say whose it is may be any journal's.
      guard cell.pupil >= 0, cell.kind == .finalMark || cell.kind == .exemption else { continue }
      let period = cell.period >= 0 ? batch.periods[Int(cell.period)] : nil
      let year = period.flatMap { $0.isReference ? nil : $0.schoolYear }
      batch.unreadCells[index].journal = journal(school: schoolOf(pupil: cell.pupil), year: year ?? newest)
    }
    for index in batch.lessons.indices where batch.lessons[index].journal < 0 {
      batch.lessons[index].journal = journal(school: 0, year: newest)
    }
    if batch.journals.isEmpty, found.keys.contains(where: \.isFollowed) { _ = journal(school: 0, year: newest) }
  }

  private mutating func addSnapshots() {
    let kinds: [(InterchangeTable, FactKind, Bool)] = [
      (.lessons, .lesson, true), (.lessons, .topic, says(.lessons, "topic")),
      (.lessons, .homework, says(.lessons, "homework")), (.marks, .mark, true), (.attendance, .attendance, true),
      (.finalMarks, .finalMark, true), (.logins, .login, true), (.works, .work, true), (.pupils, .pupil, true),
    ]
    for journal in batch.journals.indices {
      for (table, kind, isSaid) in kinds where isSaid {
        guard let file = files[table]?.first else { continue }
        batch.snapshots.append(BatchSnapshot(journal: Int32(journal), kind: kind, file: file))
      }
      // ОСВ stands in either table.
      if let file = files[.exemptions]?.first ?? files[.finalMarks]?.first {
        batch.snapshots.append(BatchSnapshot(journal: Int32(journal), kind: .exemption, file: file))
      }
    }
  }
}

extension InterchangeTable {
  /// What a row of the table may hold whose place vanishes cell by cell.
  var cellKinds: [FactKind] {
    switch self {
    case .marks: [.mark]
    case .attendance: [.attendance]
    case .finalMarks: [.finalMark, .exemption]
    case .exemptions: [.exemption]
    default: []
    }
  }

  /// Tables of facts whose moments matter; lists go in without one.
  var isFollowed: Bool {
    switch self {
    case .lessons, .works, .marks, .attendance, .finalMarks, .exemptions, .logins: true
    default: false
    }
  }
}
