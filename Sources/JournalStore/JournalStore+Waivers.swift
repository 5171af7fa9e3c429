import Journal

extension Database {
  /// All of them, in order of their numbers.
  public func waivers() throws(StoreError) -> [Waiver] {
    let statement = try prepare(
      """
      SELECT id, rule, finding, class, subject, teacher, pupil, reason, decided_by, paper, from_day, until_day,
        revoked_on, sheet
      FROM waiver ORDER BY id
      """)
    var waivers: [Waiver] = []
    while try statement.step() {
      func day(_ column: Int32) -> CivilDate { CivilDate(days: Int32(statement.integer(column))) }
      var waiver = Waiver(
        rule: statement.text(1), finding: statement.optionalText(2), reason: statement.text(7),
        decidedBy: statement.text(8), paper: statement.text(9), from: day(10), until: day(11))
      waiver.id = statement.integer(0)
      waiver.studyClass = statement.optionalText(3)
      waiver.subject = statement.optionalText(4)
      waiver.teacher = statement.optionalText(5)
      waiver.pupil = statement.optionalText(6)
      waiver.revoked = statement.optionalInteger(12).map { CivilDate(days: Int32($0)) }
      waiver.isOfTable = statement.integer(13) > 0
      waivers.append(waiver)
    }
    return waivers
  }
}

extension JournalStore {
  /// Keeps a waiver and gives its number.
  public func add(_ waiver: Waiver) throws(StoreError) -> Int64 {
    let statement = try database.prepare(
      """
      INSERT INTO waiver (rule, finding, class, subject, teacher, pupil, reason, decided_by, paper, from_day, until_day,
        sheet, sheet_row)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0, 0) RETURNING id
      """)
    let texts = [
      waiver.rule, waiver.finding, waiver.studyClass, waiver.subject, waiver.teacher, waiver.pupil, waiver.reason,
      waiver.decidedBy, waiver.paper,
    ]
    for (index, text) in texts.enumerated() { try statement.bind(text, at: Int32(index + 1)) }
    try statement.bind(waiver.from.days, at: 10)
    try statement.bind(waiver.until.days, at: 11)
    defer { statement.reset() }
    return try statement.step() ? statement.integer(0) : 0
  }

  public func revoke(waiver id: Int64, on day: CivilDate) throws(StoreError) {
    let statement = try database.prepare("UPDATE waiver SET revoked_on = ?2 WHERE id = ?1")
    try statement.bind(id, at: 1)
    try statement.bind(day.days, at: 2)
    try statement.run()
  }
}
