import CommandLineInterface
import Control
import Journal

/// Metrics over the registered checks, for the terminal and as JSON.
enum TrendReport {
  /// A row a rule, a column a check.
  static func tell(_ trends: [Trend], last: Int, on console: Console) {
    let points = trends[0].points.suffix(last)
    var table = TextTable(
      [.init("Соблюдено", wraps: true)] + points.map { .init($0.check.asOf.russian, .right) })
    for trend in trends {
      table.append([trend.demand] + trend.points.suffix(last).map { share($0.counts) })
    }
    console.write(table.text(width: console.width))
  }

  /// A row a check.
  static func tell(_ trend: Trend, last: Int?, on console: Console) {
    console.print(trend.demand)
    var table = TextTable([
      .init("№", .right), .init("На дату"), .init("Период контроля", wraps: true), .init("Соблюдено", .right),
      .init("Нарушено", .right), .init("Не определено", .right), .init("Изменение", .right),
    ])
    var before: Int?
    let rows = trend.points.map { point -> [String] in
      let head = [String(point.check.id), point.check.asOf.russian, ChecksReport.window(point.check)]
      guard let counts = point.counts else { return head + ["—", "—", "—", "—"] }
      let tenths = tenths(counts)
      defer { before = tenths ?? before }
      return head + [
        counts.share, String(counts.broken), String(counts.undetermined), change(from: before, to: tenths),
      ]
    }
    for row in rows.suffix(last ?? rows.count) { table.append(row) }
    console.write(table.text(width: console.width))
    trend.points.suffix(last ?? rows.count).compactMap(\.counts).tellMissingShares(on: console)
  }

  private static func share(_ counts: UnitCounts?) -> String {
    counts?.percent ?? "—"
  }

  /// The printed share in tenths of a per cent, so that a change can be recomputed from the page.
  private static func tenths(_ counts: UnitCounts) -> Int? {
    counts.isShareTelling ? (counts.kept * 2000 + counts.judged) / (2 * counts.judged) : nil
  }

  private static func change(from before: Int?, to after: Int?) -> String {
    guard let before, let after else { return "—" }
    let change = after - before
    let sign = change > 0 ? "+" : change < 0 ? "−" : ""
    return "\(sign)\(abs(change) / 10),\(abs(change) % 10) п. п."
  }

  static func json(_ trend: Trend) -> JSONText {
    [
      "rule": .string(trend.rule),
      "points": .array(
        trend.points.map { point in
          [
            "check": .integer(Int(point.check.id)), "asOf": .string(point.check.asOf.description),
            "kept": JSONText(point.counts?.kept), "broken": JSONText(point.counts?.broken),
            "undetermined": JSONText(point.counts?.undetermined), "waived": JSONText(point.counts?.waived),
          ]
        }),
    ]
  }
}
