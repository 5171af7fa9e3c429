import Journal

extension ApplySession {
  /// Keeps what this import's lists say of each pupil's class and stay, and makes anew what holds: the newest list that says it.
  /// A list without a moment holds from the newest moment known.
  func applyPupilStates() throws {
    let insert = try database.prepare(
      """
      INSERT INTO pupil_state (pupil, school_year, taken_at, study_class, enrolled_on, says_left, left_on)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      ON CONFLICT DO UPDATE SET study_class = excluded.study_class, enrolled_on = excluded.enrolled_on,
        says_left = excluded.says_left, left_on = excluded.left_on
      """)
    let latest = try database.integer("SELECT max(taken_at) FROM snapshot") ?? 0
    let lastYear = try database.integer("SELECT max(school_year) FROM journal") ?? 0
    let ownYear = idYear.map(Int64.init) ?? batch.journals.map { Int64($0.schoolYear) }.max()
    var told: [Int64] = []
    for (position, pupil) in batch.pupils.enumerated() where !pupil.isReference {
      guard let known = id(Int32(position), in: pupils), let studyClass = id(pupil.studyClass, in: classes),
        pupil.isListed || pupil.saysLeft || pupil.enrolled != nil || pupil.left != nil
      else { continue }
      let moment = batch.files[Int(file(of: pupil.place))].takenAt
      try insert.bind(known, at: 1)
      try insert.bind(ownYear ?? moment.map { Int64($0.date.schoolYear) } ?? lastYear, at: 2)
      try insert.bind(moment?.seconds ?? latest, at: 3)
      try insert.bind(pupil.isListed ? studyClass : nil, at: 4)
      try insert.bind(pupil.enrolled?.stored, at: 5)
      try insert.bind(pupil.saysLeft || pupil.left != nil ? 1 : 0, at: 6)
      try insert.bind(pupil.left?.stored, at: 7)
      try insert.run()
      told.append(known)
    }
    try settlePupils(told)
  }

  private func settlePupils(_ pupils: [Int64]) throws {
    let states = try database.prepare(
      """
      SELECT school_year, taken_at, study_class, enrolled_on, says_left, left_on FROM pupil_state WHERE pupil = ?1
      ORDER BY school_year, taken_at
      """)
    let forget = try database.prepare("DELETE FROM former_class WHERE pupil = ?1")
    let former = try FormerClassWriter(database, schema: "main")
    let settle = try database.prepare(
      """
      UPDATE pupil SET study_class = coalesce(?2, study_class), class_from = ?3, enrolled_on = coalesce(?4, enrolled_on),
        left_on = CASE WHEN ?5 THEN ?6 ELSE left_on END
      WHERE id = ?1
      """)
    for pupil in pupils {
      var told = PupilStates()
      try states.bind(pupil, at: 1)
      while try states.step() { told.add(states, from: 0) }
      try forget.bind(pupil, at: 1)
      try forget.run()
      let (begin, stays) = told.moves
      try former.write(stays, of: pupil)
      try settle.bind(pupil, at: 1)
      try settle.bind(told.studyClass, at: 2)
      try settle.bind(begin, at: 3)
      try settle.bind(told.enrolled, at: 4)
      try settle.bind(told.saysLeft ? 1 : 0, at: 5)
      try settle.bind(told.left, at: 6)
      try settle.run()
    }
  }
}
