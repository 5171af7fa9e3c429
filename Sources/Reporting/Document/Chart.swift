/// A chart by its numbers; renderers draw it, or print its table.
public struct Chart: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// Beside each other in every category.
    case bars
    /// Over the categories, which follow each other in time, with the trend of each series.
    case lines
    /// A bar a category, the series stacked to its whole.
    case shares
    /// A row a series, a column a category, cells shaded by `shade`.
    case heat
  }

  public enum Unit: String, Hashable, Sendable {
    case count, percent
    /// Means of marks.
    case marks
  }

  public struct Series: Hashable, Sendable {
    public var name: String
    /// As many as there are categories: exact, as they stand in a table; `.empty` where there are no data.
    public var values: [Value]

    public init(name: String, values: [Value]) {
      self.name = name
      self.values = values
    }
  }

  public var kind: Kind
  /// Unique among the names of charts and tables: a sheet of a workbook.
  public var name: String
  /// Printed with the chart: «Рисунок 1. …» (the number is part of the text).
  public var title: String
  /// What the chart shows, for those who do not see it.
  public var alternative: String
  /// What the categories are: «Проверка».
  public var axis: String
  public var categories: [String]
  public var series: [Series]
  public var unit: Unit
  /// A line across at what is demanded.
  public var norm: Value?
  /// Of a heat map.
  public var shade: Shade?

  public init(
    _ kind: Kind, name: String, title: String, alternative: String, axis: String, categories: [String],
    series: [Series], unit: Unit, norm: Value? = nil, shade: Shade? = nil
  ) {
    self.kind = kind
    self.name = name
    self.title = title
    self.alternative = alternative
    self.axis = axis
    self.categories = categories
    self.series = series
    self.unit = unit
    self.norm = norm
    self.shade = shade
  }
}
