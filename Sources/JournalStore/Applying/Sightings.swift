import Journal

/// What makes the place of a fact, and is shown by a snapshot or not. The raw values are stored.
enum ItemKind: Int64 {
  case lesson = 1
  case pupil, period
  /// A lesson's row in the lesson planning, where its topic and homework stand.
  case plannedLesson
}

struct Item: Hashable {
  var kind: ItemKind
  var id: Int64
}

/// The place of a fact: its lesson, its pupil's row, its subject, its period's column; 0 for none.
struct Cell {
  var lesson: Int64 = 0
  /// Whose row of the lesson it is: the journal's or the planning's.
  var lessonKind = ItemKind.lesson
  var pupil: Int64 = 0
  var subject: Int64 = 0
  var period: Int64 = 0
  /// Which of the facts of the place: a mark's ordinal, the first day of an exemption.
  var item: Int64 = 0
}

/// Which snapshots of one journal show what, as it was known before this import.
///
/// Only a snapshot that shows a cell can have seen it empty, or seen it change: the interval of a fact is bound by such
/// snapshots alone (CONTROL 1). A lesson is shown where it has its row, or where a row of another table refers to it; and
/// a snapshot of its class that was taken before the lesson's day, when the journal did not have the lesson yet, shows
/// its cells empty. So a lesson of the weeks between two exports gets an interval; as it begins before the lesson's day, it
/// proves nobody late.
struct Sightings {
  /// The moments of the journal's snapshots, in order: those with rows of its own, those of its lesson planning, and those of
  /// each kind of fact.
  private var moments: [Int64] = []
  private var planningMoments: [Int64] = []
  private var momentsOfKind: [FactKind: [Int64]] = [:]
  /// From the first to the last snapshot with the item's own row.
  private(set) var ranges: [Item: ClosedRange<Int64>] = [:]
  /// False: a snapshot in between without it; true: one that only refers to it.
  private var exceptions: [Item: [Int64: Bool]] = [:]
  private var lessons: [Int64: LessonPlace] = [:]
  /// The lessons whose rows this import shows, and its moment.
  private var shown: [Int64: Int64] = [:]
  /// Places that snapshots could not read, by moment, with the facts that they show there all the same.
  private(set) var unseen: [UnseenPlace: [Int64: Set<Int64>]] = [:]
  /// The classes whose lessons a snapshot shows, by moment, those of journals and those of plannings.
  private var classes: [ItemKind: [Int64: Set<Int64>]] = [:]

  private struct LessonPlace {
    var day: Int64
    var studyClass: Int64
  }

  init(_ journal: Int64, _ database: Database) throws(StoreError) {
    let snapshots = try database.prepare("SELECT kind, taken_at FROM snapshot WHERE journal = ?1 ORDER BY taken_at")
    try snapshots.bind(journal, at: 1)
    while try snapshots.step() {
      let moment = snapshots.integer(1)
      guard let kind = FactKind(rawValue: Int32(snapshots.integer(0))) else { continue }
      // Where topics come with the lessons' rows, other kinds have the same moments.
      if kind == .topic || kind == .homework {
        if planningMoments.last != moment { planningMoments.append(moment) }
      } else if moments.last != moment {
        moments.append(moment)
      }
      if momentsOfKind[kind]?.last != moment { momentsOfKind[kind, default: []].append(moment) }
    }
    let items = try database.prepare(
      """
      SELECT \(ItemKind.lesson.rawValue), id, shown_from, shown_at FROM lesson WHERE journal = ?1 AND is_planned = 0
      UNION ALL SELECT kind, item, shown_from, shown_at FROM listing WHERE journal = ?1
      """)
    try items.bind(journal, at: 1)
    while try items.step() {
      guard let kind = ItemKind(rawValue: items.integer(0)) else { continue }
      ranges[Item(kind: kind, id: items.integer(1))] = items.integer(2)...max(items.integer(2), items.integer(3))
    }
    let places = try database.prepare("SELECT id, held_on, study_class FROM lesson WHERE journal = ?1")
    try places.bind(journal, at: 1)
    while try places.step() {
      lessons[places.integer(0)] = LessonPlace(day: places.integer(1), studyClass: places.integer(2))
    }
    let covered = try database.prepare(
      """
      SELECT DISTINCT kind = \(FactKind.topic.rawValue), taken_at, study_class FROM coverage
      WHERE journal = ?1 AND kind IN (\(FactKind.lesson.rawValue), \(FactKind.topic.rawValue))
      """)
    try covered.bind(journal, at: 1)
    while try covered.step() {
      let kind: ItemKind = covered.integer(0) == 1 ? .plannedLesson : .lesson
      classes[kind, default: [:]][covered.integer(1), default: []].insert(covered.integer(2))
    }
    let excepted = try database.prepare("SELECT kind, item, taken_at, is_named FROM sighting WHERE journal = ?1")
    try excepted.bind(journal, at: 1)
    while try excepted.step() {
      guard let kind = ItemKind(rawValue: excepted.integer(0)) else { continue }
      exceptions[Item(kind: kind, id: excepted.integer(1)), default: [:]][excepted.integer(2)] =
        excepted.integer(3) == 1
    }
    let unread = try database.prepare(
      "SELECT kind, lesson, pupil, subject, period, taken_at, item FROM unseen WHERE journal = ?1")
    try unread.bind(journal, at: 1)
    while try unread.step() {
      guard let kind = FactKind(rawValue: Int32(unread.integer(0))) else { continue }
      let place = UnseenPlace(
        kind: kind, lesson: unread.integer(1), pupil: unread.integer(2), subject: unread.integer(3),
        period: unread.integer(4))
      unseen[place, default: [:]][unread.integer(5), default: []].insert(unread.integer(6))
    }
  }

