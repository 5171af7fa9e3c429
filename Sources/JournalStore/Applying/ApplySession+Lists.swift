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
        rejectReferences(mark.place)
        continue
      }
      facts[mark.journal, default: []].append(
        FollowedFact(
          key: FactKey(a: pupil, b: subject, c: period, d: journal), own: mark.enteredAt, index: Int32(index)))
    }
    try write(facts, .finalMarks, access)
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
        rejectReferences(exemption.place)
        continue
      }
      let key = FactKey(
        a: pupil, b: subject, c: id(exemption.period, in: periods) ?? 0, d: exemption.from?.stored ?? 0, e: journal)
      facts[exemption.journal, default: []].append(FollowedFact(key: key, own: nil, index: Int32(index)))
    }
    try write(facts, .exemptions, access)
  }

  private func rejectReferences(_ place: FactPlace) {
    reject(
      place, raw: "", "ученик, предмет или период не найдены в выгрузке и в хранилище",
      hint: "Загрузите вместе с этой таблицей таблицы pupils, subjects и periods.")
  }

  /// Logins carry their own moment, so only their appearing and vanishing is followed.
  func applyLogins() throws {
    let insert = try database.prepare(
      """
      INSERT INTO login (role, person, at, journal, sheet, sheet_row) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      ON CONFLICT (role, person, at) DO UPDATE SET gone_from = NULL, gone_by = NULL WHERE gone_by IS NOT NULL
      """)
    var logins: [Int32: [(key: FactKey, place: FactPlace)]] = [:]
    for login in batch.logins where id(login.journal, in: journals) != nil {
      guard let person = id(login.person, in: login.role == .teacher ? teachers : pupils) else {
        let key = login.role == .teacher ? batch.teachers[Int(login.person)].key : batch.pupils[Int(login.person)].key
        reject(
          login.place, raw: key, "человек «\(key)» не найден в выгрузке и в хранилище",
          hint: "Загрузите вместе с этой таблицей таблицы pupils и teachers.")
        continue
      }
      let key = FactKey(a: Int64(login.role.rawValue), b: person, c: login.at.seconds)
      logins[login.journal, default: []].append((key, login.place))
    }
    for position in batch.journals.indices {
      guard let journal = id(Int32(position), in: journals), let slot = slot(Int32(position), .login) else { continue }
      let sorted = (logins[Int32(position)] ?? []).sorted { $0.key < $1.key }
      if slot.isFirst {
        try append(sorted, journal: journal)
        continue
      }
      for (key, place) in sorted {
        try insert.bind(key.a, at: 1)
        try insert.bind(key.b, at: 2)
        try insert.bind(key.c, at: 3)
        try insert.bind(journal, at: 4)
        try insert.bind(sheetIds[Int(place.sheet)], at: 5)
        try insert.bind(place.row, at: 6)
        try insert.run()
        if database.changedRows > 0 { count(ChangeCounts(new: 1), at: place) }
      }
      if slot.next == nil { try endLogins(of: journal, except: sorted.map(\.key), slot) }
    }
  }

  /// Logins of a journal that has none yet, in order of key; one told twice is one.
  private func append(_ sorted: [(key: FactKey, place: FactPlace)], journal: Int64) throws {
    var rows: [(key: FactKey, place: FactPlace)] = []
    rows.reserveCapacity(sorted.count)
    for login in sorted where rows.last?.key != login.key { rows.append(login) }
    let columns = ["role", "person", "at", "journal", "sheet", "sheet_row"]
    try RowInserter(database, table: "login", columns: columns).insert(count: rows.count) { row, statement, after in
      let (key, place) = rows[row]
      try statement.bind(key.a, at: after + 1)
      try statement.bind(key.b, at: after + 2)
      try statement.bind(key.c, at: after + 3)
      try statement.bind(journal, at: after + 4)
      try statement.bind(sheetIds[Int(place.sheet)], at: after + 5)
      try statement.bind(place.row, at: after + 6)
      count(ChangeCounts(new: 1), at: place)
    }
  }

  private func endLogins(of journal: Int64, except shown: [FactKey], _ slot: SnapshotSlot) throws {
    let rows = try database.prepare("SELECT role, person, at FROM login WHERE journal = ?1 AND gone_by IS NULL")
    try rows.bind(journal, at: 1)
    let shown = Set(shown)
    var gone: [FactKey] = []
    while try rows.step() {
      let key = FactKey(a: rows.integer(0), b: rows.integer(1), c: rows.integer(2))
      if !shown.contains(key) { gone.append(key) }
    }
    let end = try database.prepare(
      "UPDATE login SET gone_from = ?4, gone_by = ?5 WHERE role = ?1 AND person = ?2 AND at = ?3")
    for key in gone.sorted() {
      try end.bind(key.a, at: 1)
      try end.bind(key.b, at: 2)
      try end.bind(key.c, at: 3)
      try end.bind(slot.previous ?? 0, at: 4)
      try end.bind(slot.moment, at: 5)
      try end.run()
    }
    outcome.changes[Int(slot.file)].vanished += gone.count
  }
}
