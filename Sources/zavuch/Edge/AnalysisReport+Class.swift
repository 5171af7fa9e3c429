import CommandLineInterface
import Control

extension AnalysisReport {
  /// One class in detail.
  static func tell(_ analysis: PeriodAnalysis, on console: Console) {
    let period = analysis.period
    console.print("\(analysis.studyClass.name), \(title(period)), на \(analysis.asOf.russian)")
    if let teacher = analysis.headTeacher { console.print("Классный руководитель: \(teacher)") }
    let counted = "Учеников в классе на \(period.countedOn.russian): \(analysis.pupils.count)"
    console.print(counted)
    if analysis.isGraded {
      tellForecasts(analysis, on: console)
      tellCategories(analysis, on: console)
      tellFigures(analysis, on: console)
      tellSubjects(analysis, on: console)
    } else {
      paragraph("В первом классе отметки не ставятся: разобраны только пропуски.", on: console)
    }
    tellAttendance(analysis.summary.attendance, on: console)
    for participation in analysis.participation {
      paragraph(
        "Участие \(participation.role.russian): "
          + (participation.reason.map { "не посчитано, \($0)" } ?? participation.counts.share), on: console)
    }
    tellRisks(analysis, on: console)
    if !analysis.notes.isEmpty { console.print("") }
    for note in analysis.notes { paragraph("* \(note)", on: console) }
  }

  private static func title(_ period: AnalysedPeriod) -> String {
    "\(period.name) (\(period.from.russian)–\(period.to.russian))"
  }

  private static func tellForecasts(_ analysis: PeriodAnalysis, on console: Console) {
    let summary = analysis.summary
    if summary.forecasts > 0 {
      let threshold = decimal(Ratio(analysis.norms.rounding, of: 100))
      let varies = analysis.norms.roundingVaries ? ", для отдельных классов и предметов — по норме школы" : ""
      paragraph(
        "Прогноз: итоговых отметок ещё нет — \(summary.forecasts), они предсказаны по текущим (средний балл, округление "
          + "вверх с \(threshold)\(varies)) и помечены знаком «?».", on: console)
    }
    if summary.missing > 0 {
      paragraph("Нет ни итоговой, ни текущих отметок: \(summary.missing).", on: console)
    }
  }

  private static func tellCategories(_ analysis: PeriodAnalysis, on console: Console) {
    var table = TextTable([.init("Разряд"), .init("Учеников", .right), .init("Кто", wraps: true)])
    for category in PupilCategory.allCases {
      let pupils = analysis.pupils.filter { $0.category == category }
      table.append([category.russian, String(pupils.count), pupils.map(named).joined(separator: "; ")])
    }
    console.print("")
    console.write(table.text(width: console.width))
    let failing = analysis.summary.categories.failingBySubjects
    if failing.reduce(0, +) > 0 {
      console.print("Не успевают по одному предмету: \(failing[0]), по двум: \(failing[1]), более: \(failing[2])")
    }
  }

  /// With the subjects on which the category hangs.
  private static func named(_ pupil: PupilResult) -> String {
    let subjects: [SubjectResult] =
      switch pupil.category {
      case .failing: pupil.results.filter(pupil.isFailing)
      case .notAttested: pupil.results.filter { $0.outcome == .given(.notAttested) }
      default: pupil.reserve.map { [$0] } ?? []
      }
    let told = subjects.map { result in
      let teachers = result.teachers.map(\.name).joined(separator: ", ")
      return "\(result.subject.name) \(result.text)\(teachers.isEmpty ? "" : ", \(teachers)")"
    }
    let mark = pupil.isForecast ? " ?" : ""
    return pupil.pupil.name + mark + (told.isEmpty ? "" : " (\(told.joined(separator: "; ")))")
  }

