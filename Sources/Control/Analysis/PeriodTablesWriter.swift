import Journal
import JournalStore

/// Writes the analysis of one class into `PeriodTables`.
struct PeriodTablesWriter {
  let database: Database

  typealias Cell = PeriodTables.Cell

  func write(_ analysis: PeriodAnalysis, _ accounts: [MaterialAccount], class number: Int) throws {
    let place = Cell(number)
    func insert(_ rows: [[Cell]], into table: String) throws {
      try PeriodTables.insert(rows.map { [place] + $0 }, into: table, in: database)
    }
    try insert([classRow(analysis)], into: "analysed_class")
    let eras = [analysis.summary] + (analysis.previous.map { [$0.summary] } ?? [])
    for (era, summary) in eras.enumerated() {
      try insert(categoryRows(summary.categories).map { [Cell(era)] + $0 }, into: "analysed_category")
      let all = marks(summary.marks, analysis.norms, forecasts: summary.forecasts, missing: summary.missing)
      try insert([[Cell(era), 0] + all], into: "analysed_marks")
    }
    try insert([[2, 0] + marks(given(analysis.pupils), analysis.norms)], into: "analysed_marks")
    for (index, subject) in analysis.subjects.enumerated() {
      let id = Cell(Int(subject.subject.id))
      try insert(
        [[Cell(index + 1), id, Cell(subject.subject.name), names(subject.teachers)]], into: "analysed_subject")
      let counted = marks(subject.marks, analysis.norms, forecasts: subject.forecasts, missing: subject.missing)
      let final = marks(given(analysis.pupils, in: subject.subject.id), analysis.norms)
      try insert([[0, id] + counted, [2, id] + final], into: "analysed_marks")
    }
    for (index, pupil) in analysis.pupils.enumerated() {
      let id = Cell(Int(pupil.pupil.id))
      try insert([[Cell(index + 1), id] + pupilRow(pupil)], into: "analysed_pupil")
      try insert(pupil.results.map { [id] + resultRow($0, of: pupil) }, into: "analysed_mark")
      try insert(absenceRows(pupil.attendance).map { [id] + $0 }, into: "analysed_absence")
      try insert(
        pupil.risks.enumerated().map { [id, Cell($0.offset + 1), Cell($0.element.id), Cell($0.element.russian)] },
        into: "analysed_risk")
    }
    try insert(
      analysis.participation.enumerated().map { index, participation in
        let counts = participation.counts
        return [
          Cell(index + 1), Cell(participation.role.rawValue), Cell(participation.role.russian), Cell(counts.kept),
          Cell(counts.judged), Cell(counts.undetermined), Cell(participation.reason),
        ]
      }, into: "analysed_participation")
    try insert(
      accounts.enumerated().map { index, account in
        [
          Cell(Int(account.subject.id)), Cell(account.subject.name), names(account.teachers), Cell(index + 1),
          Cell(account.lessons), Cell(account.topics), Cell(account.planned), Cell(account.plannedInAll),
        ]
      }, into: "analysed_material")
    try insert(analysis.notes.enumerated().map { [Cell($0.offset + 1), Cell($0.element)] }, into: "analysed_note")
  }

  // MARK: Rows, in the order of the tables' columns

  private func classRow(_ analysis: PeriodAnalysis) -> [Cell] {
    let (summary, period, norms) = (analysis.summary, analysis.period, analysis.norms)
    let success = summary.categories.success(lowersSuccess: norms.notAttestedLowersSuccess)
    let (attendance, quality) = (summary.attendance, summary.categories.quality)
    return [
      Cell(Int(analysis.studyClass.id)), Cell(analysis.studyClass.name), Cell(analysis.grade),
      Cell(analysis.headTeacher), Cell(schoolYear(period.from)), Cell(period.name), Cell(Int(period.kind.rawValue)),
      day(period.from), day(period.to), day(period.countedOn), day(analysis.asOf),
      Cell(analysis.previous?.period.name), Cell(analysis.isGraded), Cell(analysis.pupils.count),
      Cell(success.numerator), Cell(success.denominator), Cell(quality.numerator), Cell(quality.denominator),
      Cell(summary.forecasts), Cell(summary.categories.forecasts), Cell(summary.missing), Cell(summary.disputed),
      Cell(attendance.lessons), Cell(attendance.allMissedLessons), Cell(attendance.days),
      Cell(attendance.allMissedDays), Cell(attendance.late), Cell(norms.sou.russian), Cell(norms.rounding),
      Cell(norms.missedPercent), Cell(norms.notAttestedLowersSuccess),
    ]
  }

