import Journal

/// A mark of the window's lessons, held against the pupil's absence from that same lesson.
extension Rule {
  /// - A mark is a unit where it exists at as-of; where it only may exist, it is undetermined. One of two lessons on a day is
  ///   a lesson of its own where the source gives it a column or a number of its own.
  /// - A cell of two lessons is no fault: `5 Н`, `Н 2`, `Н Н 5`, `нн5` tell that the pupil was absent from one of them. So is
  ///   a cell of several marks (`4 5`) whose absence stands elsewhere. `н5` and `н4/5` are of one lesson, but where the school
  ///   says that a column stands for two lessons in a row (`double`).
  /// - No absence shown is none: a mark is kept without a proof that no absence has been entered since, as in
  ///   `attendance-contradiction`. Else an export older than as-of would leave the broken marks only.
  /// - Grade 1, ungraded courses and exempt pupils are no units; what is uncertain of these makes a broken unit undetermined.
  static let markWithAbsence = Rule(
    id: "mark-with-absence",
    version: 1,
    title: "Отметка стоит на уроке, на котором ученик отсутствовал",
    demand: "Отметка стоит на уроке, на котором ученик был",
    clause: "П 6.2",
    direction: .marks,
    severity: .fault,
    unit: .mark,
    units: "отметок за уроки",
    why: """
      Отсутствующего ученика нельзя было спросить на уроке: неверна либо отметка, либо запись об отсутствии, а на них \
      опираются и учёт успеваемости, и учёт посещаемости.
      """,
    blindSpots: """
      Если в одной ячейке стоят записи двух уроков («5 Н», «нн5»), программа не знает, какая из них о каком уроке, и \
      нарушением это не считает.
      """,
    canBeMended: true,
    requirements: [
      .says(.marks, otherwise: "выгрузки не содержат отметок"),
      .says([.marks, .attendance], otherwise: "выгрузки с отметками не содержат посещаемости"),
    ],
    reasons: [
      UndeterminedReason(code: 10, text: "выгрузка с этим уроком не содержит посещаемости"),
      UndeterminedReason(code: 11, text: "номер класса неизвестен, а в первом классе отметок не ставят"),
      .betweenSnapshots, .uncertainExemption,
    ],
    reads: [.lessons],
    select: MarkWithAbsenceSQL.told(from: "", where: "") + " ORDER BY x.lesson, x.pupil, x.ordinal",
    summary: MarkWithAbsenceSQL.summary,
    sentence: { facts in
      let absence = ["Н", "Б", "У"][Int(min(max(facts.evidence["absence"] ?? 1, 1), 3)) - 1]
      return
        "\(facts.pupilName), урок \(facts.lessonText): отмечено отсутствие («\(absence)») и стоит \(facts.markText)."
    },
    mend: { _ in "Выяснить, был ли ученик на уроке, и исправить запись об отсутствии или отметку." },
    examples: [
      .kept("ученик был на уроке", .lesson(1, day: 16, entry: .on(16)), .mark(1, "4", .on(16))),
      .kept(
        "ученик опоздал", .lesson(1, day: 16, entry: .on(16)), .mark(1, "4", .on(16)), .attendance(1, .late, .on(16))),
      .broken(
        "ученик отсутствовал",
        .lesson(1, day: 16, entry: .on(16)), .mark(1, "4", .on(16)), .attendance(1, .ill, .on(16))),
      .broken(
        "отметка и отсутствие вместе", .lesson(1, day: 16, entry: .on(16)), .cell(1, "н5", "5", .absent, .on(16))),
      .kept("два урока в ячейке", .lesson(1, day: 16, entry: .on(16)), .cell(1, "5 Н", "5", .absent, .on(16))),
      .kept(
        "два урока в ячейке, отсутствие на обоих", .lesson(1, day: 16, entry: .on(16)),
        .cell(1, "нн5", "5", .absent, .on(16))),
      .kept(
        "столбец журнала — два урока подряд", .doubleLessons, .lesson(1, day: 16, entry: .on(16)),
        .cell(1, "н5", "5", .absent, .on(16))),
      .kept(
        "отсутствие на другом уроке того же дня",
        .lesson(1, day: 16, number: 1, entry: .on(16)), .lesson(2, day: 16, number: 2, entry: .on(16)),
        .mark(1, "4", .on(16)), .attendance(2, .absent, .on(16))),
      .kept(
        "отсутствие внесено после контрольной даты",
        .lesson(1, day: 16, entry: .on(16)), .mark(1, "4", .on(16)), .attendance(1, .absent, .on(31))),
      .undetermined(
        "отсутствие появилось между выгрузками до и после контрольной даты",
        .source(.untimedExample, snapshot: 35), .lesson(1, day: 16, entry: .ofItsFacts),
        .mark(1, "4", .between(16, 20)), .attendance(1, .absent, .between(29, 35))),
      .undetermined(
        "отметка появилась между выгрузками до и после контрольной даты",
        .source(.untimedExample, snapshot: 35), .lesson(1, day: 16, entry: .ofItsFacts),
        .mark(1, "4", .between(29, 35)), .attendance(1, .absent, .between(16, 20))),
      .undetermined(
        "был ли ученик уже освобождён, установить нельзя",
        .source(.untimedExample, snapshot: 35), .exempt(from: 10, to: 20, entry: .between(29, 35)),
        .lesson(1, day: 16, entry: .ofItsFacts), .mark(1, "4", .between(16, 20)),
        .attendance(1, .absent, .between(16, 20))),
      .undetermined(
        "номер класса неизвестен",
        .grade(0), .lesson(1, day: 16, entry: .on(16)), .mark(1, "4", .on(16)), .attendance(1, .absent, .on(16))),
      .notJudged(
        "отметка внесена после контрольной даты",
        .lesson(1, day: 16, entry: .on(16)), .mark(1, "4", .on(31)), .attendance(1, .absent, .on(16))),
      .notJudged(
        "ученик освобождён",
        .exempt(from: 10, to: 20, entry: .on(10)), .lesson(1, day: 16, entry: .on(16)), .mark(1, "4", .on(16)),
        .attendance(1, .absent, .on(16))),
      .notJudged(
        "первый класс: об этом другое правило",
        .grade(1), .lesson(1, day: 16, entry: .on(16)), .mark(1, "4", .on(16)), .attendance(1, .absent, .on(16))),
      .notJudged(
        "предмет без отметок: об этом другое правило",
        .ungradedSubject, .lesson(1, day: 16, entry: .on(16)), .mark(1, "4", .on(16)),
        .attendance(1, .absent, .on(16))),
      .notJudged(
        "вместо отметки н/а", .lesson(1, day: 16, entry: .on(16)), .mark(1, "н/а", .on(16)),
        .attendance(1, .absent, .on(16))),
    ])
}
