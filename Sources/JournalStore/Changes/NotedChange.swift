import Journal

/// A change in the store's ids, as it is noted while an import writes; names come at the end (`ChangeTeller`).
enum NotedChange {
  /// `place` is the new fact's.
  case changed(FollowedTable, FactKey, old: String, new: String, place: FactPlace)
  /// An older export shows what a known one has otherwise; the version is the newer fact's.
  case overtaken(FollowedTable, FactKey, old: String, new: String, version: Int64)
  /// The version that ended.
  case vanished(FollowedTable, FactKey, version: Int64, old: String)
  case lessonChanged(KnownLesson, LessonRow, entered: LocalMoment?, place: FactPlace)
  /// With so many facts in it.
  case lessonVanished(Int64, factCount: Int)
  /// No list shows the pupil any more.
  case pupilVanished(Int64)

  /// What a deputy head looks for first: rewritten marks, then what else is followed, lessons last.
  var rank: Int {
    switch self {
    case .changed(let table, _, _, _, _), .overtaken(let table, _, _, _, _), .vanished(let table, _, _, _):
      switch table.kind {
      case .mark: 0
      case .finalMark: 1
      case .attendance: 2
      default: 3
      }
    case .pupilVanished: 4
    case .lessonVanished: 5
    case .lessonChanged: 6
    }
  }
}
