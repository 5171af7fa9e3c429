extension Dashboard {
  /// Verdicts by direction, and where the open findings are.
  static func charts(_ metrics: [Metric], _ open: [DashboardFinding], classes: [String]) -> [Chart] {
    [byDirection(metrics), byClass(open, classes), map(metrics, open, classes)].compactMap { $0 }
  }

  private static func byDirection(_ metrics: [Metric]) -> Chart? {
    let applied = metrics.filter { $0.reason == nil && $0.judged + $0.undetermined > 0 }
    let directions = directions(applied)
    guard !directions.isEmpty else { return nil }
    func series(_ name: String, _ count: (Metric) -> Int) -> Chart.Series {
      Chart.Series(
        name: name,
        values: directions.map { direction in
          .integer(applied.filter { $0.direction == direction }.reduce(0) { $0 + count($1) })
        })
    }
    var parts = [series("Соблюдено", \.kept), series("Нарушено", \.broken)]
    if applied.contains(where: { $0.waived > 0 }) { parts.append(series("Принято школой", \.waived)) }
    if applied.contains(where: { $0.undetermined > 0 }) { parts.append(series("Не определено", \.undetermined)) }
    return Chart(
      .shares, name: "Направления", title: "Рисунок 1. Результаты по направлениям контроля",
      alternative: directions.enumerated().map { index, direction in
        direction + ": " + parts.map { "\($0.name.lowercased()) \($0.values[index].plainText)" }.joined(separator: ", ")
      }.joined(separator: "; ") + ".",
      axis: "Направление", categories: directions, series: parts, unit: .count)
  }

  private static func byClass(_ open: [DashboardFinding], _ classes: [String]) -> Chart? {
    let named = open.filter { !$0.className.isEmpty }
    let shown = classes.filter { title in named.contains { $0.className == title } }
    guard !shown.isEmpty else { return nil }
    func series(_ name: String, _ isMeant: (DashboardFinding) -> Bool) -> Chart.Series? {
      let counts = shown.map { title in named.count { $0.className == title && isMeant($0) } }
      return counts.contains { $0 > 0 } ? Chart.Series(name: name, values: counts.map { .integer($0) }) : nil
    }
    let totals = shown.map { title in (title, named.count { $0.className == title }) }
    let most = totals.max { $0.1 < $1.1 }
    return Chart(
      .bars, name: "Классы", title: "Рисунок 2. Действующие замечания по классам\(Self.carried(open))",
      alternative: "Замечания есть в \(shown.count) из \(classes.count) классов; больше всего в классе "
        + "\(most?.0 ?? ""): \(most?.1 ?? 0).",
      axis: "Класс", categories: shown,
      series: [
        series("Впервые") { $0.state == .new }, series("Повторно") { $0.state == .repeated },
        series("Исправить нельзя") { $0.state == .known },
      ].compactMap { $0 }, unit: .count)
  }

  /// Open findings by class and direction.
  private static func map(_ metrics: [Metric], _ open: [DashboardFinding], _ classes: [String]) -> Chart? {
    let direction = Dictionary(metrics.map { ($0.rule, $0.direction) }) { first, _ in first }
    var counts: [String: [String: Int]] = [:]
    for finding in open where !finding.className.isEmpty {
      counts[finding.className, default: [:]][direction[finding.rule] ?? "", default: 0] += 1
    }
    let shown = classes.filter { counts[$0] != nil }
    let directions = directions(metrics).filter { name in counts.values.contains { $0[name] != nil } }
    guard shown.count > 1, !directions.isEmpty else { return nil }
    let most = counts.values.flatMap(\.values).max() ?? 1
    return Chart(
      .heat, name: "Карта", title: "Рисунок 3. Действующие замечания по классам и направлениям\(Self.carried(open))",
      alternative: "Число действующих замечаний в каждом классе по каждому направлению контроля; темнее — больше.",
      axis: "Класс", categories: directions,
      series: shown.map { title in
        Chart.Series(name: title, values: directions.map { .integer(counts[title]?[$0] ?? 0) })
      }, unit: .count, shade: .scale(from: 0, to: 100 * most))
  }

  /// Remarks of earlier days stand among the others until they are put right.
  private static func carried(_ open: [DashboardFinding]) -> String {
    open.contains(where: \.isCarried) ? ", вместе с прежними, ещё не устранёнными" : ""
  }

  /// In the order of the metrics.
  private static func directions(_ metrics: [Metric]) -> [String] {
    metrics.reduce(into: []) { if !$0.contains($1.direction) { $0.append($1.direction) } }
  }
}
