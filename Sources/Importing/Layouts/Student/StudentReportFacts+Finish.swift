import Journal

extension StudentReportFacts {
  /// What can be said only when all blocks are read: who has which lesson, and whether the days are a reporting period.
  mutating func finish(classTitle: String, _ roster: inout StudentRoster, _ told: inout StudentBlock.Told) {
    addUnmarked(roster)
    addGroups(classTitle, &roster)
    addPeriods(&roster)
    addFinals(&roster, &told)
    addMeans(&roster)
    tellCells(&told)
  }

  /// Where a page shows only lessons with entries, a pupil whose course has none is at all its lessons: so a pupil without
  /// any mark is not overlooked.
  private mutating func addUnmarked(_ roster: StudentRoster) {
    for row in rowsOfPages {
      let offsets = present.indices.filter {
        let lesson = roster.batch.lessons[Int(firstLesson) + $0]
        return lesson.subject == row.subject && row.days.contains(lesson.date)
      }
      guard !offsets.contains(where: { present[$0].contains(row.pupil) }) else { continue }
      for offset in offsets { add(row.pupil, toLesson: offset) }
    }
  }

  /// A group for every set of pupils that has a lesson: its key is the set, so another set is another group.
  private func addGroups(_ classTitle: String, _ roster: inout StudentRoster) {
    var groups: [Set<Int32>: Int32] = [:]
    let all = present.reduce(into: Set<Int32>()) { $0.formUnion($1) }
    for (offset, pupils) in present.enumerated() {
      let lesson = Int(firstLesson) + offset
      if let known = groups[pupils] {
        roster.batch.lessons[lesson].group = known
        continue
      }
      let group = Int32(roster.batch.groups.count)
      groups[pupils] = group
      roster.batch.lessons[lesson].group = group
      let place = roster.batch.lessons[lesson].place
      let members = pupils.sorted()
      let names = members.map { roster.batch.pupils[Int($0)].key }.joined(separator: "\n")
      roster.batch.groups.append(
        BatchGroup(
          key: "\(journalKey)/\(FileBytes(names.utf8).sha256())", studyClass: studyClass,
          name: pupils == all ? classTitle : "\(classTitle), учеников: \(pupils.count)", place: place))
      roster.batch.memberships += members.map { BatchMembership(group: group, pupil: $0, place: place) }
    }
  }

  /// Days are a reporting period where somebody has a final mark for them; any other days somebody just asked for.
  private var decided: [ClosedRange<CivilDate>] {
    Set(finals.filter { !StudentRoster.isNoFinal($0.raw) }.map(\.days))
      .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  /// A lesson belongs to the quarter, trimester or half-year that the report is of, as in a grid of Дневник.ру: the period is
  /// named, its bounds stay unknown. Other days name none that could be judged.
  private func addPeriods(_ roster: inout StudentRoster) {
    for days in decided {
      let name = StudentPeriods.name(days: days)
      guard name.ordinal != nil, let final = finals.first(where: { $0.days == days }) else { continue }
      let period = period(final, &roster)
      for offset in present.indices {
        let lesson = Int(firstLesson) + offset
        guard days.contains(roster.batch.lessons[lesson].date) else { continue }
        let known = roster.batch.lessons[lesson].period
        guard known < 0 || name.kind < roster.batch.periods[Int(known)].kind else { continue }
        roster.batch.lessons[lesson].period = period
      }
    }
  }

  private func addFinals(_ roster: inout StudentRoster, _ told: inout StudentBlock.Told) {
    let decided = Set(self.decided)
    for final in finals where decided.contains(final.days) {
      roster.show(pupils: [], periods: [period(final, &roster)], in: journal)
      let isKnown = roster.addFinal(
        final.raw, journal: journal, pupil: final.pupil, subject: final.subject, period: period(final, &roster),
        final.place)
      if !isKnown {
        told.problems.append(
          problem(final.place, final.raw, "не читается итоговая оценка", "Допустимы 1–5, осв, зач, незач, н/а."))
      }
    }
  }

  private func period(_ final: Final, _ roster: inout StudentRoster) -> Int32 {
    roster.period(StudentPeriods.name(days: final.days), of: studyClass, final.schoolYear, final.place)
  }

  /// A file rounds all its means alike, however few digits one of them needs.
  private func addMeans(_ roster: inout StudentRoster) {
    let decimals = means.map(\.number.decimals).max() ?? 0
    let decided = Set(self.decided)
    for mean in means {
      let cell = mean.cell
      roster.batch.reportedMeans.append(
        ReportedMeanFact(
          journal: journal, pupil: cell.pupil, subject: cell.subject,
          period: decided.contains(cell.days) ? period(cell, &roster) : -1, days: cell.days,
          isWeighted: mean.isWeighted, millionths: mean.number.millionths, decimals: decimals, place: cell.place))
    }
  }

  private func tellCells(_ told: inout StudentBlock.Told) {
    if let first = noughts.first {
      told.notices.append(
        problem(
          first, "0", "«0» стоит в клетках: \(noughts.count); такой отметки на пятибалльной шкале нет",
          "Записано как есть, за отметку не считается; сама система считает его в среднем балле за ноль."))
    }
    if cells == .spaced, !hasEmptyLesson, !present.isEmpty {
      told.notices.append(
        ImportProblem(
          "нет ни одной пустой клетки урока: видны только уроки, где что-то поставлено",
          hint: "Если файл пересохраняли в другой программе, загрузите его таким, каким он скачан.",
          at: CellPlace(sheet: sheets.first?.name)))
    }
  }
}
