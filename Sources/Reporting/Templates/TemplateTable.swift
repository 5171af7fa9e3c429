/// A table of a query's rows.
struct TemplateTable: Sendable {
  struct Column: Sendable {
    var column: Table.Column
    var title: TextPattern
    /// Nil leaves the cells empty, to be written in by hand.
    var value: ValueReference?
    /// Stands where the value is empty.
    var otherwise: ValueReference?
    /// Its cells are added up in rows of sums.
    var isSummed: Bool
  }

  struct Group: Sendable {
    /// Rows that are equal in it stand together.
    var key: ValueReference
    /// Of the row before them; nil for none.
    var title: ValueReference?
    /// Of the row of their sums; nil for none.
    var subtotal: TextPattern?
  }

  /// What tables of every form have.
  struct Form: Sendable {
    var name: TextPattern
    var caption: TextPattern
    var emptyText: TextPattern
    var group: Group?
    /// What the row of sums is called.
    var total: TextPattern?
    var numbersColumns = false
  }

  var query: QueryUse
  var form: Form
  var columns: [Column]
  var rowHeaders = 0
}
