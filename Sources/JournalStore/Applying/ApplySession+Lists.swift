import Journal

extension ApplySession {
  func applyFinalMarks() throws {
    let access = FactAccess(
      bind: { [self] index, statement, first in
        let mark = batch.finalMarks[index]
        try statement.bind(mark.value.text, at: first)
        try statement.bind(mark.value.grade.map(Int64.init), at: first + 1)
        try statement.bind(mark.value.isMark ? 1 : 0, at: first + 2)
        try statement.bind(mark.decided?.stored, at: first + 3)
      },
      value: { [batch] in batch.finalMarks[$0].value.text }, place: { [batch] in batch.finalMarks[$0].place },
      counts: { _ in true }, isCounted: { _ in true })
    var facts: [Int32: [FollowedFact]] = [:]
    for (index, mark) in batch.finalMarks.enumerated() {
      guard let journal = id(mark.journal, in: journals) else { continue }
      guard let pupil = id(mark.pupil, in: pupils), let subject = id(mark.subject, in: subjects),
        let period = id(mark.period, in: periods)
      else {
        // ОСВ of such a cell is an exemption.
        for kind in [FactKind.finalMark, .exemption] {
          noteUnread(
            UnreadCell(kind, journal: mark.journal, pupil: mark.pupil, subject: mark.subject, period: mark.period))
        }
        rejectUnknown(pupil: mark.pupil, subject: mark.subject, period: mark.period, at: mark.place)
        continue
      }
      facts[mark.journal, default: []].append(
        FollowedFact(
          key: FactKey(a: pupil, b: subject, c: period, d: journal), own: mark.enteredAt, index: Int32(index)))
    }
    try write(&facts, .finalMarks, access)
  }

  func applyExemptions() throws {
    let access = FactAccess(
      bind: { [batch] index, statement, first in
        try statement.bind(batch.exemptions[index].to?.stored, at: first)
      },
      value: { [batch] in batch.exemptions[$0].to.map { String($0.stored) } ?? "" },
      place: { [batch] in batch.exemptions[$0].place }, counts: { _ in true }, isCounted: { _ in true })
    var facts: [Int32: [FollowedFact]] = [:]
    for (index, exemption) in batch.exemptions.enumerated() {
      guard let journal = id(exemption.journal, in: journals) else { continue }
      guard let pupil = id(exemption.pupil, in: pupils), let subject = id(exemption.subject, in: subjects),
        exemption.period < 0 || id(exemption.period, in: periods) != nil
      else {
        noteUnread(
          UnreadCell(
            .exemption, journal: exemption.journal, pupil: exemption.pupil, subject: exemption.subject,
            period: exemption.period))
        rejectUnknown(
          pupil: exemption.pupil, subject: exemption.subject, period: exemption.period, at: exemption.place)
        continue
      }
      let key = FactKey(
        a: pupil, b: subject, c: id(exemption.period, in: periods) ?? 0, d: exemption.from?.stored ?? 0, e: journal)
      facts[exemption.journal, default: []].append(
        FollowedFact(key: key, own: exemption.enteredAt, index: Int32(index)))
    }
    try write(&facts, .exemptions, access)
  }

  private func rejectUnknown(pupil: Int32, subject: Int32, period: Int32, at place: FactPlace) {
    if id(pupil, in: pupils) == nil {
      rejectUnknown(pupil: pupil, at: place)
    } else if id(subject, in: subjects) == nil {
      rejectUnknown(.subject, batch.subjects[Int(subject)].key, at: place)
    } else {
      let unknown = batch.periods[Int(period)]
      rejectUnknown(.period, unknown.key, isElsewhere: !unknown.isReference && unknown.school != school, at: place)
    }
  }

  /// Logins carry their own moment, so only their appearing and vanishing is followed.
  func applyLogins() throws {
    let find = try database.prepare("SELECT shown_at FROM login WHERE role = ?1 AND person = ?2 AND at = ?3")
    let show = try database.prepare("UPDATE login SET shown_at = ?4 WHERE role = ?1 AND person = ?2 AND at = ?3")
    var logins: [Int32: [(key: FactKey, place: FactPlace)]] = [:]
    for login in batch.logins where id(login.journal, in: journals) != nil {
      guard let person = id(login.person, in: login.role == .teacher ? teachers : pupils) else {
        if login.role == .teacher {
          rejectUnknown(.teacher, batch.teachers[Int(login.person)].key, at: login.place)
        } else {
          rejectUnknown(pupil: login.person, at: login.place)
        }
        continue
      }
      let key = FactKey(a: Int64(login.role.rawValue), b: person, c: login.at.seconds)
      logins[login.journal, default: []].append((key, login.place))
    }
    for position in batch.journals.indices {
      guard let journal = id(Int32(position), in: journals), let slot = slot(Int32(position), .login) else { continue }
      // One told twice is one.
      let sorted = (logins[Int32(position)] ?? []).sorted { $0.key < $1.key }
      var new: [(key: FactKey, place: FactPlace)] = []
      for login in sorted {
        if !slot.isFirst {
          try bind(login.key, to: find)
          let shownAt = try find.step() ? find.integer(0) : nil
          find.reset()
          if let shownAt {
            guard shownAt < slot.moment else { continue }
            try bind(login.key, to: show)
            try show.bind(slot.moment, at: 4)
            try show.run()
            continue
          }
        }
        if new.last?.key != login.key { new.append(login) }
      }
      try append(new, journal: journal, at: slot.moment)
    }
  }

  private func bind(_ key: FactKey, to statement: Statement) throws(StoreError) {
    for position in 0...2 { try statement.bind(key[position], at: Int32(position + 1)) }
  }

  private func append(_ rows: [(key: FactKey, place: FactPlace)], journal: Int64, at moment: Int64) throws {
    let columns = ["role", "person", "at", "journal", "sheet", "sheet_row", "shown_at"]
    try RowInserter(database, table: "login", columns: columns).insert(count: rows.count) { row, statement, after in
      let (key, place) = rows[row]
      try statement.bind(key.a, at: after + 1)
      try statement.bind(key.b, at: after + 2)
      try statement.bind(key.c, at: after + 3)
      try statement.bind(journal, at: after + 4)
      try statement.bind(sheetIds[Int(place.sheet)], at: after + 5)
      try statement.bind(place.row, at: after + 6)
      try statement.bind(moment, at: after + 7)
      count(ChangeCounts(new: 1), at: place)
    }
  }
}
