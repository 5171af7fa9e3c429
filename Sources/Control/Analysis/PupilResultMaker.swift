import Journal
import JournalStore

/// Puts together what was read of each pupil.
struct PupilResultMaker {
  private let names: NameBook
  private let scale: MarkScale
  private let norms: AnalysisNorms
  private let pupils: [Int: [Int64]]
  /// By slot and pupil: what the pupil has lessons or a final mark in, of a year also one of its parts.
  private let subjects: [AnalysisReader.Key: Set<Int64>]
  private let teachers: [AnalysisReader.Key: Set<Int64>]
  private let finals: [AnalysisReader.Key: [AnalysisReader.Final]]
  private let means: [AnalysisReader.Key: Ratio]
  /// By slot and subject.
  private let thresholds: [AnalysisReader.Key: Int]
  private let attendance: [AnalysisReader.Key: AttendanceSummary]
  private let missed: [AnalysisReader.Key: Ratio]
  /// By slot.
  let uncertainAbsences: [Int: Int]

  init(_ reader: AnalysisReader, names: NameBook, scale: MarkScale, norms: AnalysisNorms) throws {
    self.names = names
    self.scale = scale
    self.norms = norms
    pupils = try reader.pupils()
    teachers = try reader.subjects()
    finals = try reader.finals()
    let ofParts = try reader.meansOfParts()
    means = try reader.means().merging(ofParts) { own, _ in own }
    thresholds = try reader.thresholds(usual: norms.rounding)
    attendance = try reader.attendance()
    missed = try reader.missed()
    uncertainAbsences = try reader.uncertainAbsences()
    var subjects: [AnalysisReader.Key: Set<Int64>] = [:]
    for key in Set(teachers.keys).union(finals.keys).union(ofParts.keys) {
      subjects[AnalysisReader.Key(slot: key.slot, pupil: key.pupil), default: []].insert(key.subject)
    }
    self.subjects = subjects
  }

  /// Of a class's period, by name.
  func pupils(_ slot: AnalysisSlot) throws -> [PupilResult] {
    try (pupils[slot.id] ?? []).map { id in
      let entry = try names.pupils.entry(id)
      let key = AnalysisReader.Key(slot: slot.id, pupil: id)
      let results = slot.grade == 1 ? [] : try self.results(key)
      var marks = MarkStatistics()
      for result in results { marks.add(result.outcome, scale: scale) }
      return PupilResult(
        pupil: UnitPlace.Item(id: id, name: entry.name), key: entry.key, results: results, marks: marks,
        category: PupilCategory(marks), attendance: attendance[key] ?? AttendanceSummary(), scale: scale)
    }.sorted { ($0.pupil.name, $0.key) < ($1.pupil.name, $1.key) }
  }

  private func results(_ key: AnalysisReader.Key) throws -> [SubjectResult] {
    try (subjects[key] ?? []).map { subject in
      let entry = try names.subjects.entry(subject)
      var key = key
      key.subject = subject
      let finals = finals[key] ?? []
      let mean = means[key] ?? Ratio(0, of: 0)
      let threshold = thresholds[AnalysisReader.Key(slot: key.slot, pupil: 0, subject: subject)] ?? norms.rounding
      var result = SubjectResult(
        subject: UnitPlace.Item(id: subject, name: entry.name), teachers: try teachers(key),
        outcome: outcome(finals, mean, threshold), currentMean: mean)
      result.held = missed[key]?.denominator ?? 0
      result.missed = missed[key]?.numerator ?? 0
      result.isUncertain = finals.contains(where: \.isUncertain) && given(finals) == nil
      return result
    }.sorted { ($0.subject.name, $0.subject.id) < ($1.subject.name, $1.subject.id) }
  }

  private func teachers(_ key: AnalysisReader.Key) throws -> [UnitPlace.Item] {
    let ids = try (teachers[key] ?? []).reduce(into: Set<Int64>()) { $0.formUnion(try names.teachers(ofSet: $1)) }
    return try ids.map { UnitPlace.Item(id: $0, name: try names.teachers.entry($0).name) }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  private func outcome(_ finals: [AnalysisReader.Final], _ mean: Ratio, _ threshold: Int) -> SubjectResult.Outcome {
    if let given = given(finals) { return given.count == 1 ? .given(given[0]) : .disputed }
    return SubjectResult.forecast(mean, threshold: threshold).map { .forecast($0) } ?? .missing
  }

  /// The different results that are certainly there; nil for none. A pupil who changed groups stands in the sheets of both, and
  /// one of them may say «н/а»: a mark goes before it. «5» and «5-» are one grade.
  private func given(_ finals: [AnalysisReader.Final]) -> [SubjectResult.Given]? {
    var given: [SubjectResult.Given] = []
    for final in finals where !final.isUncertain {
      guard let result = Self.given(final), !given.contains(where: { Self.agree($0, result) }) else { continue }
      given.append(result)
    }
    let marks = given.filter { $0 != .notAttested }
    return given.isEmpty ? nil : marks.isEmpty ? given : marks
  }

  private static func agree(_ a: SubjectResult.Given, _ b: SubjectResult.Given) -> Bool {
    if case .grade(let one, _) = a, case .grade(let other, _) = b { return one == other }
    return a == b
  }

  private static func given(_ final: AnalysisReader.Final) -> SubjectResult.Given? {
    if let grade = final.grade { return .grade(grade, text: final.value) }
    return switch final.value {
    case "зач": .pass
    case "незач": .fail
    case "н/а", "а/з": .notAttested
    default: nil
    }
  }
}
