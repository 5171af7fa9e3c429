import Journal

/// Headers that name subjects, days or periods, a column each.
enum GridSigns {
  private static let subjects = [
    "АЛГЕБР", "ГЕОМЕТР", "МАТЕМАТ", "РУССК", "ЛИТЕРАТ", "АНГЛ", "НЕМЕЦ", "НЕМ.", "ФРАНЦ", "ИСПАН", "КИТАЙ", "ИСТОР",
    "ОБЩЕСТВ", "ГЕОГРАФ", "БИОЛОГ", "ФИЗИК", "ФИЗ", "ХИМ", "ИНФОРМ", "ТЕХНОЛОГ", "ТРУД", "МУЗЫК", "ИЗО", "ИЗОБРАЗ",
    "ОБЖ",
    "ОБЗР", "ОСНОВЫ", "РОДН", "ЧТЕНИ", "ОКРУЖ", "АСТРОНОМ", "ЧЕРЧ", "ПРАВО", "ЭКОНОМ", "ВЕРОЯТН", "ИНОСТР", "МХК",
    "ПРИРОДОВ", "ЕСТЕСТВ",
  ]

  static func isSubject(_ header: String) -> Bool {
    let folded = CodeFolding.fold(header)
    return subjects.contains { folded.hasPrefix($0) }
  }

  static func isPeriod(_ header: String) -> Bool {
    PeriodKind(label: header) != nil && !SummaryText.isSummary(header) && header.count <= 20
  }

  /// Whether every text is a date of one pattern, and which; a nil pattern is what needs none: `01.09.2024` and real dates of a
  /// spreadsheet. Nil for no dates.
  ///
  /// `isHeaded`: the header says that they are dates, and a wrong one among them is somebody's slip.
  static func datePattern(_ texts: [String], isHeaded: Bool = false) -> DatePattern?? {
    guard !texts.isEmpty else { return nil }
    func fit(_ date: (String) -> CivilDate?) -> Bool {
      let count = texts.count { date($0) != nil }
      return isHeaded ? count * 2 > texts.count : count == texts.count
    }
    let plain = TableMapping(name: "")
    if fit({ plain.date($0) }) { return .some(nil) }
    for written in [
      "ДД.ММ.ГГ", "ДД/ММ/ГГГГ", "ММ/ДД/ГГГГ", "ДД/ММ/ГГ", "ДД-ММ-ГГГГ", "Д месяц ГГГГ", "ДД.ММ", "ДД/ММ", "Д месяц",
    ] {
      guard let pattern = DatePattern(written) else { continue }
      let mapping = TableMapping(name: "", dates: pattern)
      if fit({ mapping.date($0, schoolYear: 2023) }) { return .some(pattern) }
    }
    return nil
  }

  /// How many cells of a header row are of the kind that most of them are.
  static func count(_ cells: [String]) -> Int {
    let dates = cells.count { cell in datePattern([cell]) != nil }
    let counts = [cells.count(where: isSubject), cells.count(where: isPeriod), dates]
    return min(counts.max() ?? 0, 10)
  }
}
