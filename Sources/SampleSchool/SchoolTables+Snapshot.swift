extension SchoolTables {
  /// The tables as an export shows them at a moment: what is entered later is not there; lessons to come stand in the
  /// timetable without topic, homework and moment of entry.
  func asOf(_ moment: Moment) -> SchoolTables {
    var early = self
    for position in early.lessons.indices {
      let lesson = early.lessons[position]
      if let mended = lesson.topicMendedAt, moment < mended { early.lessons[position].topic = lesson.draftTopic }
      if lesson.enteredAt.map({ moment < $0 }) ?? true {
        early.lessons[position].enteredAt = nil
        early.lessons[position].topic = ""
        early.lessons[position].homework = ""
      }
    }
    let lessons = early.lessons
    early.works.removeAll { lessons[$0.lesson - 1].enteredAt == nil }
    early.marks.removeAll { moment < $0.enteredAt }
    early.attendance.removeAll { moment < $0.enteredAt }
    early.logins.removeAll { moment < $0.at }
    early.finalMarks.removeAll { moment < $0.enteredAt }
    early.classHours.removeAll { moment.day < $0.date }
    early.classLists.removeAll { moment < $0.verifiedAt }
    early.paperTally.removeAll { moment.day < lessons[$0.lesson - 1].date }
    early.hidePupils(after: moment.day)
    early.recountPaperTally()
    return early
  }

  /// Who comes later is not in the lists yet, and who leaves later has not left.
  private mutating func hidePupils(after day: Day) {
    let hidden = Set(pupils.filter { day < $0.enrolled }.map(\.id))
    for position in pupils.indices where pupils[position].left.map({ day < $0 }) ?? false {
      pupils[position].left = nil
    }
    for position in groupPupils.indices where groupPupils[position].to.map({ day < $0 }) ?? false {
      groupPupils[position].to = nil
    }
    pupils.removeAll { hidden.contains($0.id) }
    groupPupils.removeAll { hidden.contains($0.pupil) }
    for position in consents.indices where consents[position].withdrawn.map({ day < $0 }) ?? false {
      consents[position].withdrawn = nil
    }
    consents.removeAll { hidden.contains($0.pupil) || day < $0.given }
    exemptions.removeAll { hidden.contains($0.pupil) || day < $0.from }
  }
}
