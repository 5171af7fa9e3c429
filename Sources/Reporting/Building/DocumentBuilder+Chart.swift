extension DocumentBuilder {
  /// Nil where there is not one value to show, and for bars of nothing and lines of one point.
  mutating func chart(_ template: TemplateChart, rows: [Row]) throws -> Chart? {
    var categories: [String] = []
    var series: [(key: [Value], name: String, values: [Int: Value])] = []
    // Series without a key keep the template's order even where the first rows have none of their values.
    for (index, own) in template.series.enumerated() where own.key == nil {
      series.append(([.integer(index)], try text(own.title, rows: rows), [:]))
    }
    try forEachRow(of: template.query, rows: rows) { builder, row in
      let rows = rows + [row]
      let category = try builder.value(template.category, rows: rows).plainText
      let place = categories.firstIndex(of: category) ?? categories.count
      if place == categories.count { categories.append(category) }
      for (index, own) in template.series.enumerated() {
        let key = [Value.integer(index)] + (try own.key.map { [try builder.value($0, rows: rows)] } ?? [])
        let value = try builder.value(own.value, rows: rows)
        if let known = series.firstIndex(where: { $0.key == key }) {
          series[known].values[place] = value
        } else {
          series.append((key, try builder.text(own.title, rows: rows), [place: value]))
        }
      }
    }
    // What has a name in the data and no number would be an entry of the legend only.
    series.removeAll { series in series.key.count > 1 && series.values.values.allSatisfy { $0.hundredths == nil } }
    guard series.contains(where: { $0.values.values.contains { $0.hundredths != nil } }) else { return nil }
    // Nothing but zeros is said by the words around.
    let isSeen = template.kind == .lines || template.kind == .heat
    guard isSeen || series.contains(where: { $0.values.values.contains { ($0.hundredths ?? 0) != 0 } }) else {
      return nil
    }
    // A line goes from one place to another.
    guard template.kind != .lines || categories.count > 1 else { return nil }
    chartCount += 1
    return Chart(
      template.kind, name: try sheetName(template.name, rows: rows),
      title: "Рисунок \(chartCount). \(try text(template.title, rows: rows))",
      alternative: try text(template.alternative, rows: rows), axis: try text(template.axis, rows: rows),
      categories: categories,
      series: series.map { series in
        Chart.Series(name: series.name, values: categories.indices.map { series.values[$0] ?? .empty })
      }, unit: template.unit, norm: template.norm, shade: template.shade)
  }
}
