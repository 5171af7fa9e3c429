extension Chart {
  /// The chart's numbers. A heat map keeps its rows and columns; of the others every category is a row.
  public var table: Table {
    Table(
      name: name, caption: title, columns: kind == .heat ? mapColumns : plainColumns,
      rows: kind == .heat ? mapRows : plainRows, rowHeaders: 1)
  }

  private var plainColumns: [Table.Column] {
    [Table.Column(axis, width: 30)] + series.map { Table.Column($0.name, width: 15, alignment: .right) }
      + (norm == nil ? [] : [Table.Column("Норма", width: 15, alignment: .right)])
  }

  private var plainRows: [Table.Row] {
    categories.enumerated().map { index, category in
      Table.Row([.text(category)] + series.map { $0.value(at: index) } + (norm.map { [$0] } ?? []))
    }
  }

  private var mapColumns: [Table.Column] {
    [Table.Column(axis, width: 30)]
      + categories.map { Table.Column($0, width: 6, alignment: .right, isVertical: true, shade: shade) }
  }

  private var mapRows: [Table.Row] {
    series.map { series in Table.Row([.text(series.name)] + categories.indices.map { series.value(at: $0) }) }
  }
}

extension Chart.Series {
  /// `.empty` also where the series is shorter than the axis.
  public func value(at index: Int) -> Value { index < values.count ? values[index] : .empty }
}
