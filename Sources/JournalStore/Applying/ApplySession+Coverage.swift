import Journal

extension ApplySession {
  /// Of which classes and days this import shows which kinds of fact: what is missing there is missing in the export. A
  /// class is covered from its first to its last lesson in the export; a table of logins from its first day to its last;
  /// a list of pupils where it has a pupil of the class.
  func saveCoverage() throws {
    let insert = try database.prepare(
      """
      INSERT INTO coverage (kind, study_class, journal, taken_at, from_day, to_day, is_timed, is_whole)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      ON CONFLICT (kind, study_class, journal, taken_at) DO UPDATE SET from_day = min(from_day, excluded.from_day),
        to_day = max(to_day, excluded.to_day), is_timed = min(is_timed, excluded.is_timed),
        is_whole = min(is_whole, excluded.is_whole)
      """)
    for snapshot in batch.snapshots {
      guard let journal = id(snapshot.journal, in: journals), let moment = moment(of: snapshot) else { continue }
      let isTimed = snapshot.kind.isTimed(batch.journals[Int(snapshot.journal)].says)
      let isWhole = isWhole(snapshot)
      for (studyClass, days) in try days(of: snapshot).sorted(by: { $0.key < $1.key }) {
        try insert.bind(snapshot.kind.rawValue, at: 1)
        try insert.bind(studyClass, at: 2)
        try insert.bind(journal, at: 3)
        try insert.bind(moment, at: 4)
        try insert.bind(days.lowerBound, at: 5)
        try insert.bind(days.upperBound, at: 6)
        try insert.bind(isTimed ? 1 : 0, at: 7)
        try insert.bind(isWhole ? 1 : 0, at: 8)
        try insert.run()
      }
    }
  }

  /// Whether every row was read of what can vanish by the snapshot; a row that was not may be the missing one.
  private func isWhole(_ snapshot: BatchSnapshot) -> Bool {
    guard !unreadSheets.isEmpty else { return true }
    func isUnread(_ place: FactPlace) -> Bool { unreadSheets.contains(place.sheet) }
    switch snapshot.kind {
    case .lesson, .topic:
      return !batch.lessons.contains { $0.journal == snapshot.journal && !$0.isReference && isUnread($0.place) }
    case .work: return !batch.works.contains { !$0.isReference && isUnread($0.place) }
    case .pupil:
      let listed = batch.journals[Int(snapshot.journal)].pupils.map(Set.init)
      return !batch.pupils.indices.contains { index in
        let pupil = batch.pupils[index]
        return (listed?.contains(Int32(index)) ?? true) && !pupil.isReference && isUnread(pupil.place)
      }
    case .login: return !batch.logins.contains { $0.journal == snapshot.journal && isUnread($0.place) }
    case .homework, .mark, .attendance, .finalMark, .exemption: return true
    }
  }

  /// The days that a snapshot covers, by class.
  private func days(of snapshot: BatchSnapshot) throws -> [Int64: ClosedRange<Int64>] {
    guard let items = named[snapshot.journal] else { return [:] }
    switch snapshot.kind {
    case .lesson, .topic, .homework: return items.days
    case .mark, .attendance, .work: return items.referredDays
    case .finalMark, .exemption: return [:]
    case .login:
      let days = batch.logins.lazy.filter { $0.journal == snapshot.journal }.map { $0.at.date.stored }
      guard let first = days.min(), let last = days.max() else { return [:] }
      let classes = try classes(of: items.pupils)
      return Dictionary(uniqueKeysWithValues: classes.union([0]).map { ($0, first...last) })
    case .pupil:
      let listed = zip(batch.pupils, pupils).filter { !$0.isReference && items.pupils.contains($1) }.map(\.1)
      return Dictionary(uniqueKeysWithValues: try classes(of: Set(listed)).map { ($0, 0...0) })
    }
  }

  /// The classes in which this import lists the pupils; those it only refers to are in the class that is known of them.
  private func classes(of pupils: Set<Int64>) throws -> Set<Int64> {
    var found: Set<Int64> = []
    var listed: Set<Int64> = []
    for (position, pupil) in batch.pupils.enumerated() where !pupil.isReference {
      guard let known = id(Int32(position), in: self.pupils), pupils.contains(known),
        let studyClass = id(pupil.studyClass, in: classes)
      else { continue }
      listed.insert(known)
      found.insert(studyClass)
    }
    let rows = try database.prepare("SELECT id, study_class FROM pupil")
    while try rows.step() {
      let known = rows.integer(0)
      if pupils.contains(known), !listed.contains(known) { found.insert(rows.integer(1)) }
    }
    return found
  }
}

extension FactKind {
  /// Whether facts of the kind carry their own moment in a source. A topic and a homework are entered with their lesson.
  fileprivate func isTimed(_ says: SourceCapabilities) -> Bool {
    switch self {
    case .lesson, .topic, .homework: says.contains(.lessonTimes)
    case .mark: says.contains(.markTimes)
    case .attendance: says.contains(.attendanceTimes)
    case .finalMark: says.contains(.finalMarkTimes)
    case .login: true
    case .exemption, .work, .pupil: false
    }
  }
}
