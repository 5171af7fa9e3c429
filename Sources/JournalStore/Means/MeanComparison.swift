import Journal

/// Means as sources computed them, held against the marks of the store: only where marks and mean are of the same days.
///
/// - A mean of days is held against the marks of its own journal in these days.
/// - A mean of a period without days (a report card) is held against the marks of the report whose days are that period.
/// - Every numeric mark counts once, a double mark twice, as the system counts (seen in real reports). Two means are equal
///   where ours, rounded as the source rounds, is the source's; on a tie both neighbours are right.
/// - Means by weights are not compared: sources do not tell the weights.
struct MeanComparison {
  /// What to tell about it, differences first.
  private(set) var notices: [ImportProblem] = []
  /// How many differences are told one by one.
  private static let told = 50

  private let database: Database
  private var marks: [Days: [Person: MarkSum]] = [:]

  private struct Days: Hashable {
    var journal: Int64
    var from: Int64
    var to: Int64
  }
  private struct Person: Hashable {
    var pupil: Int64
    var subject: Int64
  }
  private struct Difference: Hashable {
    var span: Days
    var person: Person
  }

  /// Compares what the journals of an import brought: their means, and their marks with means that came before.
  init(_ database: Database, of journals: Set<Int64>) throws {
    self.database = database
    var differing: [Difference: [ReportedMean]] = [:]
    var order: [(Difference, MarkSum)] = []
    var compared = 0
    var open: [String: Int] = [:]
    var spans: Set<Days> = []
    for mean in try MeanComparison.means(database, of: journals) {
      guard let days = mean.days else {
        if mean.millionths > 0, mean.isOwn { open[mean.periodName, default: 0] += 1 }
        continue
      }
      let span = Days(journal: days.journal, from: days.from, to: days.to)
      let sum = try sums(span)[Person(pupil: mean.pupil, subject: mean.subject)] ?? MarkSum()
      if sum.count == 0, mean.millionths == 0 { continue }
      compared += 1
      spans.insert(span)
      guard !sum.isMean(mean.millionths, decimals: mean.decimals) else { continue }
      let difference = Difference(span: span, person: Person(pupil: mean.pupil, subject: mean.subject))
      if differing[difference] == nil { order.append((difference, sum)) }
      differing[difference, default: []].append(mean)
    }
    let count = differing.values.reduce(0) { $0 + $1.count }
    // What report and card say alike is one difference; the import's own file goes first.
    let differences = order.map { difference, sum in
      let means = differing[difference] ?? []
      let told = means.firstIndex(where: \.isOwn) ?? 0
      return means[told].difference(sum, besides: means.indices.filter { $0 != told }.map { means[$0] })
    }
    notices = Array(differences.prefix(MeanComparison.told))
    if compared > 0 {
      let more = differences.count - notices.count
      notices.append(
        ImportProblem(
          "средние баллы сошлись: \(compared - count) из \(compared)"
            + (more > 0 ? "; ещё расхождений, не названных выше: \(more)" : ""),
          hint:
            "Сверены с отметками за \(MeanComparison.text(spans)). Средневзвешенные не сверяются: веса работ неизвестны."
        ))
    }
    if !open.isEmpty {
      let periods = open.sorted { $0.key < $1.key }.map { "\($0.key) — \($0.value)" }.joined(separator: ", ")
      notices.append(
        ImportProblem(
          "средние баллы сверить не с чем: \(periods)",
          hint: "Они сохранены. Сверятся сами, когда будет загружен отчёт об успеваемости за тот же период."))
    }
  }

  private static func text(_ spans: Set<Days>) -> String {
    Set(spans.map { "\(day($0.from))–\(day($0.to))" }).sorted().joined(separator: ", ")
  }

  private static func day(_ stored: Int64) -> String { CivilDate(days: Int32(stored)).russian }

  /// Sums of marks by pupil and subject, once for each span of days.
  private mutating func sums(_ span: Days) throws -> [Person: MarkSum] {
    if let known = marks[span] { return known }
    let rows = try database.prepare(
      """
      SELECT m.pupil, l.subject, sum(m.grade), count(m.grade), sum(CASE WHEN m.value = '0' THEN 1 ELSE 0 END)
      FROM lesson l CROSS JOIN mark m
      WHERE l.journal = ?1 AND l.held_on BETWEEN ?2 AND ?3 AND l.gone_by IS NULL AND m.lesson = l.id
        AND m.gone_by IS NULL
      GROUP BY m.pupil, l.subject
      """)
    try rows.bind(span.journal, at: 1)
    try rows.bind(span.from, at: 2)
    try rows.bind(span.to, at: 3)
    var sums: [Person: MarkSum] = [:]
    while try rows.step() {
      sums[Person(pupil: rows.integer(0), subject: rows.integer(1))] = MarkSum(
        sum: rows.optionalInteger(2) ?? 0, count: rows.integer(3), noughts: rows.integer(4))
    }
    marks[span] = sums
    return sums
  }

  /// In order of file, row and column. A card's mean takes the days of the newest report of its period.
  private static func means(_ database: Database, of journals: Set<Int64>) throws -> [ReportedMean] {
    let ids = journals.sorted().map(String.init).joined(separator: ", ")
    let rows = try database.prepare(
      """
      WITH card AS MATERIALIZED (
        SELECT m.pupil, m.subject, m.period, m.journal, d.journal AS report, d.from_day, d.to_day,
          row_number() OVER (PARTITION BY m.pupil, m.subject, m.period, m.journal
            ORDER BY d.taken_at DESC, d.to_day DESC, d.journal) AS place
        FROM reported_mean m JOIN reported_mean d ON d.pupil = m.pupil AND d.subject = m.subject
          AND d.period = m.period AND d.is_weighted = 0 AND d.from_day > 0
        WHERE m.from_day = 0 AND m.is_weighted = 0 AND m.period > 0
      )
      SELECT m.pupil, m.subject, m.millionths, m.decimals, p.name, s.name, coalesce(q.name, ''), f.path, t.name,
        m.sheet_row, m.sheet_column, m.journal IN (\(ids)),
        CASE WHEN m.from_day > 0 THEN m.journal ELSE c.report END,
        CASE WHEN m.from_day > 0 THEN m.from_day ELSE c.from_day END,
        CASE WHEN m.from_day > 0 THEN m.to_day ELSE c.to_day END
      FROM reported_mean m JOIN pupil p ON p.id = m.pupil JOIN subject s ON s.id = m.subject
        LEFT JOIN period q ON q.id = m.period JOIN source_sheet t ON t.id = m.sheet JOIN source_file f ON f.id = t.file
        LEFT JOIN card c ON m.from_day = 0 AND c.pupil = m.pupil AND c.subject = m.subject AND c.period = m.period
          AND c.journal = m.journal AND c.place = 1
      WHERE m.is_weighted = 0 AND (m.journal IN (\(ids)) OR c.report IN (\(ids)))
      ORDER BY f.id, t.id, m.sheet_row, m.sheet_column
      """)
    var means: [ReportedMean] = []
    while try rows.step() { means.append(ReportedMean(rows)) }
    return means
  }
}
