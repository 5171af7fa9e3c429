/// How long the source's ids of classes, groups and periods name the same.
public enum IdYear: Sendable, Hashable {
  /// For all years.
  case all
  /// A school may use them for others in the next year: these are of the school year that began in that calendar year.
  case of(Int)
  /// The same, and nothing in the export tells its school year.
  case unknown
}
