import Journal

/// Finds what a person names on the command line in any usual spelling: «10 а» and «10А», «Белов И.» and «Белов Иван»,
/// «Русск. яз.» and «Русский язык». A key of the source names its row alone. Gives the ids of all rows that are shown as
/// what was found, those of joined sources too.
struct NameSearch {
  typealias Row = (id: Int64, entry: NameTable.Entry)

  let names: NameBook

  /// Throws with the classes there are.
  func classes(_ text: String) throws -> [Int64] {
    let all = try names.classes.all()
    let key = ClassName(text)?.key
    let found = all.filter { $0.entry.key == text || (key != nil && ClassName($0.entry.name)?.key == key) }
    guard !found.isEmpty else { throw Self.unknown("класса", text, all) }
    return Self.shown(as: found, among: all)
  }

  /// Throws with the subjects there are.
  func subjects(_ text: String) throws -> [Int64] {
    let all = try names.subjects.all()
    let wanted = SubjectName(text)
    let exact = Self.exact(text, all)
    let found = exact.isEmpty ? all.filter { SubjectName($0.entry.name).fits(wanted) } : exact
    guard !found.isEmpty else { throw Self.unknown("предмета", text, all) }
    return Self.shown(as: found, among: all)
  }

  /// All whose name begins so; throws with the teachers there are.
  func teachers(_ text: String) throws -> [Int64] {
    let all = try names.teachers.all()
    let found = all.filter { $0.entry.key == text || Self.begins($0.entry.name, with: text) }
    guard !found.isEmpty else { throw Self.unknown("учителя", text, all) }
    return found.map(\.id)
  }

  /// The one teacher; throws with the candidates where there are several.
  func teacher(_ text: String) throws -> [Int64] {
    let all = try names.teachers.all()
    let found = Self.people(text, all)
    guard !found.isEmpty else { throw Self.unknown("учителя", text, all) }
    try Self.refuseSeveral("Учителей", text, found) { "\($0.name) (\($0.key))" }
    return Self.shown(as: found, among: all)
  }

  /// The one pupil, of these classes where they are given; throws with the candidates where there are several or none.
  func pupil(_ text: String, classes: Set<Int64>?) throws -> [Int64] {
    let all = try names.pupils.all()
    let classOf = try names.classesOfPupils()
    let listed = all.filter { row in classes.map { $0.contains(classOf[row.id] ?? 0) } ?? true }
    let found = Self.people(text, listed)
    func titled(_ row: Row) throws -> String {
      "\(row.entry.name), \(try names.classes.entry(classOf[row.id] ?? 0).name)"
    }
    guard !found.isEmpty else {
      let nearest = NearestText.nearest(Self.surname(text), of: listed, count: 5) { Self.surname($0.entry.name) }
      throw ControlError(
        .usage, "Такого ученика нет: «\(text)».",
        hint: nearest.isEmpty
          ? "Хранилище пусто." : "Похожие: \(try Self.distinct(nearest.map(titled)).joined(separator: "; ")).")
    }
    try Self.refuseSeveral("Учеников", text, found, isOfClass: classes == nil) { entry in
      let row = found.first { $0.entry.shown == entry.shown } ?? (entry.shown, entry)
      return "\(try titled(row)) (\(entry.key))"
    }
    return Self.shown(as: found, among: all)
  }

  // MARK: Matching

  private static func surname(_ name: String) -> String {
    CodeFolding.fold(name).split(separator: " ").first.map(String.init) ?? ""
  }

  private static func begins(_ name: String, with text: String) -> Bool {
    let (name, text) = (CodeFolding.fold(name), CodeFolding.fold(text))
    return name == text || name.hasPrefix(text + " ")
  }

  /// The row of this key, or those of this very name.
  private static func exact(_ text: String, _ rows: [Row]) -> [Row] {
    let keyed = rows.filter { $0.entry.key == text }
    guard keyed.isEmpty else { return keyed }
    let folded = CodeFolding.fold(text)
    return rows.filter { CodeFolding.fold($0.entry.name) == folded }
  }

  /// The exact ones, else those whose name begins so or can be shortened so.
  private static func people(_ text: String, _ rows: [Row]) -> [Row] {
    let exact = exact(text, rows)
    guard exact.isEmpty else { return exact }
    let wanted = PersonName(text)
    return rows.filter { row in
      begins(row.entry.name, with: text) || (wanted.flatMap { PersonName(row.entry.name)?.fits($0) } ?? false)
    }
  }

  private static func shown(as found: [Row], among all: [Row]) -> [Int64] {
    let shown = Set(found.map(\.entry.shown))
    return all.filter { shown.contains($0.entry.shown) }.map(\.id)
  }

  private static func refuseSeveral(
    _ whom: String, _ text: String, _ found: [Row], isOfClass: Bool = false, _ title: (NameTable.Entry) throws -> String
  ) throws {
    let several = Dictionary(found.map { ($0.entry.shown, $0.entry) }, uniquingKeysWith: { first, _ in first })
    guard several.count > 1 else { return }
    let titles = try several.values.map(title).sorted()
    let rest = titles.count > 10 ? " и ещё \(titles.count - 10)" : ""
    throw ControlError(
      .usage, "\(whom) «\(text)» несколько: \(titles.prefix(10).joined(separator: "; "))\(rest).",
      hint:
        "Назовите полнее или укажите id из скобок\(isOfClass ? "; ученика можно искать и в одном классе: --class" : "")."
    )
  }

  private static func distinct(_ texts: [String]) -> [String] {
    texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  static func unknown(_ what: String, _ text: String, _ known: [Row]) -> ControlError {
    let names = distinct(
      known.map { ($0.entry.order, $0.entry.name) }.sorted { $0 < $1 }.map(\.1))
    let isLong = names.count > longestList
    let told = isLong ? nearest(text, names) : names
    return ControlError(
      .usage, "Такого \(what) нет: «\(text)».",
      hint: told.isEmpty ? "Хранилище пусто." : "\(isLong ? "Похожие" : "Есть"): \(told.joined(separator: ", ")).")
  }

  /// More names than a person reads through: only the nearest are told. A school's classes are fewer.
  private static let longestList = 40

  /// Those that begin with the text, then those whose beginning is the nearest.
  private static func nearest(_ text: String, _ names: [String]) -> [String] {
    let wanted = CodeFolding.fold(text)
    let beginning = names.filter { CodeFolding.fold($0).hasPrefix(wanted) }
    let others = names.filter { !beginning.contains($0) }
    let near = NearestText.nearest(wanted, of: others, count: 5) { String(CodeFolding.fold($0).prefix(wanted.count)) }
    return Array((beginning + near).prefix(max(5, min(beginning.count, 10))))
  }
}
