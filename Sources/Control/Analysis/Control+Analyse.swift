import Journal
import JournalStore

extension Control {
  /// Analyses a period of the classes asked for, in their order. Throws `ControlError` for an unknown class or period, or a
  /// scale whose grades cannot be told good from bad. Leaves no trace in the store.
  public static func analyse(_ store: JournalStore, _ request: AnalysisRequest) throws -> [PeriodAnalysis] {
    var analyses = try store.database.reading { try PeriodAnalyst(store, request).analyses() }
    try addParticipation(to: &analyses, store, request.settings)
    return analyses
  }
}

/// A class that has no such period as was asked for, and those that it has.
public struct LeftOutClass: Sendable, Hashable {
  public var studyClass: String
  public var periods: [String]
}

extension Control {
  /// The classes that an analysis of the whole school in a named period says nothing of, in their order: half-years are no
  /// quarters. None where classes are named, or no period.
  public static func classesLeftOut(_ store: JournalStore, _ request: AnalysisRequest) throws -> [LeftOutClass] {
    guard let period = request.period, request.classes == nil else { return [] }
    return try store.database.reading {
      let analyst = try PeriodAnalyst(store, request)
      let ofClass = Dictionary(grouping: analyst.calendar.slots, by: \.studyClass)
      return try ofClass.filter { !$0.value.contains { $0.isMeant(by: period) } }
        .map { try (analyst.names.classes.entry($0.key), $0.value) }
        .sorted { ($0.0.order, $0.0.name) < ($1.0.order, $1.0.name) }
        .map { LeftOutClass(studyClass: $0.0.name, periods: $0.1.filter(\.isReporting).map(\.name)) }
    }
  }
}

/// Makes the analyses of one request.
private struct PeriodAnalyst {
  let database: Database
  let request: AnalysisRequest
  let names: NameBook
  let runner: RuleRunner
  let calendar: AnalysisCalendar
  let scale: MarkScale

  init(_ store: JournalStore, _ request: AnalysisRequest) throws {
    database = store.database
    names = NameBook(database)
    guard let window = try AnalysisCalendar.window(database, asOf: request.asOf) else {
      throw ControlError(
        .usage, "На \(request.asOf.russian) в хранилище нет ни одного учебного периода.",
        hint: "Загрузите журналы или таблицу периодов: zavuch import ПУТЬ, или укажите другую дату: --as-of.")
    }
    runner = try RuleRunner(database, window: window, settings: request.settings)
    var request = request
    let rounding = try runner.norms(of: .finalMarkDisagrees)["rounding"]
    if let rounding { request.norms.rounding = rounding }
    request.norms.roundingVaries = request.settings.norms.contains {
      $0.rule == Rule.finalMarkDisagrees.id && $0.name == "rounding" && !$0.scope.isEveryone
    }
    self.request = request
    calendar = try AnalysisCalendar(database, window: window, names: names)
    scale = try MarkScale.ofSchool(database)
  }

  func analyses() throws -> [PeriodAnalysis] {
    let chosen = try chosenSlots()
    let read = chosen.flatMap { [$0.slot] + ($0.previous.map { [$0] } ?? []) }
    try runner.prepare(.pupilPeriods)
    let tables = AnalysisTables(database: database, window: calendar.window)
    try tables.make(read)
    defer { try? tables.drop() }
    let maker = try PupilResultMaker(
      AnalysisReader(database: database, window: calendar.window), names: names, scale: scale, norms: request.norms)
    return try chosen.map { slot, previous in
      try analysis(slot, previous: previous, maker)
    }
  }

  private func chosenSlots() throws -> [(slot: AnalysisSlot, previous: AnalysisSlot?)] {
    let search = NameSearch(names: names)
    let classes = try request.classes.map { try Set($0.flatMap(search.classes)) }
    let slots = calendar.slots.filter { classes?.contains($0.studyClass) ?? true }
    let ofClass = Dictionary(grouping: slots, by: \.studyClass)
    let order = slots.reduce(into: [Int64]()) { if $0.last != $1.studyClass { $0.append($1.studyClass) } }
    let chosen = order.compactMap { id -> (slot: AnalysisSlot, previous: AnalysisSlot?)? in
      let slots = ofClass[id] ?? []
      let asked =
        request.period.map { text in slots.first { $0.isMeant(by: text) } } ?? slots.last(where: \.isReporting)
      guard let asked else { return nil }
      let before = slots.filter { $0.isReporting && $0.kind == asked.kind && AnalysisSlot.precedes($0, asked) }
      return (asked, before.last)
    }
    guard chosen.isEmpty else { return chosen }
    let known = slots.map(\.name).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    throw ControlError(
      .usage,
      request.period.map { "Периода «\($0)» на \(request.asOf.russian) нет." }
        ?? "На \(request.asOf.russian) нет уроков и итоговых отметок, которые можно разобрать.",
      hint: known.isEmpty
        ? "Загрузите журнал этих классов: zavuch import ПУТЬ." : "Есть: \(known.joined(separator: ", ")).")
  }

