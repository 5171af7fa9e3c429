import Journal

/// For every lesson of a batch the interval of its entry moment, and of anything entered in it, bound by bound the
/// earliest (CONTROL 1). `by` is `never` where nothing was entered. Those of known journals are told later, from all that
/// is known of their facts (`refineEntryMoments`).
struct EntryMoments {
  static let never = Int64.max

  private(set) var entryFrom: [Int64]
  private(set) var entryBy: [Int64]
  private(set) var heldFrom: [Int64]
  private(set) var heldBy: [Int64]

  init(_ session: ApplySession) {
    let batch = session.batch
    let nothing = [Int64](repeating: EntryMoments.never, count: batch.lessons.count)
    (entryFrom, entryBy, heldFrom, heldBy) = (nothing, nothing, nothing, nothing)
    for (index, lesson) in batch.lessons.enumerated() where !lesson.isReference {
      if let own = lesson.enteredAt { note((own.seconds, own.seconds), at: index, isEntry: true) }
      guard !lesson.isTimed || lesson.enteredAt != nil else { continue }
      for (text, kind) in [(lesson.topic, FactKind.topic), (lesson.homework, .homework)] where text != nil {
        guard let slot = session.slot(lesson.journal, kind) else { continue }
        note(slot.interval(lesson.enteredAt), at: index, isEntry: !lesson.isTimed)
      }
    }
    var slot = SlotCursor(session, .mark)
    for mark in batch.marks {
      let lesson = mark.lesson >= 0 ? mark.lesson : mark.work >= 0 ? batch.works[Int(mark.work)].lesson : -1
      guard lesson >= 0, let interval = slot.interval(ofLesson: lesson, mark.enteredAt) else { continue }
      note(interval, at: Int(lesson), isEntry: !batch.lessons[Int(lesson)].isTimed)
    }
    slot = SlotCursor(session, .attendance)
    for record in batch.attendance {
      guard let interval = slot.interval(ofLesson: record.lesson, record.enteredAt) else { continue }
      note(interval, at: Int(record.lesson), isEntry: !batch.lessons[Int(record.lesson)].isTimed)
    }
  }

  private mutating func note(_ interval: (from: Int64, by: Int64), at index: Int, isEntry: Bool) {
    heldFrom[index] = min(heldFrom[index], interval.from)
    heldBy[index] = min(heldBy[index], interval.by)
    guard isEntry else { return }
    entryFrom[index] = min(entryFrom[index], interval.from)
    entryBy[index] = min(entryBy[index], interval.by)
  }
}

/// The slot of a kind for one lesson after another; lessons of one journal come in runs, so the last is remembered.
struct SlotCursor {
  private let session: ApplySession
  private let kind: FactKind
  private var journal: Int32 = -2
  private var slot: SnapshotSlot?

  init(_ session: ApplySession, _ kind: FactKind) {
    self.session = session
    self.kind = kind
  }

  mutating func of(lesson: Int32) -> SnapshotSlot? {
    let needed = session.batch.lessons[Int(lesson)].journal
    if needed != journal {
      journal = needed
      slot = session.slot(needed, kind)
    }
    return slot
  }

  mutating func interval(ofLesson lesson: Int32, _ own: LocalMoment?) -> (from: Int64, by: Int64)? {
    of(lesson: lesson)?.interval(own)
  }
}
