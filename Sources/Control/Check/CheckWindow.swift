import Journal
import JournalStore

/// The days a check judges, and the evening from which it looks (CONTROL 1).
public struct CheckWindow: Sendable, Hashable {
  public var asOf: CivilDate
  public var from: CivilDate
  public var to: CivilDate

  public init(asOf: CivilDate, from: CivilDate, to: CivilDate) {
    self.asOf = asOf
    self.from = from
    self.to = to
  }

  /// «16.09.2025–30.09.2025».
  public var russian: String { from == to ? from.russian : "\(from.russian)–\(to.russian)" }

  /// What is given, completed with the defaults of CONTROL 1: `to` is as-of; `from` is the day after the `to` of the last
  /// registered check that looks from no later than as-of, or, before any, the first day of the half-month that holds
  /// as-of. If that lies after `to`, the last check's window is repeated; if there is none, or `to` is given and ends
  /// before it, the half-month of `to` is judged.
  public static func resolve(_ store: JournalStore, asOf: CivilDate, from: CivilDate? = nil, to: CivilDate? = nil)
    throws
    -> CheckWindow
  {
    var window = CheckWindow(asOf: asOf, from: from ?? asOf.halfMonthStart, to: to ?? asOf)
    if from == nil {
      let last = try lastRegistered(store, asOf: asOf)
      if let last { window.from = last.to.advanced(by: 1) }
      if window.from > window.to {
        if let last, to == nil || last.from <= window.to {
          window.from = last.from
          window.to = to ?? last.to
        } else {
          window.from = window.to.halfMonthStart
        }
      }
    }
    try window.validate()
    return window
  }

  func validate() throws(ControlError) {
    guard to <= asOf else {
      throw ControlError(
        .usage, "Период контроля кончается \(to.russian), позже контрольной даты \(asOf.russian).",
        hint: "Укажите --to не позже --as-of.")
    }
    guard from <= to else {
      throw ControlError(
        .usage, "Период контроля начинается \(from.russian), позже своего конца \(to.russian).",
        hint: "Укажите --from не позже --to.")
    }
  }

  private static func lastRegistered(_ store: JournalStore, asOf: CivilDate) throws -> (from: CivilDate, to: CivilDate)?
  {
    let statement = try store.database.prepare(
      """
      SELECT from_day, to_day FROM registered_check WHERE as_of <= ?1
      ORDER BY as_of DESC, to_day DESC, from_day DESC LIMIT 1
      """)
    try statement.bind(asOf.days, at: 1)
    guard try statement.step() else { return nil }
    return (CivilDate(days: Int32(statement.integer(0))), CivilDate(days: Int32(statement.integer(1))))
  }

  static let parameterNames = ["as_of", "evening", "from", "to", "from_second", "to_second"]

  /// The parameters that every SELECT may name. `singly`: somebody may ask about single kept units, as the follow-up does, so
  /// that they need their evidence.
  var parameters: [String: Int64] {
    [
      "as_of": Int64(asOf.days), "evening": LocalMoment.evening(of: asOf).seconds,
      "from": Int64(from.days), "to": Int64(to.days),
      "from_second": LocalMoment(from).seconds, "to_second": LocalMoment.evening(of: to).seconds,
      "singly": 1,
    ]
  }
}
