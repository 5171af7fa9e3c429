/// Kept units of one rule, counted by place: nobody asks about one of them, and a school year has hundreds of thousands.
struct KeptUnits {
  /// All that a unit is filtered and counted by.
  private struct Place: Hashable {
    var studyClass: Int64?
    var subject: Int64?
    var period: Int64?
    var teacher: Int64?
    var teacherSet: Int64?

    init(_ unit: JudgedUnit) {
      studyClass = unit.studyClass
      subject = unit.subject
      period = unit.period
      teacher = unit.teacher
      teacherSet = unit.teacherSet
    }

    /// Row ids are small: one number tells most places apart.
    func hash(into hasher: inout Hasher) {
      var mixed = (studyClass ?? 0) &* 31 &+ (subject ?? 0)
      mixed = mixed &* 4099 &+ (teacherSet ?? teacher ?? 0)
      hasher.combine(mixed &* 65_537 &+ (period ?? 0))
    }
  }

  private var positions: [Place: Int] = [:]
  private var counted: [(unit: JudgedUnit, passes: Bool)] = []
  /// The unit before is often in the same place.
  private var last: (place: Place, position: Int)?

  /// One unit a place, with the count of those there.
  var units: [JudgedUnit] { counted.filter(\.passes).map(\.unit) }

  /// Whether it is counted: `filter` is asked once a place.
  mutating func count(_ unit: JudgedUnit, where filter: (JudgedUnit) throws -> Bool) rethrows -> Bool {
    let place = Place(unit)
    guard let position = last?.place == place ? last?.position : positions[place] else {
      let passes = try filter(unit)
      positions[place] = counted.count
      last = (place, counted.count)
      counted.append((unit, passes))
      return passes
    }
    last = (place, position)
    counted[position].unit.count += unit.count
    return counted[position].passes
  }
}
