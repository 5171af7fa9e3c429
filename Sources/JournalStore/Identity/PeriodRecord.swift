import Journal

/// A reporting period as one source has it.
struct PeriodRecord: Hashable {
  var id: Int64
  var layout: String
  var key: String
  var name: String
  var kind: PeriodKind
  var schoolYear: Int64
  /// Nil where the source names the period without days.
  var days: ClosedRange<Int64>?
  var grades: ClosedRange<Int>

  /// The rows that are shown as another one, by row and grade. «1 четв» of one source is «I четверть» of the other where school
  /// year, kind and number are one; what names no number joins with nothing, and so does what has days without a
  /// day in common with another of that name. The answer does not depend on the order of records.
  static func joined(_ records: [PeriodRecord]) -> [(period: Int64, grade: Int, shown: Int64)] {
    let named = Dictionary(grouping: records.filter { $0.number != nil }) {
      [$0.schoolYear, Int64($0.kind.rawValue), Int64($0.number ?? 0)]
    }
    var joined: [(period: Int64, grade: Int, shown: Int64)] = []
    for group in named.values where group.count > 1 {
      for grade in 1...12 {
        let ofGrade = group.filter { $0.grades.contains(grade) }.sorted(by: PeriodRecord.precedes)
        guard let shown = ofGrade.first, ofGrade.dropFirst().allSatisfy({ one in ofGrade.allSatisfy(one.meets) }) else {
          continue
        }
        joined += ofGrade.dropFirst().map { ($0.id, grade, shown.id) }
      }
    }
    return joined.sorted { ($0.period, $0.grade) < ($1.period, $1.grade) }
  }

  /// From 1; 0 for the year, the examination and the result, of which there is one, and 1 for the state's examination.
  private var number: Int? {
    switch kind {
    case .quarter, .trimester, .half: PeriodKind.ordinal(label: name)
    case .year, .result: 0
    case .exam: CodeFolding.fold(name).contains("ГОС") ? 1 : 0
    }
  }

  private func meets(_ other: PeriodRecord) -> Bool {
    guard let days, let others = other.days else { return true }
    return days.overlaps(others)
  }

  /// The one with days is shown: what other sources name without days takes them from it.
  private static func precedes(_ a: PeriodRecord, _ b: PeriodRecord) -> Bool {
    (a.days == nil ? 1 : 0, a.layout, a.key) < (b.days == nil ? 1 : 0, b.layout, b.key)
  }
}