  private static func tellFigures(_ analysis: PeriodAnalysis, on console: Console) {
    let norms = analysis.norms
    let summaries =
      [(analysis.period.name, analysis.summary)] + (analysis.previous.map { [($0.period.name, $0.summary)] } ?? [])
    var table = TextTable([.init("Показатель", wraps: true)] + summaries.map { .init($0.0, .right) })
    func row(_ title: String, _ text: (ClassSummary) -> String) { table.append([title] + summaries.map { text($0.1) }) }
    row("Успеваемость по ученикам") {
      fraction($0.categories.success(lowersSuccess: norms.notAttestedLowersSuccess))
    }
    row("Качество по ученикам") { fraction($0.categories.quality) }
    row("Успеваемость по отметкам") { fraction($0.marks.success) }
    row("Качество по отметкам") { fraction($0.marks.quality) }
    row("СОУ") { sou($0.marks.sou(norms.sou)) }
    row("Средний балл") { decimal($0.marks.mean) }
    row("Посещаемость по урокам") { fraction($0.attendance.attendedLessons) }
    row("Из отметок прогноз") { String($0.forecasts) }
    console.print("")
    console.write(table.text(width: console.width))
    let lowers =
      norms.notAttestedLowersSuccess ? "не аттестованный снижает успеваемость" : "не аттестованный её не снижает"
    paragraph(
      "\(norms.sou.russian). По ученикам: в знаменателе все, о ком есть данные; \(lowers).", on: console)
    if analysis.previous == nil, analysis.period.kind < .year { console.print("Сравнить не с чем: период первый.") }
  }

  private static func tellSubjects(_ analysis: PeriodAnalysis, on console: Console) {
    guard !analysis.subjects.isEmpty else { return }
    var table = TextTable(
      [.init("Предмет", wraps: true)]
        + ["«5»", "«4»", "«3»", "«2»", "н/а", "Успев.", "Качество", "СОУ", "Балл"].map { .init($0, .right) })
    for subject in analysis.subjects {
      let marks = subject.marks
      table.append(
        [subject.subject.name + (subject.forecasts > 0 ? " ?" : "")]
          + [marks[.five], marks[.four], marks[.three], marks[.two] + marks[.one], marks.notAttested].map(String.init)
          + [percent(marks.success), percent(marks.quality), sou(marks.sou(analysis.norms.sou)), decimal(marks.mean)])
    }
    console.print("")
    console.write(table.text(width: console.width))
  }

  private static func tellAttendance(_ attendance: AttendanceSummary, on console: Console) {
    var table = TextTable([.init("Пропуски", wraps: true), .init("Уроков", .right), .init("Дней", .right)])
    for reason in AttendanceSummary.Reason.allCases {
      table.append([
        reason.russian, reason == .mixed ? "—" : String(attendance.missedLessons[reason] ?? 0),
        String(attendance.missedDays[reason] ?? 0),
      ])
    }
    table.append(["всего", String(attendance.allMissedLessons), String(attendance.allMissedDays)])
    table.append(["проведено (уроков и дней, по ученикам)", String(attendance.lessons), String(attendance.days)])
    console.print("")
    console.write(table.text(width: console.width))
    paragraph(
      "Посещаемость: по урокам \(percent(attendance.attendedLessons)), по дням \(percent(attendance.attendedDays)); "
        + "\(AttendanceSummary.dayDefinition). Опозданий: \(attendance.late), это не пропуски.", on: console)
  }

  private static func tellRisks(_ analysis: PeriodAnalysis, on console: Console) {
    let pupils = analysis.pupils.filter { !$0.risks.isEmpty }
    console.print("")
    guard !pupils.isEmpty else { return console.print("Учеников, на которых стоит обратить внимание, нет.") }
    console.print("На кого обратить внимание: \(pupils.count)")
    for pupil in pupils {
      console.print("  \(pupil.pupil.name)\(pupil.isForecast ? " ?" : "")")
      for risk in pupil.risks {
        for line in risk.russian.wrapped(to: max(20, console.width - 4)) { console.print("    \(line)") }
      }
    }
    paragraph("Пропуски — если пропущено больше \(analysis.norms.missedPercent) % уроков.", on: console)
  }
}
