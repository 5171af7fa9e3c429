import Journal
import JournalStore

extension Control {
  /// What was entered, changed and removed, fact by fact, with the exports that show it. Throws `ControlError` (usage) for
  /// a request that names nobody, somebody unknown or several at once, with the candidates.
  public static func history(_ store: JournalStore, _ request: HistoryRequest) throws -> History {
    try store.database.reading {
      let names = NameBook(store.database)
      let scope = try HistoryScope(request, names, store.database)
      var sections = try HistoryReader(store.database, names, scope).sections()
      if request.onlyChanges {
        for index in sections.indices { sections[index].events.removeAll { $0.change == .entered } }
        sections.removeAll { $0.events.isEmpty }
      } else if request.from != nil, request.from == request.to, !sections.contains(where: { $0.lesson != nil }) {
        throw try noLesson(store, request, names)
      }
      return History(school: try school(store).name, sections: sections)
    }
  }

  /// No lesson on the one day asked for: the days nearest to it that have one.
  private static func noLesson(_ store: JournalStore, _ request: HistoryRequest, _ names: NameBook) throws
    -> ControlError
  {
    var anyDay = request
    (anyDay.from, anyDay.to) = (nil, nil)
    let day = request.from?.days ?? 0
    let rows = try store.database.prepare(
      """
      SELECT DISTINCT l.held_on FROM lesson l WHERE \(HistoryScope(anyDay, names, store.database).lessons)
      ORDER BY abs(l.held_on - \(day)), l.held_on LIMIT 4
      """)
    var days: [CivilDate] = []
    while try rows.step() { days.append(CivilDate(days: Int32(rows.integer(0)))) }
    return ControlError(
      .usage, "Таких уроков \(request.from?.russian ?? "") нет.",
      hint: days.isEmpty
        ? "Нет их и в другие дни: проверьте класс и предмет."
        : "Ближайшие: \(days.sorted().map(\.russian).joined(separator: ", ")).")
  }
}