  /// The moments of the snapshots that may show items of the kind, in order.
  func moments(of kind: ItemKind) -> [Int64] { kind == .plannedLesson ? planningMoments : moments }

  func isException(_ item: Item, at moment: Int64) -> Bool { exceptions[item]?[moment] != nil }

  /// Whether the snapshot of a known moment shows the item.
  func shows(_ item: Item, at moment: Int64) -> Bool {
    if let isNamed = exceptions[item]?[moment] { return isNamed }
    return ranges[item]?.contains(moment) ?? false
  }

  /// Whether the snapshot of a known moment shows the cell. A lesson's texts stand in its own row.
  func shows(_ cell: Cell, _ kind: FactKind, at moment: Int64) -> Bool {
    if !unseen.isEmpty, isUnseen(cell, kind, at: moment) { return false }
    let lesson = Item(kind: cell.lessonKind, id: cell.lesson)
    return
      (cell.lesson == 0 || (shows(lesson, at: moment) && !(kind.isOfLessonRow && isException(lesson, at: moment)))
      || (classes[cell.lessonKind]?[moment].map { isAhead(cell, at: moment, of: $0) } ?? false))
      && (cell.pupil == 0 || shows(Item(kind: .pupil, id: cell.pupil), at: moment))
      && (cell.period == 0 || shows(Item(kind: .period, id: cell.period), at: moment))
  }

  /// Whether the snapshot may have had the fact where it could not be read.
  private func isUnseen(_ cell: Cell, _ kind: FactKind, at moment: Int64) -> Bool {
    let place = UnseenPlace(cell, kind)
    if let items = unseen[place]?[moment] { return !items.contains(cell.item) }
    return place.wider.contains { unseen[$0]?[moment] != nil }
  }

  /// A lesson whose row this import shows.
  mutating func show(_ lesson: Int64, day: Int64, studyClass: Int64, at moment: Int64) {
    if lessons[lesson] == nil { lessons[lesson] = LessonPlace(day: day, studyClass: studyClass) }
    shown[lesson] = moment
  }

  /// Whether a snapshot with lessons of these classes was taken before the lesson's day and before the first that shows it.
  func isAhead(_ cell: Cell, at moment: Int64, of classes: some Collection<Int64>) -> Bool {
    guard let place = lessons[cell.lesson], place.day > moment / 86_400, classes.contains(place.studyClass) else {
      return false
    }
    let known = ranges[Item(kind: cell.lessonKind, id: cell.lesson)]?.lowerBound ?? .max
    return moment < min(known, shown[cell.lesson] ?? .max)
  }

  /// Lessons that this import shows before any other did, with the moments between that were taken for ahead of them.
  func noLongerAhead(_ kind: ItemKind) -> [(lesson: Int64, moments: Set<Int64>)] {
    shown.sorted { $0.key < $1.key }.compactMap { lesson, moment in
      guard let first = ranges[Item(kind: kind, id: lesson)]?.lowerBound, moment < first, let place = lessons[lesson]
      else { return nil }
      let between = moments(of: kind).filter {
        moment < $0 && $0 < first && place.day > $0 / 86_400
          && (classes[kind]?[$0]?.contains(place.studyClass) ?? false)
      }
      return between.isEmpty ? nil : (lesson, Set(between))
    }
  }

  /// Whether a snapshot of the moment has facts of the kind.
  func isKnown(_ moment: Int64, _ kind: FactKind) -> Bool { momentsOfKind[kind]?.contains(moment) ?? false }

  /// The last snapshot before a moment that shows the cell.
  func lastShowing(_ cell: Cell, _ kind: FactKind, before moment: Int64) -> Int64? {
    momentsOfKind[kind]?.last { $0 < moment && shows(cell, kind, at: $0) }
  }

  /// The slot as it is for one cell: among the snapshots that show it.
  func slot(_ slot: SnapshotSlot, of cell: Cell, _ kind: FactKind) -> SnapshotSlot {
    let moments = momentsOfKind[kind] ?? []
    var slot = slot
    let start = moments.firstIndex { $0 >= slot.moment } ?? moments.count
    slot.previous = moments[..<start].last { shows(cell, kind, at: $0) }
    slot.isKnown = start < moments.count && moments[start] == slot.moment && shows(cell, kind, at: slot.moment)
    let after = start < moments.count && moments[start] == slot.moment ? start + 1 : start
    slot.next = moments[after...].first { shows(cell, kind, at: $0) }
    return slot
  }
}
