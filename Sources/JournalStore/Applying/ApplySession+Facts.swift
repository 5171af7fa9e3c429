import Journal

extension ApplySession {
  /// Topics and homework, filler too: that somebody typed a full stop is a fact. New journals take both in one pass,
  /// which appends; the store clusters them by lesson.
  func applyTexts() throws {
    let isAppended = batch.journals.indices.allSatisfy { position in
      let topics = slot(Int32(position), .topic)
      let homework = slot(Int32(position), .homework)
      return topics?.isFirst ?? (homework == nil) && homework?.isFirst ?? true
    }
    for kinds in isAppended ? [[FactKind.topic, .homework]] : [[.topic], [.homework]] { try applyTexts(kinds) }
  }

  private func applyTexts(_ kinds: [FactKind]) throws {
    // A fact's index is twice its lesson's, and one more for homework.
    let text = { [batch] (index: Int) in
      (index % 2 == 0 ? batch.lessons[index / 2].topic : batch.lessons[index / 2].homework) ?? ""
    }
    let access = FactAccess(
      bind: { index, statement, first in
        let text = text(index)
        try statement.bind(text, at: first)
        try statement.bind(FillerText.isFiller(text) ? 1 : 0, at: first + 1)
      },
      value: text, place: { [batch] in batch.lessons[$0 / 2].place(ofHomework: $0 % 2 == 1) },
      counts: { !FillerText.isFiller(text($0)) },
      isCounted: { !FillerText.isFiller($0) })
    var facts = FactsByJournal(capacity: batch.lessons.count * kinds.count)
    for (position, lesson) in batch.lessons.enumerated() where lessons[position] != 0 {
      for kind in kinds {
        let index = position * 2 + (kind == .topic ? 0 : 1)
        guard slot(lesson.journal, kind) != nil, !text(index).isEmpty else { continue }
        let key = FactKey(a: lessons[position], b: Int64(kind.rawValue))
        // A text that an earlier snapshot did not show came later than that, whatever the lesson's own moment says.
        let previous = previousText(lessons[position], lesson.journal, kind)
        let own = lesson.enteredAt.flatMap { own in previous.map { own.seconds > $0 } ?? true ? own : nil }
        facts.append(FollowedFact(key: key, own: own, index: Int32(index)), to: lesson.journal)
      }
    }
    var grouped = facts.take()
    // An export is one layout's.
    try write(&grouped, .texts(kinds[0], of: batch.journals.isEmpty ? .lesson : lessonKind(of: 0)), access)
  }

  /// The last snapshot before this one that shows where the text stands.
  private func previousText(_ lesson: Int64, _ journal: Int32, _ kind: FactKind) -> Int64? {
    guard let slot = slot(journal, kind), let sightings = sightings[journal] else { return nil }
    return sightings.slot(slot, of: Cell(lesson: lesson, lessonKind: lessonKind(of: journal)), kind).previous
  }

  func applyMarks() throws {
    let access = FactAccess(
      bind: { [self] index, statement, first in
        let mark = batch.marks[index]
        try statement.bind(mark.value.text, at: first)
        try statement.bind(mark.value.grade.map(Int64.init), at: first + 1)
        try statement.bind(mark.value.isMark ? 1 : 0, at: first + 2)
        try statement.bind(id(mark.work, in: works), at: first + 3)
        try statement.bind(mark.key, at: first + 4)
        try statement.bind(mark.raw, at: first + 5)
      },
      value: { [batch] in batch.marks[$0].value.text }, place: { [batch] in batch.marks[$0].place },
      counts: { [batch] in batch.marks[$0].value.isMark }, isCounted: { MarkValue.isMark($0) })
    guard var prepared = preparedMarks?.take() else { return }
    for index in prepared.unknown { rejectMark(batch.marks[index]) }
    for journal in prepared.facts.keys.sorted() { try number(&prepared.facts[journal, default: []], journal) }
    try write(&prepared.facts, .marks, access)
  }