  private func analysis(_ slot: AnalysisSlot, previous: AnalysisSlot?, _ maker: PupilResultMaker) throws
    -> PeriodAnalysis
  {
    let before = try previous.map { try maker.pupils($0) }
    let categories = Dictionary(
      (before ?? []).map { ($0.pupil.id, $0.category) }, uniquingKeysWith: { first, _ in first })
    let pupils = try maker.pupils(slot).map { pupil in
      var pupil = pupil
      pupil.previousCategory = categories[pupil.pupil.id]
      pupil.risks = PupilRisk.all(of: pupil, norms: request.norms)
      return pupil
    }
    let entry = try names.classes.entry(slot.studyClass)
    let head = try database.integer("SELECT head_teacher FROM study_class WHERE id = \(slot.studyClass)")
    return PeriodAnalysis(
      studyClass: UnitPlace.Item(id: slot.studyClass, name: entry.name), classKey: entry.key,
      headTeacher: try head.map { try names.teachers.entry($0).name }, period: slot.period, asOf: request.asOf,
      norms: request.norms, grade: slot.grade, summary: ClassSummary(pupils), subjects: subjects(pupils),
      pupils: pupils,
      previous: previous.flatMap { slot in before.map { PreviousPeriod(period: slot.period, summary: ClassSummary($0)) }
      },
      notes: notes(pupils, uncertainAbsences: maker.uncertainAbsences[slot.id] ?? 0))
  }

  private func subjects(_ pupils: [PupilResult]) -> [SubjectSummary] {
    var summaries: [Int64: SubjectSummary] = [:]
    for result in pupils.flatMap(\.results) {
      var summary =
        summaries[result.subject.id]
        ?? SubjectSummary(subject: result.subject, teachers: [], marks: MarkStatistics(), forecasts: 0, missing: 0)
      summary.teachers += result.teachers.filter { !summary.teachers.contains($0) }
      summary.marks.add(result.outcome, scale: scale)
      if result.isForecast { summary.forecasts += 1 }
      if result.outcome == .missing { summary.missing += 1 }
      summaries[result.subject.id] = summary
    }
    return summaries.values.map { summary in
      var summary = summary
      summary.teachers.sort { ($0.name, $0.id) < ($1.name, $1.id) }
      return summary
    }.sorted { ($0.subject.name, $0.subject.id) < ($1.subject.name, $1.subject.id) }
  }

  private func notes(_ pupils: [PupilResult], uncertainAbsences: Int) -> [String] {
    let results = pupils.flatMap(\.results)
    let uncertain = results.count(where: \.isUncertain)
    let disputed = results.count { $0.outcome == .disputed }
    var notes: [String] = []
    if uncertain > 0 {
      notes.append(
        "Итоговых отметок, которые на контрольную дату ещё могли быть не внесены: \(uncertain); они не учтены.")
    }
    if uncertainAbsences > 0 {
      notes.append(
        "Пропусков, которые на контрольную дату ещё могли быть не внесены: \(uncertainAbsences); они не учтены.")
    }
    if disputed > 0 { notes.append("Источники расходятся в итоговых отметках: \(disputed); они не учтены.") }
    return notes
  }
}

extension MarkScale {
  /// By the greatest grade of all marks; throws for a scale whose bands nobody has told.
  static func ofSchool(_ database: Database) throws -> MarkScale {
    let greatest = try database.integer(
      "SELECT max(x.grade) FROM (SELECT max(grade) AS grade FROM mark UNION ALL SELECT max(grade) FROM final_mark) x")
    guard let scale = MarkScale(greatest: Int(greatest ?? 0)) else {
      throw ControlError(
        .usage, "В журнале есть отметка \(greatest ?? 0): какие отметки этой шкалы хорошие, неизвестно.",
        hint: "Разбираются пятибалльная и десятибалльная шкалы.")
    }
    return scale
  }
}
