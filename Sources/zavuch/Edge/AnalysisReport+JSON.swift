import CommandLineInterface
import Control

extension AnalysisReport {
  static func json(_ analysis: PeriodAnalysis) -> JSONText {
    let norms = analysis.norms
    return [
      "class": .string(analysis.studyClass.name), "classId": .string(analysis.classKey),
      "headTeacher": JSONText(analysis.headTeacher), "asOf": .string(analysis.asOf.description),
      "period": json(analysis.period), "isGraded": .bool(analysis.isGraded),
      "norms": [
        "souFormula": .string(norms.sou.rawValue), "souText": .string(norms.sou.russian),
        "roundingHundredths": .integer(norms.rounding), "missedPercent": .integer(norms.missedPercent),
        "notAttestedLowersSuccess": .bool(norms.notAttestedLowersSuccess),
      ],
      "summary": json(analysis.summary, norms),
      "previous": analysis.previous.map { previous in
        ["period": json(previous.period), "summary": json(previous.summary, norms)]
      } ?? .null,
      "participation": .object(
        analysis.participation.map { participation in
          let share = participation.reason == nil ? json(share: participation.share) : .null
          return (
            participation.role.rawValue,
            [
              "share": share, "undetermined": .integer(participation.counts.undetermined),
              "reason": JSONText(participation.reason),
            ]
          )
        }),
      "subjects": .array(
        analysis.subjects.map { subject in
          .object(
            [
              ("subject", .string(subject.subject.name)),
              ("teachers", .array(subject.teachers.map { .string($0.name) })),
            ] + members(subject.marks, norms)
              + [("forecasts", .integer(subject.forecasts)), ("missing", .integer(subject.missing))])
        }),
      "pupils": .array(analysis.pupils.map(json)), "notes": .array(analysis.notes.map(JSONText.string)),
    ]
  }

  private static func json(_ period: AnalysedPeriod) -> JSONText {
    [
      "name": .string(period.name), "from": .string(period.from.description), "to": .string(period.to.description),
      "countedOn": .string(period.countedOn.description),
    ]
  }

  /// The two numbers, and the value rounded half up: a share in tenths of a per cent.
  static func json(share ratio: Ratio) -> JSONText {
    [
      "part": .integer(ratio.numerator), "whole": .integer(ratio.denominator),
      "tenthsOfPercent": JSONText(ratio.rounded(times: 1000)),
    ]
  }

  static func json(mean ratio: Ratio) -> JSONText {
    [
      "sum": .integer(ratio.numerator), "count": .integer(ratio.denominator),
      "hundredths": JSONText(ratio.rounded(times: 100)),
    ]
  }

  static func members(_ marks: MarkStatistics, _ norms: AnalysisNorms) -> [(String, JSONText)] {
    let sou = marks.sou(norms.sou)
    return [
      ("n5", .integer(marks[.five])), ("n4", .integer(marks[.four])), ("n3", .integer(marks[.three])),
      ("n2", .integer(marks[.two])), ("n1", .integer(marks[.one])), ("notAttested", .integer(marks.notAttested)),
      ("passes", .integer(marks.passes)), ("fails", .integer(marks.fails)), ("success", json(share: marks.success)),
      ("quality", json(share: marks.quality)), ("sou", json(share: Ratio(sou.numerator, of: 100 * sou.denominator))),
      ("mean", json(mean: marks.mean)),
    ]
  }

  private static func json(_ summary: ClassSummary, _ norms: AnalysisNorms) -> JSONText {
    let categories = summary.categories
    return [
      "pupils": .integer(categories.pupils), "counted": .integer(categories.counted),
      "categories": .object(PupilCategory.allCases.map { ($0.rawValue, .integer(categories[$0])) }),
      "failingBySubjects": .array(categories.failingBySubjects.map(JSONText.integer)),
      "pupilsWithForecast": .integer(categories.forecasts),
      "success": json(share: categories.success(lowersSuccess: norms.notAttestedLowersSuccess)),
      "quality": json(share: categories.quality), "marks": .object(members(summary.marks, norms)),
      "attendance": json(summary.attendance), "forecasts": .integer(summary.forecasts),
      "missing": .integer(summary.missing), "disputed": .integer(summary.disputed),
    ]
  }

  private static func json(_ attendance: AttendanceSummary) -> JSONText {
    func reasons(_ counts: [AttendanceSummary.Reason: Int], _ asked: [AttendanceSummary.Reason]) -> JSONText {
      .object(asked.map { ($0.rawValue, .integer(counts[$0] ?? 0)) })
    }
    return [
      "lessons": .integer(attendance.lessons),
      "missedLessons": reasons(attendance.missedLessons, [.unknown, .ill, .excused]),
      "late": .integer(attendance.late), "days": .integer(attendance.days),
      "missedDays": reasons(attendance.missedDays, AttendanceSummary.Reason.allCases),
    ]
  }

  private static func json(_ pupil: PupilResult) -> JSONText {
    [
      "pupil": .string(pupil.pupil.name), "pupilId": .string(pupil.key), "category": .string(pupil.category.rawValue),
      "isForecast": .bool(pupil.isForecast), "previousCategory": JSONText(pupil.previousCategory?.rawValue),
      "mean": json(mean: pupil.marks.mean), "attendance": json(pupil.attendance),
      "results": .array(
        pupil.results.map { result in
          [
            "subject": .string(result.subject.name), "teachers": .array(result.teachers.map { .string($0.name) }),
            "mark": .string(result.text), "isForecast": .bool(result.isForecast),
            "currentMean": json(mean: result.currentMean), "lessons": .integer(result.held),
            "missed": .integer(result.missed),
          ]
        }),
      "risks": .array(
        pupil.risks.map { risk in ["risk": .string(risk.id), "text": .string(risk.russian)] }),
    ]
  }
}
