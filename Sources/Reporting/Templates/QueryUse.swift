/// A query as a template uses it: whole, or narrowed to the rows that are equal to the row around it.
struct QueryUse: Sendable {
  struct Match: Sendable {
    /// Of the query.
    var column: Int
    /// Of a row around it.
    var value: ValueReference
  }

  var query: ReportQuery
  var matches: [Match] = []
}
