struct TemplateChart: Sendable {
  struct Series: Sendable {
    /// Rows that are equal in it are one series; nil makes one series of all rows.
    var key: ValueReference?
    var title: TextPattern
    var value: ValueReference
  }

  var kind: Chart.Kind
  var query: QueryUse
  var name: TextPattern
  var title: TextPattern
  var alternative: TextPattern
  var axis: TextPattern
  var category: ValueReference
  var unit: Chart.Unit
  var norm: Value?
  var shade: Shade?
  var series: [Series]
}
