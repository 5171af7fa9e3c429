import Journal

extension ApplySession {
  /// Topics and homework, filler too: that somebody typed a full stop is a fact.
  func applyTexts() throws {
    for kind in [FactKind.topic, .homework] {
      let text = { [batch] (index: Int) in
        (kind == .topic ? batch.lessons[index].topic : batch.lessons[index].homework) ?? ""
      }
      let access = FactAccess(
        bind: { index, statement, first in
          try statement.bind(text(index), at: first)
          try statement.bind(FillerText.isFiller(text(index)) ? 1 : 0, at: first + 1)
        },
        value: text, place: { [batch] in batch.lessons[$0].place }, counts: { !FillerText.isFiller(text($0)) },
        isCounted: { !FillerText.isFiller($0) })
      var facts = FactsByJournal(capacity: batch.lessons.count)
      for (index, lesson) in batch.lessons.enumerated() {
        guard lessons[index] != 0, !text(index).isEmpty else { continue }
        let key = FactKey(a: lessons[index], b: Int64(kind.rawValue))
        facts.append(FollowedFact(key: key, own: lesson.enteredAt, index: Int32(index)), to: lesson.journal)
      }
      try write(facts.take(), .texts(kind), access)
    }
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
    var facts = FactsByJournal(capacity: batch.marks.count)
    for (index, mark) in batch.marks.enumerated() {
      let lesson =
        mark.lesson >= 0 ? lessons[Int(mark.lesson)] : mark.work >= 0 ? lessonOfWork[Int(mark.work)] : 0
      let position = mark.lesson >= 0 ? mark.lesson : mark.work >= 0 ? batch.works[Int(mark.work)].lesson : -1
      guard lesson != 0, let pupil = id(mark.pupil, in: pupils), mark.work < 0 || works[Int(mark.work)] != 0 else {
        if isOfSchool(lesson: position), isOfSchool(pupil: mark.pupil) {
          rejectUnknown(mark.place, lesson: lesson == 0 ? position : -1, work: mark.work, pupil: mark.pupil)
        }
        continue
      }
      let journal = position >= 0 ? batch.lessons[Int(position)].journal : 0
      facts.append(
        FollowedFact(key: FactKey(a: lesson, b: pupil), own: mark.enteredAt, index: Int32(index)), to: journal)
    }
    var grouped = facts.take()
    for journal in grouped.keys.sorted() { try number(&grouped[journal, default: []], journal) }
    try write(grouped, .marks, access)
  }

  /// Gives each mark of a pupil in a lesson its ordinal: the one its source key had before, else the next.
  private func number(_ facts: inout [FollowedFact], _ journal: Int32) throws {
    var known: [String: FactKey] = [:]
    if let slot = slot(journal, .mark), !slot.isFirst, let id = id(journal, in: journals) {
      let rows = try database.prepare(
        """
        SELECT f.key, f.lesson, f.pupil, f.ordinal FROM mark f JOIN lesson l ON l.id = f.lesson
        WHERE l.journal = ?1 AND f.key <> '' ORDER BY f.entered_by
        """)
      try rows.bind(id, at: 1)
      while try rows.step() {
        known[rows.text(0)] = FactKey(a: rows.integer(1), b: rows.integer(2), c: rows.integer(3))
      }
    }
    facts.sort { ($0.key, $0.index) < ($1.key, $1.index) }
    var start = 0
    while start < facts.count {
      var end = start
      while end < facts.count, facts[end].key.a == facts[start].key.a, facts[end].key.b == facts[start].key.b {
        end += 1
      }
      var taken: [Int64] = []
      if !known.isEmpty {
        for position in start..<end {
          guard let old = known[batch.marks[Int(facts[position].index)].key], old.a == facts[position].key.a,
            old.b == facts[position].key.b
          else { continue }
          facts[position].key.c = old.c
          taken.append(old.c)
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
        if isOfSchool(lesson: record.lesson), isOfSchool(pupil: record.pupil) {
          rejectUnknown(record.place, lesson: lesson == 0 ? record.lesson : -1, work: -1, pupil: record.pupil)
        }
        continue
      }
      let key = FactKey(a: lesson, b: id(record.pupil, in: pupils) ?? 0)
      facts.append(
        FollowedFact(key: key, own: record.enteredAt, index: Int32(index)),
        to: batch.lessons[Int(record.lesson)].journal)
    }
    try write(facts.take(), .attendance, access)
  }

  /// Writes the facts of each journal that the batch has a snapshot of, in order of key; a second fact of one key is
  /// rejected.
  func write(_ facts: consuming [Int32: [FollowedFact]], _ table: FollowedTable, _ access: FactAccess) throws {
    let writer = try FollowedWriter(self, table, access)
    for position in batch.journals.indices {
      guard let journal = id(Int32(position), in: journals), let slot = slot(Int32(position), table.kind) else {
        continue
      }
      var ofJournal = facts.removeValue(forKey: Int32(position)) ?? []
      ofJournal.sort { ($0.key, $0.index) < ($1.key, $1.index) }
      removeRepeated(&ofJournal, access)
      try writer.write(ofJournal, journal: journal, slot)
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

  private func isOfSchool(pupil: Int32) -> Bool {
    guard pupil >= 0 else { return true }
    let studyClass = batch.pupils[Int(pupil)].studyClass
    return studyClass < 0 || batch.classes[Int(studyClass)].school == school
  }

  /// `lesson` is the position of an unknown one, -1 where it is known.
  private func rejectUnknown(_ place: FactPlace, lesson: Int32, work: Int32, pupil: Int32) {
    if work >= 0, works[Int(work)] == 0 {
      let key = batch.works[Int(work)].key
      reject(
        place, raw: key, "работа «\(key)» не найдена в выгрузке и в хранилище",
        hint: "Загрузите вместе с отметками таблицу works.")
    } else if lesson >= 0 {
      rejectUnknownLesson(place, lesson)
    } else {
      let key = pupil >= 0 ? batch.pupils[Int(pupil)].key : ""
      reject(
        place, raw: key, "ученик «\(key)» не найден в выгрузке и в хранилище",
        hint: "Загрузите вместе с этой таблицей таблицу pupils.")
    }
  }
}