  private func categoryRows(_ categories: CategoryCounts) -> [[Cell]] {
    PupilCategory.allCases.enumerated().map { rung, category in
      [Cell(rung), Cell(category.rawValue), Cell(category.russian), Cell(categories[category])]
    }
  }

  private func marks(_ marks: MarkStatistics, _ norms: AnalysisNorms, forecasts: Int = 0, missing: Int = 0) -> [Cell] {
    let ratios = [marks.success, marks.quality, marks.sou(norms.sou)]
    return counts(marks) + ratios.flatMap { [Cell($0.numerator), Cell($0.denominator)] }
      + [Cell(forecasts), Cell(missing)]
  }

  /// Without what is only forecast; of all subjects, or of one.
  private func given(_ pupils: [PupilResult], in subject: Int64? = nil) -> MarkStatistics {
    var marks = MarkStatistics()
    for pupil in pupils {
      for result in pupil.results where !result.isForecast && subject ?? result.subject.id == result.subject.id {
        marks.add(result.outcome, scale: pupil.scale)
      }
    }
    return marks
  }

  private func counts(_ marks: MarkStatistics) -> [Cell] {
    [
      marks[.five], marks[.four], marks[.three], marks[.two] + marks[.one], marks.notAttested, marks.passes,
      marks.fails, marks.grades, marks.sum,
    ].map(Cell.init)
  }

  private func pupilRow(_ pupil: PupilResult) -> [Cell] {
    let attendance = pupil.attendance
    let ladder = PupilCategory.allCases
    return [
      Cell(pupil.pupil.name), Cell(pupil.category.rawValue), Cell(pupil.category.russian),
      Cell(ladder.firstIndex(of: pupil.category)), Cell(pupil.previousCategory?.rawValue),
      Cell(pupil.previousCategory.flatMap(ladder.firstIndex)), Cell(pupil.isForecast),
    ] + counts(pupil.marks)
      + [
        attendance.lessons, attendance.allMissedLessons, attendance.days, attendance.allMissedDays, attendance.late,
      ].map(Cell.init)
  }

  private func resultRow(_ result: SubjectResult, of pupil: PupilResult) -> [Cell] {
    let (grade, outcome): (Int?, String) =
      switch result.outcome {
      case .given(.grade(let grade, _)): (grade, "given")
      case .given: (nil, "given")
      case .forecast(let grade): (grade, "forecast")
      case .missing: (nil, "missing")
      case .disputed: (nil, "disputed")
      }
    return [
      Cell(Int(result.subject.id)), names(result.teachers), Cell(result.text), Cell(grade), Cell(outcome),
      Cell(pupil.isFailing(result)), Cell(pupil.reserve == result), Cell(result.currentMean.numerator),
      Cell(result.currentMean.denominator), Cell(result.held), Cell(result.missed), Cell(result.isUncertain),
    ]
  }

  private func absenceRows(_ attendance: AttendanceSummary) -> [[Cell]] {
    AttendanceSummary.Reason.allCases.enumerated().compactMap { index, reason in
      let (lessons, days) = (attendance.missedLessons[reason] ?? 0, attendance.missedDays[reason] ?? 0)
      guard lessons + days > 0 else { return nil }
      return [Cell(index + 1), Cell(reason.rawValue), Cell(reason.russian), Cell(lessons), Cell(days)]
    }
  }

  private func day(_ date: CivilDate) -> Cell { Cell(Int(date.days)) }

  private func names(_ items: [UnitPlace.Item]) -> Cell { Cell(items.map(\.name).joined(separator: ", ")) }

  /// «2025/26».
  private func schoolYear(_ date: CivilDate) -> String {
    let (first, second) = (date.schoolYear, (date.schoolYear + 1) % 100)
    return "\(first)/\(second < 10 ? "0" : "")\(second)"
  }
}
