import Journal
import JournalStore

/// What became of the findings of waivers that have ended: their rules are asked again, over the whole journal up to as-of
/// where the units have days, else over the check's own window. Of a waiver of a place these are the units that it can have
/// accepted: those without a day, or of a day before it ended. What another waiver accepts now is not broken.
struct EndedWaivers {
  /// A waiver known at as-of. Ids of what it names are nil where it names none or several.
  struct Judged {
    var waiver: Waiver
    var broken = 0
    var mendable = 0
    var undetermined = 0
    var studyClass: Int64?
    var subject: Int64?
    var teacher: Int64?
    var pupil: Int64?
  }

  let database: Database
  let window: CheckWindow
  let settings: ControlSettings
  let rules: RuleBook
  let book: WaiverBook

  /// Those that name nobody are left out: the list of waivers tells of them.
  func judged() throws -> [Judged] {
    var judged: [Judged] = []
    var ended: [(position: Int, reach: WaiverBook.Reach)] = []
    for waiver in try database.waivers() where waiver.isKnown(on: window.asOf) {
      let reach: WaiverBook.Reach
      do {
        reach = try book.reach(of: waiver)
      } catch is ControlError {
        continue
      }
      if !waiver.isInForce(on: window.asOf) { ended.append((judged.count, reach)) }
      judged.append(
        Judged(
          waiver: waiver, studyClass: reach.classes?.min(), subject: reach.subjects?.min(),
          teacher: reach.teachers?.min(), pupil: reach.pupils?.min()))
    }
    let request = CheckRequest(window: window, settings: settings, book: rules)
    for rule in try Control.rules(request) where rule.unit != .waiver {
      let asked = ended.filter { judged[$0.position].waiver.rule == rule.id }
      if !asked.isEmpty { try ask(rule, asked, &judged) }
    }
    return judged
  }

  private func ask(
    _ rule: Rule, _ asked: [(position: Int, reach: WaiverBook.Reach)], _ judged: inout [Judged]
  ) throws {
    var window = window
    if !rule.unit.isBoundToWindow {
      let first = try database.integer("SELECT min(held_on) FROM lesson").map { CivilDate(days: Int32($0)) }
      window = CheckWindow(asOf: window.asOf, from: min(first ?? window.from, window.from), to: window.asOf)
    }
    let runner = try RuleRunner(database, window: window, settings: settings)
    let (applicable, reason) = try runner.applicable(rule)
    guard reason == nil else { return }
    try runner.run(applicable) { unit in
      guard unit.verdict == .broken || unit.verdict == .undetermined else { return }
      for (position, reach) in asked where (unit.day ?? 0) <= Int64(reach.waiver.until.days) {
        guard try book.reaches(reach, unit, applicable) else { continue }
        if unit.verdict == .undetermined {
          judged[position].undetermined += 1
        } else {
          judged[position].broken += 1
          judged[position].mendable += applicable.isMendable(unit) ? 1 : 0
        }
        if reach.waiver.finding != nil {
          judged[position].studyClass = unit.studyClass
          judged[position].subject = unit.subject
          judged[position].pupil = unit.pupil
        }
      }
    }
  }

  static func fill(_ database: Database, _ judged: [Judged]) throws {
    try database.execute(
      """
      CREATE TEMP TABLE control_waiver (
        waiver INTEGER PRIMARY KEY, until_day INTEGER, broken INTEGER, mendable INTEGER, undetermined INTEGER,
        study_class INTEGER, subject INTEGER, teacher INTEGER, pupil INTEGER)
      """)
    let insert = try database.prepare(
      "INSERT INTO control_waiver VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
    for row in judged {
      let values: [Int64?] = [
        row.waiver.id, Int64(row.waiver.until.days), Int64(row.broken), Int64(row.mendable), Int64(row.undetermined),
        row.studyClass, row.subject, row.teacher, row.pupil,
      ]
      for (index, value) in values.enumerated() { try insert.bind(value, at: Int32(index + 1)) }
      try insert.run()
    }
  }
}
