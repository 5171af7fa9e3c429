/// A table whose rows, columns and cells come from three queries: pupils, subjects, and the marks that stand where they cross.
struct TemplateCross: Sendable {
  struct Foot: Sendable {
    var title: TextPattern
    /// Of a row of the columns' query.
    var value: ValueReference
    /// Under the first of the ending columns.
    var end: ValueReference?
  }

  var rows: QueryUse
  var rowKey: ValueReference
  var columns: QueryUse
  var columnKey: ValueReference
  var cells: QueryUse
  /// In the cells' query, the columns that tell the row and the column.
  var cellRow: Int
  var cellColumn: Int
  var cellValue: ValueReference
  /// Each of the columns that the query gives.
  var crossing: TemplateTable.Column
  var form: TemplateTable.Form
  var leading: [TemplateTable.Column]
  var ending: [TemplateTable.Column]
  var feet: [Foot]
}
