import Journal

@testable import Control

extension OwnRule {
  /// The rule of `RuleExamples/homework-late.json5`, as its file gives it.
  static var sample: OwnRule {
    var rule = OwnRule(file: "Правила/homework-late.json5")
    rule.id = "homework-late"
    rule.title = "Домашнее задание внесено поздно"
    rule.demand = "Домашнее задание внесено вовремя"
    rule.clause = "Положение школы, п. 2.4"
    rule.direction = .lessons
    rule.severity = .note
    rule.unit = .lesson
    rule.units = "уроков с домашним заданием"
    rule.norms = [
      Norm(name: "days", phrase: "домашнее задание — не позже % дней после урока", standard: 1, bounds: 0...7)
    ]
    rule.why = "Ученикам нужно время."
    rule.blindSpots = "Задание, которого нет."
    rule.canBeMended = false
    rule.requirements = [.says(.homework, otherwise: "выгрузки не содержат домашних заданий")]
    rule.reasons = [.betweenSnapshots, .firstSnapshot]
    rule.reads = [.lessons]
    rule.select = """
      SELECT CASE WHEN {{day h.entered_by}} <= u.held_on + {{norm days u.study_class u.subject ''}} THEN 0
          WHEN {{first-day h.entered_from h.entered_by}} > u.held_on + {{norm days u.study_class u.subject ''}} THEN 1
        END AS verdict,
        CASE WHEN h.entered_from = 0 THEN 5 ELSE 3 END AS reason, u.study_class, u.subject, u.period, u.held_on AS day,
        u.lesson, u.teacher_set, u.number, h.entered_from, h.entered_by,
        {{norm days u.study_class u.subject ''}} AS days
      FROM control_lesson u JOIN lesson_text h ON h.lesson = u.lesson
      WHERE h.kind = 3 AND h.entered_by <= :evening AND h.version = (SELECT min(o.version) FROM lesson_text o
        WHERE o.lesson = h.lesson AND o.kind = 3 AND o.is_filler = 0)
      ORDER BY u.lesson
      """
    rule.sentence =
      "Домашнее задание к уроку {урок} внесено {внесено entered_from entered_by} — позже чем через {days: день, дня, дней}."
    let lesson = ExampleFact.lesson(1, day: 16, number: 2, entry: .on(16))
    rule.examples = [
      .kept("внесено на другой день", lesson, .homework(1, "§ 5", .on(17))),
      .broken("внесено через два дня", lesson, .homework(1, "§ 5", .on(18))),
      .undetermined("между выгрузками", lesson, .homework(1, "§ 5", .between(16, 19))),
      .notJudged("задания нет", lesson),
    ]
    return rule
  }
}
