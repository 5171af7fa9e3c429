import JournalStore

/// Puts other names in place of pupils' for the time in which a report is made: in a temporary table that hides the check's
/// findings, or in the tables of the analysis. So no query can forget it.
struct PrivacyMask {
  let profile: PrivacyProfile
  let database: Database

  func applying<Result>(_ body: () throws -> Result) throws -> Result {
    guard profile != .full else { return try body() }
    let hasAnalysis = try exists("analysed_pupil")
    let hidesFindings = try !exists("finding")
    var names: [(place: [Int64], name: String)] = []
    defer {
      try? database.execute("DROP TABLE IF EXISTS temp.masked_name")
      if hidesFindings { try? database.execute("DROP TABLE IF EXISTS temp.finding") }
      if hasAnalysis { try? rename(names) }
    }
    if hidesFindings { try database.execute("CREATE TEMP TABLE finding AS SELECT * FROM main.finding") }
    try maskFindings()
    if hasAnalysis {
      names = try analysedNames()
      try rename(names.map { ($0.place, profile.name($0.name, number: $0.place[2])) })
    }
    return try body()
  }

  private func exists(_ table: String) throws -> Bool {
    try database.integer("SELECT 1 FROM temp.sqlite_schema WHERE name = '\(table)'") != nil
  }

  /// The words of a finding name the pupil as its column does. A name of an account is one of its holder.
  private func maskFindings() throws {
    try database.execute(
      """
      CREATE TEMP TABLE masked_name (number INTEGER, name TEXT, mask TEXT, PRIMARY KEY (name, number)) WITHOUT ROWID
      """)
    let named = try database.prepare(
      """
      SELECT DISTINCT coalesce(pupil, account, 0), pupil_name FROM temp.finding WHERE pupil_name IS NOT NULL ORDER BY 2, 1
      """)
    let insert = try database.prepare("INSERT INTO temp.masked_name VALUES (?1, ?2, ?3)")
    while try named.step() {
      let (number, name) = (named.integer(0), named.text(1))
      try insert.bind(number, at: 1)
      try insert.bind(name, at: 2)
      try insert.bind(profile.name(name, number: number), at: 3)
      try insert.run()
    }
    try database.execute(
      """
      UPDATE temp.finding SET sentence = replace(sentence, m.name, m.mask), pupil_name = m.mask
      FROM temp.masked_name m
      WHERE m.name = finding.pupil_name AND m.number = coalesce(finding.pupil, finding.account, 0)
      """)
  }

  private func analysedNames() throws -> [(place: [Int64], name: String)] {
    let read = try database.prepare(
      "SELECT class, position, pupil, name FROM temp.analysed_pupil ORDER BY class, position")
    var names: [(place: [Int64], name: String)] = []
    while try read.step() { names.append((place: (0...2).map { read.integer($0) }, name: read.text(3))) }
    return names
  }

  private func rename(_ names: [(place: [Int64], name: String)]) throws {
    let update = try database.prepare("UPDATE temp.analysed_pupil SET name = ?1 WHERE class = ?2 AND position = ?3")
    for (place, name) in names {
      try update.bind(name, at: 1)
      try update.bind(place[0], at: 2)
      try update.bind(place[1], at: 3)
      try update.run()
    }
  }
}
