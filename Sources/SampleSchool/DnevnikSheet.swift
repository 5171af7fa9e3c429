/// One sheet of a class journal before it is XML.
struct DnevnikSheet {
  enum Column {
    case day(month: String, day: String)
    /// A period or a result: merged over all three header rows.
    case label(String)
  }

  struct Row {
    var name: String
    /// Empty for no value.
    var cells: [String]
  }

  var name: String
  /// Rows 1 to 4.
  var heading: [String]
  var columns: [Column]
  var rows: [Row]

  static let monthNames = [
    "Январь", "Февраль", "Март", "Апрель", "Май", "Июнь", "Июль", "Август", "Сентябрь", "Октябрь", "Ноябрь",
    "Декабрь",
  ]
}

/// Strings in order of their first use; every cell of the exporter is one of them.
struct SharedStrings {
  private(set) var list: [String] = []
  private(set) var uses = 0
  private var positions: [String: Int] = [:]

  mutating func index(_ text: String) -> Int {
    uses += 1
    if let known = positions[text] { return known }
    positions[text] = list.count
    list.append(text)
    return list.count - 1
  }
}
