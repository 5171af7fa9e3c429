import Control

extension StartingSettings {
  static let calendar = """
      // Дни четвертей, триместров, полугодий и года. Нужны для журналов Дневник.ру: в них названы только «1 четверть» и т. д.
      // Для части школы добавьте grades или classes. Они важнее дат из выгрузки.
      periods: [
        //{ name: "1 четверть", from: "2025-09-01", to: "2025-10-26", grades: [2, 3, 4, 5, 6, 7, 8, 9] },
        //{ name: "1 полугодие", from: "2025-09-01", to: "2025-12-30", grades: [10, 11] },
      ],
      // Каникулы и праздники: первый и последний день (to можно не писать, если день один).
      holidays: [
        //{ from: "2025-10-27", to: "2025-11-04" },
      ],
      // Перенесённые дни: day — когда учатся, instead — вместо какого дня.
      shiftedDays: [
        //{ day: "2025-11-08", instead: "2025-11-10" },
      ],

    """

  static var counting: String {
    let (norms, weights) = (AnalysisNorms(), RatingWeights())
    let formulas = SOUFormula.allCases.map { "    // \($0.rawValue) — \($0.russian).\n" }.joined()
    return """
        // Разбор периода (zavuch analyse): sou — формула СОУ.
      \(formulas)  // notAttestedLowersSuccess — снижает ли успеваемость не аттестованный; missedPercent — назвать ученика, если пропущено больше
        // стольких процентов уроков. Прогноз округляется по норме rounding правила final-mark-disagrees.
        analysis: { sou: "\(norms.sou.rawValue)", notAttestedLowersSuccess: \(norms.notAttestedLowersSuccess), missedPercent: \(norms.missedPercent) },
        // Рейтинг (zavuch rating): сколько весит требование по своей важности; 0 — не считается.
        rating: { fault: \(weights.fault), risk: \(weights.risk), note: \(weights.note) },

      """
  }

  static let school = """
      // Чего о предметах нет в выгрузке: graded — ставятся ли отметки, briefing — нужен ли инструктаж по безопасности,
      // weeklyHours — часов в неделю, double — один столбец журнала означает два урока подряд. Указывайте только нужное.
      subjects: [
        //{ subjects: "Разговоры о важном", graded: false },
        //{ subjects: ["Физика", "Химия"], briefing: true },
        //{ subjects: "Алгебра", grades: [7, 8, 9], weeklyHours: 3 },
        //{ subjects: "Технология", classes: ["5А", "5Б"], double: true },
      ],
      // Ученики с индивидуальным планом, обучением на дому или в больнице. Без subjects — по всем предметам, без from и to —
      // всё время. marks — не судить об отметках, attendance — не судить о посещаемости, paper — чем установлено.
      exemptions: [
        //{ pupil: "Белов Иван", class: "5А", from: "2025-10-01", to: "2025-12-30", marks: true, attendance: true, paper: "приказ № 31 от 30.09.2025" },
      ],
      // Приказы, списки и соглашения, которые должны быть в школе. date — когда принят (без неё — ещё нет), until — по какой
      // день действует.
      documents: [
        //{ key: "responsible", title: "Приказ о назначении ответственных за электронный журнал", clause: "П 3.5", number: "12", date: "2025-08-30", until: "2026-08-31" },
        //{ key: "powers", title: "Список лиц, допущенных к персональным данным", clause: "П 3.5" },
      ],

    """
}