  /// Finds every mark's lesson and pupil and sorts the marks, beside the writing of lessons and texts.
  func prepareMarks() {
    preparedMarks = Background { [batch, lessons, lessonOfWork, works, pupils] in
      var facts = FactsByJournal(capacity: batch.marks.count)
      var unknown: [Int] = []
      for (index, mark) in batch.marks.enumerated() {
        let position = mark.lesson >= 0 ? mark.lesson : mark.work >= 0 ? batch.works[Int(mark.work)].lesson : -1
        let lesson =
          mark.lesson >= 0 ? lessons[Int(mark.lesson)] : mark.work >= 0 ? lessonOfWork[Int(mark.work)] : 0
        let pupil = mark.pupil >= 0 ? pupils[Int(mark.pupil)] : 0
        guard lesson != 0, pupil != 0, mark.work < 0 || works[Int(mark.work)] != 0 else {
          unknown.append(index)
          continue
        }
        facts.append(
          FollowedFact(key: FactKey(a: lesson, b: pupil), own: mark.enteredAt, index: Int32(index)),
          to: position >= 0 ? batch.lessons[Int(position)].journal : 0)
      }
      var grouped = facts.take()
      // Over a list of its own: whoever walks the keys of the dictionary itself shares the arrays, and sorting would copy.
      for journal in Array(grouped.keys) { grouped[journal]?.sort { ($0.key, $0.index) < ($1.key, $1.index) } }
      return PreparedMarks(facts: grouped, unknown: unknown)
    }
  }

  private func rejectMark(_ mark: MarkFact) {
    let position = mark.lesson >= 0 ? mark.lesson : mark.work >= 0 ? batch.works[Int(mark.work)].lesson : -1
    guard isOfSchool(lesson: position, pupil: mark.pupil) else { return }
    noteUnread(UnreadCell(.mark, lesson: mark.lesson, work: mark.work, pupil: mark.pupil))
    let isKnown =
      mark.lesson >= 0 ? lessons[Int(mark.lesson)] != 0 : mark.work >= 0 && lessonOfWork[Int(mark.work)] != 0
    rejectUnknown(mark.place, lesson: isKnown ? -1 : position, work: mark.work, pupil: mark.pupil)
  }

  /// Gives each mark of a pupil in a lesson its ordinal: the one its source key had before, else the next.
  private func number(_ facts: inout [FollowedFact], _ journal: Int32) throws {
    let isFirst = slot(journal, .mark)?.isFirst ?? true
    let known = try isFirst ? nil : id(journal, in: journals).map { try KnownOrdinals(database, journal: $0) }
    var start = 0
    while start < facts.count {
      let (lesson, pupil) = (facts[start].key.a, facts[start].key.b)
      var end = start
      while end < facts.count, facts[end].key.a == lesson, facts[end].key.b == pupil { end += 1 }
      let isUnread = isUnread(Cell(lesson: lesson, pupil: pupil), .mark, journal)
      let ordinals = try known?.ofKeys(lesson: lesson, pupil: pupil, isAlone: end - start == 1 && !isUnread) ?? [:]
      // What could not be read may be any of those known.
      var taken = isUnread ? Array(ordinals.values) : []
      if !ordinals.isEmpty {
        for position in start..<end {
          guard let old = ordinals[batch.marks[Int(facts[position].index)].key] else { continue }
          facts[position].key.c = old
          taken.append(old)
        }
      }
      var next: Int64 = 1
      for position in start..<end where facts[position].key.c == 0 {
        while taken.contains(next) { next += 1 }
        facts[position].key.c = next
        next += 1
      }
      start = end
    }
  }

