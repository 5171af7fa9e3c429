import Journal

/// The rows of a Дневник.ру activity report, an account a row. A cell that cannot be read is rejected, and the rest of its
/// row goes in.
struct ActivityRows {
  let head: ActivitySheet
  let text: SheetText
  private(set) var accounts: [AccountFact] = []
  /// By position of the account: its classes as the report spells them.
  private(set) var classTitles: [[String]] = []
  private(set) var problems: [ImportProblem] = []
  /// Rows that hold anything, taken or not.
  private(set) var count = 0
  private var ordinals: [String: Int] = [:]

  init(_ head: ActivitySheet, _ text: SheetText) {
    self.head = head
    self.text = text
    guard text.rowCount > head.headerRow else { return }
    for row in (head.headerRow + 1)...text.rowCount {
      guard (1...max(1, text.columnCount(row: row))).contains(where: { !text[row, $0].isEmpty }) else { continue }
      count += 1
      read(row)
    }
  }

  private mutating func read(_ row: Int) {
    let name = CodeFolding.collapse(cell(.user, row))
    guard !name.isEmpty else {
      return reject(.user, row, "не назван пользователь", hint: "Впишите имя или уберите строку.")
    }
    let known = problems.count
    let roleNames = ActivityRows.list(cell(.roles, row))
    let titles = ActivityRows.list(cell(.classes, row))
    let keys = titles.map { ClassName($0)?.key ?? CodeFolding.fold($0) }
    let namesake = [
      CodeFolding.fold(name), Set(roleNames.map { CodeFolding.fold($0) }).sorted().joined(separator: ","),
      Set(keys).sorted().joined(separator: ","),
    ].joined(separator: "/")
    ordinals[namesake, default: 0] += 1
    let counters = LoginCounter.allCases.map { counter($0, row) }
    let (login, view) = (lastSeen(.lastLogin, row), lastSeen(.lastView, row))
    accounts.append(
      AccountFact(
        namesake: namesake, ordinal: ordinals[namesake] ?? 1, name: name,
        roles: AccountRoles(roleNames.map { AccountRoles(role: $0) }), classes: [], counters: counters,
        lastLogin: login, lastView: view, isWhole: problems.count == known, row: Int32(row)))
    var seen: Set<String> = []
    classTitles.append(zip(titles, keys).filter { seen.insert($1).inserted }.map(\.0))
  }

  private mutating func counter(_ counter: LoginCounter, _ row: Int) -> Int? {
    guard head.columns[.counter(counter)] != nil else { return nil }
    let text = CodeFolding.collapse(cell(.counter(counter), row))
    if ActivityRows.isDash(text) { return 0 }
    if let number = Double(text), number >= 0, number <= 1e9, number == number.rounded() { return Int(number) }
    reject(.counter(counter), row, "не читается число входов", hint: "Ожидается целое число или «-».")
    return nil
  }

  private mutating func lastSeen(_ column: ActivitySheet.Column, _ row: Int) -> LastSeen? {
    guard head.columns[column] != nil else { return nil }
    let raw = cell(column, row)
    if ActivityRows.isDash(CodeFolding.collapse(raw)) { return LastSeen(day: nil, raw: raw) }
    if let (day, moment) = RussianTextDate.parse(raw) { return LastSeen(day: day, moment: moment, raw: raw) }
    reject(
      column, row, "не читается дата, или день недели не её",
      hint: "Ожидается, например: «Пн, 03 июн 19», «Пн, 03 июн 19 15:32» или «-».")
    return nil
  }

  private func cell(_ column: ActivitySheet.Column, _ row: Int) -> String {
    head.columns[column].map { text[row, $0] } ?? ""
  }

  private mutating func reject(_ column: ActivitySheet.Column, _ row: Int, _ problem: String, hint: String) {
    problems.append(
      ImportProblem(
        problem, hint: hint, at: CellPlace(sheet: head.name, row: row, column: head.columns[column]),
        raw: excerpt(cell(column, row))))
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { CodeFolding.collapse($0) }.filter { !$0.isEmpty }
  }

  private static func isDash(_ text: String) -> Bool { text == "-" || text == "–" || text == "—" }
}

extension AccountRoles {
  /// As Дневник.ру names it: «Обучающийся», «Зам. директора».
  fileprivate init(role: String) {
    let role = CodeFolding.fold(role)
    switch role {
    case "ОБУЧАЮЩИЙСЯ", "УЧАЩИЙСЯ", "УЧЕНИК": self = .pupil
    case "РОДИТЕЛЬ": self = .parent
    case "ПЕДАГОГ", "УЧИТЕЛЬ": self = .teacher
    default:
      let isAdministration = role.hasPrefix("ДИРЕКТОР") || role.hasPrefix("ЗАМ") || role.hasPrefix("АДМИНИСТРАТОР")
      self = isAdministration ? .administration : .other
    }
  }
}
