extension Database {
  /// Tells `lesson_sum` anew from the lessons, whatever order they came in.
  public func tellLessonSums() throws {
    let rows = try prepare(
      """
      SELECT held_on / 32, study_class, subject, coalesce(study_group, 0), teacher_set, journal, coalesce(period, 0),
        held_on, entry_by,
        gone_by IS NULL AND same_as IS NULL AND is_planned = 0 AND held_on <= shown_at / 86400
          AND (entry_by IS NOT NULL OR is_timed = 1)
      FROM lesson
      """)
    var sums: [SumKey: LessonSum] = [:]
    while try rows.step() {
      let key = SumKey(
        rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4), rows.integer(5),
        rows.integer(6))
      sums[key, default: LessonSum()].add(
        day: rows.integer(7), entry: rows.optionalInteger(8), isSettled: rows.integer(9) == 1)
    }
    let inserter = try RowInserter(
      self, table: "lesson_sum",
      columns: [
        "span", "study_class", "subject", "study_group", "teacher_set", "journal", "period", "first_day", "last_day",
        "entered", "settled_by",
      ])
    try execute("DELETE FROM lesson_sum")
    let sorted = sums.sorted { $0.key < $1.key }
    try inserter.insert(count: sorted.count) { row, statement, after in
      let (key, sum) = sorted[row]
      try key.bind(count: 7, to: statement, after: after)
      try statement.bind(sum.firstDay, at: after + 8)
      try statement.bind(sum.lastDay, at: after + 9)
      try statement.bind(sum.entered, at: after + 10)
      try statement.bind(sum.isSettled ? sum.settledBy : nil, at: after + 11)
    }
  }

  /// Tells `plan_sum` anew from the lesson plans.
  public func tellPlanSums() throws {
    let rows = try prepare(
      "SELECT coalesce(day / 32, -1), study_class, subject, coalesce(study_group, 0) FROM plan_row")
    var sums: [SumKey: Int64] = [:]
    while try rows.step() {
      sums[SumKey(rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3)), default: 0] += 1
    }
    let inserter = try RowInserter(
      self, table: "plan_sum", columns: ["span", "study_class", "subject", "study_group", "lessons"])
    try execute("DELETE FROM plan_sum")
    let sorted = sums.sorted { $0.key < $1.key }
    try inserter.insert(count: sorted.count) { row, statement, after in
      try sorted[row].key.bind(count: 4, to: statement, after: after)
      try statement.bind(sorted[row].value, at: after + 5)
    }
  }
}

private struct LessonSum {
  var firstDay = Int64.max
  var lastDay = Int64.min
  var entered: Int64 = 0
  var settledBy: Int64 = 0
  var isSettled = true

  mutating func add(day: Int64, entry: Int64?, isSettled: Bool) {
    firstDay = min(firstDay, day)
    lastDay = max(lastDay, day)
    self.isSettled = self.isSettled && isSettled
    guard let entry else { return }
    entered += 1
    settledBy = max(settledBy, entry)
  }
}

/// The key columns of a sum, in their order; unused ones are 0.
private struct SumKey: Hashable, Comparable {
  private let a, b, c, d, e, f, g: Int64

  init(_ a: Int64, _ b: Int64, _ c: Int64, _ d: Int64, _ e: Int64 = 0, _ f: Int64 = 0, _ g: Int64 = 0) {
    (self.a, self.b, self.c, self.d, self.e, self.f, self.g) = (a, b, c, d, e, f, g)
  }

  func bind(count: Int, to statement: Statement, after: Int32) throws(StoreError) {
    for (index, value) in [a, b, c, d, e, f, g].prefix(count).enumerated() {
      try statement.bind(value, at: after + Int32(index) + 1)
    }
  }

  /// Row ids are small: two numbers tell nearly all keys apart.
  func hash(into hasher: inout Hasher) {
    hasher.combine((a &* 4099 &+ b) &* 4099 &+ c)
    hasher.combine((d &* 65_537 &+ e) &* 4099 &+ g)
  }

  static func < (x: SumKey, y: SumKey) -> Bool {
    if x.a != y.a { return x.a < y.a }
    if x.b != y.b { return x.b < y.b }
    if x.c != y.c { return x.c < y.c }
    if x.d != y.d { return x.d < y.d }
    if x.e != y.e { return x.e < y.e }
    return x.f != y.f ? x.f < y.f : x.g < y.g
  }
}
