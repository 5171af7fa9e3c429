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
    let patterns: [DatePattern?] =
      [nil]
      + [
        "ДД.ММ.ГГ", "ДД/ММ/ГГГГ", "ММ/ДД/ГГГГ", "ДД/ММ/ГГ", "ДД-ММ-ГГГГ", "Д месяц ГГГГ", "ДД.ММ", "ДД/ММ", "Д месяц",
      ].compactMap { DatePattern($0) }
    var best: (pattern: DatePattern?, fits: Int)?
    for pattern in patterns {
      let mapping = TableMapping(name: "", dates: pattern)
      let fits = texts.count { mapping.date($0, schoolYear: pattern == nil ? nil : 2023) != nil }
      if fits > best?.fits ?? 0 { best = (pattern, fits) }
      if fits == texts.count { break }
    }
    guard let best, isHeaded ? best.fits * 2 > texts.count : best.fits == texts.count else { return nil }
    return .some(best.pattern)
  }

  /// How many cells of a header row are of the kind that most of them are.
  static func count(_ cells: [String]) -> Int {
    let dates = cells.count { cell in datePattern([cell]) != nil }
    let counts = [cells.count(where: isSubject), cells.count(where: isPeriod), dates]
    return min(counts.max() ?? 0, 10)
  }
}
