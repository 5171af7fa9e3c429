import Journal
import JournalStore

/// The waivers of a store with the rows that their names mean, to know which accepts a broken unit.
final class WaiverBook {
  /// What a waiver reaches; a place that it does not name is nil.
  struct Reach {
    var waiver: Waiver
    var classes: Set<Int64>?
    var subjects: Set<Int64>?
    var teachers: Set<Int64>?
    var pupils: Set<Int64>?
  }

  /// By rule; one finding goes before a place, then the earlier decided.
  private var inForce: [String: [Reach]] = [:]
  private let names: NameBook

  init(_ database: Database, asOf: CivilDate) throws {
    names = NameBook(database)
    for waiver in try database.waivers() where waiver.isInForce(on: asOf) {
      do {
        inForce[waiver.rule, default: []].append(try reach(of: waiver))
      } catch is ControlError {
        // It names nobody; the list of waivers says so.
        continue
      }
    }
    for rule in inForce.keys { inForce[rule]?.sort { ($0.rank, $0.waiver.id) < ($1.rank, $1.waiver.id) } }
  }

  /// Throws `ControlError` (usage) for a name that the store does not have, or has twice.
  func reach(of waiver: Waiver) throws -> Reach {
    let search = NameSearch(names: names)
    var reach = Reach(waiver: waiver)
    reach.classes = try waiver.studyClass.map { Set(try search.classes($0)) }
    reach.subjects = try waiver.subject.map { Set(try search.subjects($0)) }
    reach.teachers = try waiver.teacher.map { Set(try search.teacher($0)) }
    reach.pupils = try waiver.pupil.map { Set(try search.pupil($0, classes: reach.classes)) }
    return reach
  }

  /// The waiver in force that accepts the broken unit.
  func waiver(of unit: JudgedUnit, rule: Rule) throws -> Waiver? {
    try inForce[rule.id]?.first { try reaches($0, unit, rule) }?.waiver
  }

  func reaches(_ reach: Reach, _ unit: JudgedUnit, _ rule: Rule) throws -> Bool {
    if let finding = reach.waiver.finding { return try names.key(of: unit, rule: rule) == finding }
    if let subjects = reach.subjects, !(unit.subject.map(subjects.contains) ?? false) { return false }
    if let pupils = reach.pupils, !(unit.pupil.map(pupils.contains) ?? false) { return false }
    if let classes = reach.classes, try !names.classes(of: unit).contains(where: classes.contains) { return false }
    if let teachers = reach.teachers, try !names.teachers(of: unit).contains(where: teachers.contains) { return false }
    return true
  }
}

extension WaiverBook.Reach {
  fileprivate var rank: Int { waiver.finding == nil ? 1 : 0 }
}

extension Waiver {
  /// What it accepts, a rule that the book does not have by its id: «Урок не внесён в журнал» (класс 5А).
  public func title(in book: RuleBook) -> String {
    let places = [
      finding.map { "ключ \($0)" }, studyClass.map { "класс \($0)" }, subject.map { "предмет \($0)" },
      teacher.map { "учитель \($0)" }, pupil.map { "ученик \($0)" },
    ]
    return "«\(book.named(rule)?.title ?? rule)» (\(places.compactMap { $0 }.joined(separator: ", ")))"
  }

  /// As reports print it beside the finding: why, who, on what paper, until when.
  var told: String { "\(reason) (\(decidedBy), \(paper); действует по \(until.russian))" }
}
