import Journal

/// The head of a Дневник.ру activity report as it stands (FORMATS 3): its range, how many accounts it found, its columns by
/// their texts, in whatever order they come.
struct ActivitySheet {
  enum Column: Hashable {
    case user, roles, classes, esia
    case counter(LoginCounter)
    case lastLogin, lastView

    /// As the site writes it.
    var title: String {
      switch self {
      case .user: "Пользователь"
      case .roles: "Роли"
      case .classes: "Классы"
      case .esia: "Вход через ЕСИА"
      case .counter(.site): "Входы"
      case .counter(.mobile): "Входы (мобильное приложение)"
      case .counter(.ios): "Входы (Мобильное приложение - родители и ученики iOS)"
      case .counter(.android): "Входы (Мобильное приложение - родители и ученики Android)"
      case .lastLogin: "Последний вход"
      case .lastView: "Последний просмотр дневника ребенка"
      }
    }

    static let all: [Column] =
      [.user, .roles, .classes, .esia] + LoginCounter.allCases.map { .counter($0) } + [.lastLogin, .lastView]

    /// Without these nothing can be told of an account.
    static let required: [Column] = [.user, .roles, .classes, .counter(.site), .lastLogin]

    private static let byTitle = Dictionary(uniqueKeysWithValues: all.map { (CodeFolding.fold($0.title), $0) })

    init?(title: String) {
      guard let known = Column.byTitle[CodeFolding.fold(title)] else { return nil }
      self = known
    }
  }

  let name: String
  let from: CivilDate
  let to: CivilDate
  /// «Всего найдено: 1274»; nil where the report does not say.
  let found: (count: Int, place: CellPlace, raw: String)?
  let headerRow: Int
  /// From 1.
  let columns: [Column: Int]
  let unknownColumns: [(column: Int, title: String)]

  /// Rows in which the head is looked for.
  private static let headRows = 30

  /// Whether a sheet has the header of one.
  static func fits(_ sheet: SheetText) -> Bool { headerRow(in: sheet) != nil }

  /// Throws `ImportProblem` with the place where the head is not as it must be.
  init(_ sheet: SheetText) throws(ImportProblem) {
    name = sheet.name
    guard let row = ActivitySheet.headerRow(in: sheet) else { throw ActivitySheet.lacking([], sheet) }
    headerRow = row
    var columns: [Column: Int] = [:]
    var unknown: [(column: Int, title: String)] = []
    for column in 1...max(1, sheet.columnCount(row: row)) where !sheet[row, column].isEmpty {
      if let known = Column(title: sheet[row, column]), columns[known] == nil {
        columns[known] = column
      } else {
        unknown.append((column, sheet[row, column]))
      }
    }
    self.columns = columns
    unknownColumns = unknown
    let lacking = Column.required.filter { columns[$0] == nil }
    guard lacking.isEmpty else { throw ActivitySheet.lacking(lacking, sheet) }
    guard let range = ActivitySheet.range(in: sheet) else {
      throw ImportProblem(
        "не сказано, за какой промежуток посчитаны входы",
        hint: "Над таблицей должна быть строка вида «Данные за промежуток с 01.09.2025 по 30.09.2025»; не удаляйте её.",
        at: CellPlace(sheet: sheet.name, row: 1, column: 1), raw: excerpt(sheet[1, 1]))
    }
    (from, to) = range
    found = ActivitySheet.found(in: sheet, above: row)
  }

  /// The row that names the user, the roles and the last login.
  private static func headerRow(in sheet: SheetText) -> Int? {
    guard sheet.rowCount > 0 else { return nil }
    return (1...min(headRows, sheet.rowCount)).first { row in
      let titles = Set((1...max(1, sheet.columnCount(row: row))).compactMap { Column(title: sheet[row, $0]) })
      return titles.isSuperset(of: [.user, .roles, .lastLogin])
    }
  }

  private static func lacking(_ columns: [Column], _ sheet: SheetText) -> ImportProblem {
    ImportProblem(
      "в отчёте об активности нет столбцов: \(columns.map { "«\($0.title)»" }.joined(separator: ", "))",
      hint: "Выгрузите отчёт заново и не удаляйте столбцы; порядок их не важен.", at: CellPlace(sheet: sheet.name))
  }

  private static func range(in sheet: SheetText) -> (CivilDate, CivilDate)? {
    for row in 1...min(headRows, sheet.rowCount) {
      for column in 1...max(1, sheet.columnCount(row: row)) {
        let text = CodeFolding.collapse(sheet[row, column])
        guard CodeFolding.fold(text).hasPrefix("ДАННЫЕ ЗА ПРОМЕЖУТОК") else { continue }
        let days = text.split(separator: " ").compactMap { CivilDate($0) }
        if days.count == 2, days[0] <= days[1] { return (days[0], days[1]) }
      }
    }
    return nil
  }

  private static func found(in sheet: SheetText, above header: Int) -> (Int, CellPlace, String)? {
    for row in 1..<max(2, header) {
      for column in 1...max(1, sheet.columnCount(row: row)) {
        let text = sheet[row, column]
        guard CodeFolding.fold(text).hasPrefix("ВСЕГО НАЙДЕНО"), let count = Int(text.filter(\.isNumber)) else {
          continue
        }
        return (count, CellPlace(sheet: sheet.name, row: row, column: column), text)
      }
    }
    return nil
  }
}