  func applyAttendance() throws {
    let access = FactAccess(
      bind: { [batch] index, statement, first in
        let record = batch.attendance[index]
        try statement.bind(record.code.rawValue, at: first)
        try statement.bind(record.code.isAbsence ? 1 : 0, at: first + 1)
        try statement.bind(record.raw, at: first + 2)
      },
      value: { [batch] in batch.attendance[$0].code.rawValue }, place: { [batch] in batch.attendance[$0].place },
      counts: { [batch] in batch.attendance[$0].code.isAbsence },
      isCounted: { AttendanceCode(rawValue: $0)?.isAbsence ?? false })
    var facts = FactsByJournal(capacity: batch.attendance.count)
    for (index, record) in batch.attendance.enumerated() {
      let lesson = lessons[Int(record.lesson)]
      guard lesson != 0, record.pupil < 0 || id(record.pupil, in: pupils) != nil else {
        if isOfSchool(lesson: record.lesson, pupil: record.pupil) {
          noteUnread(UnreadCell(.attendance, lesson: record.lesson, pupil: record.pupil))
          rejectUnknown(record.place, lesson: lesson == 0 ? record.lesson : -1, work: -1, pupil: record.pupil)
        }
        continue
      }
      let key = FactKey(a: lesson, b: id(record.pupil, in: pupils) ?? 0)
      facts.append(
        FollowedFact(key: key, own: record.enteredAt, index: Int32(index)),
        to: batch.lessons[Int(record.lesson)].journal)
    }
    var grouped = facts.take()
    try write(&grouped, .attendance, access)
  }

  /// Writes the facts of each journal that the batch has a snapshot of, in order of key; a second fact of one key is
  /// rejected. Takes the facts away, so that nobody shares the arrays that are sorted.
  func write(_ facts: inout [Int32: [FollowedFact]], _ table: FollowedTable, _ access: FactAccess) throws {
    let writer = try FollowedWriter(self, table, access)
    for position in batch.journals.indices {
      guard id(Int32(position), in: journals) != nil, let slot = slot(Int32(position), table.kind) else { continue }
      var ofJournal = facts.removeValue(forKey: Int32(position)) ?? []
      ofJournal.sort { ($0.key, $0.index) < ($1.key, $1.index) }
      removeRepeated(&ofJournal, access)
      try writer.write(ofJournal, journal: Int32(position), slot)
    }
  }

  private func removeRepeated(_ facts: inout [FollowedFact], _ access: FactAccess) {
    guard zip(facts, facts.dropFirst()).contains(where: { $0.key == $1.key }) else { return }
    var unique: [FollowedFact] = []
    for fact in facts {
      guard let last = unique.last, last.key == fact.key else {
        unique.append(fact)
        continue
      }
      let (first, second) = (access.value(Int(last.index)), access.value(Int(fact.index)))
      guard first != second else { continue }
      reject(
        access.place(Int(fact.index)), raw: second, "вторая запись о том же: выше уже стоит «\(first)»",
        hint: "Оставьте одну запись; принята первая.")
    }
    facts = unique
  }

  /// A fact of a lesson is told once: in the school of the lesson, or of the pupil where only an earlier import knows
  /// the lesson.
  func isOfSchool(lesson: Int32, pupil: Int32) -> Bool {
    isOfSchool(lesson: lesson) ?? isOfSchool(pupil: pupil) ?? true
  }

  /// `lesson` is the position of an unknown one, -1 where it is known.
  private func rejectUnknown(_ place: FactPlace, lesson: Int32, work: Int32, pupil: Int32) {
    if work >= 0, works[Int(work)] == 0 {
      rejectUnknown(.work, batch.works[Int(work)].key, at: place)
    } else if lesson >= 0 {
      rejectUnknown(lesson: lesson, at: place)
    } else {
      rejectUnknown(pupil: pupil, at: place)
    }
  }
}

/// Marks by journal, in order of lesson and pupil, and the positions of those whose lesson, work or pupil is unknown or
/// another school's.
struct PreparedMarks: Sendable {
  var facts: [Int32: [FollowedFact]]
  var unknown: [Int]
}

extension LessonFact {
  fileprivate func place(ofHomework isHomework: Bool) -> FactPlace {
    let column = isHomework ? homeworkColumn : topicColumn
    return column == 0 ? place : FactPlace(sheet: place.sheet, row: place.row, column: column)
  }
}
