import Journal

extension ApplySession {
  /// Memberships of the groups that the batch lists. One that a later list does not have any more ends with the day
  /// of the last list that had it.
  func applyMemberships() throws {
    let isNewest = isNewestOfIds
    let insert = try database.prepare(
      """
      INSERT INTO membership (study_group, pupil, from_day, to_day) VALUES (?1, ?2, ?3, ?4)
      ON CONFLICT (study_group, pupil, from_day) DO UPDATE SET to_day = excluded.to_day
        WHERE ?5 OR (?6 AND to_day < excluded.to_day)
      """)
    // Lists without dates end memberships themselves, so an older one may prolong what a still older one began.
    let isUndated = batch.memberships.allSatisfy { $0.from == nil && $0.to == nil }
    let isListed = try database.prepare("SELECT 1 FROM membership WHERE study_group = ?1")
    var listed: [Int64: Set<Int64>] = [:]
    var listedLater: [Int64: Bool] = [:]
    for membership in batch.memberships {
      guard let group = id(membership.group, in: groups), let pupil = id(membership.pupil, in: pupils) else {
        if isOfSchool(membership) { rejectUnknown(membership) }
        continue
      }
      if !isNewest, listedLater[group] == nil {
        try isListed.bind(group, at: 1)
        listedLater[group] = try isListed.step()
        isListed.reset()
      }
      listed[group, default: []].insert(pupil)
      try insert.bind(group, at: 1)
      try insert.bind(pupil, at: 2)
      try insert.bind(membership.from?.stored ?? 0, at: 3)
      // Whom the later list of the group has is known already: anybody else had left by then.
      let day = listedLater[group] == true ? ownDay : nil
      try insert.bind(membership.to?.stored ?? day, at: 4)
      try insert.bind(isNewest ? 1 : 0, at: 5)
      try insert.bind(isUndated ? 1 : 0, at: 6)
      try insert.run()
    }
    if isNewest, let previousDay { try endMemberships(listed, on: previousDay) }
  }

  private func endMemberships(_ listed: [Int64: Set<Int64>], on day: Int64) throws {
    let known = try database.prepare("SELECT pupil FROM membership WHERE study_group = ?1 AND to_day IS NULL")
    let end = try database.prepare(
      "UPDATE membership SET to_day = ?3 WHERE study_group = ?1 AND pupil = ?2 AND to_day IS NULL")
    for (group, present) in listed.sorted(by: { $0.key < $1.key }) {
      try known.bind(group, at: 1)
      var gone: [Int64] = []
      while try known.step() {
        if !present.contains(known.integer(0)) { gone.append(known.integer(0)) }
      }
      for pupil in gone {
        try end.bind(group, at: 1)
        try end.bind(pupil, at: 2)
        try end.bind(day, at: 3)
        try end.run()
      }
    }
  }

  /// By the group's class; by the pupil's where only an earlier import knows the group.
  private func isOfSchool(_ membership: BatchMembership) -> Bool {
    let group = batch.groups[Int(membership.group)].studyClass
    return isOfSchool(studyClass: group) ?? isOfSchool(pupil: membership.pupil) ?? true
  }

  private func rejectUnknown(_ membership: BatchMembership) {
    if id(membership.group, in: groups) == nil {
      rejectUnknown(.group, batch.groups[Int(membership.group)].key, at: membership.place)
    } else {
      rejectUnknown(pupil: membership.pupil, at: membership.place)
    }
  }
}
