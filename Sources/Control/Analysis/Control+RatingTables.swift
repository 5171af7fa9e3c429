import JournalStore

extension Control {
  /// Rates classes and teachers by a registered check and puts the ratings into `RatingTables`, where reports read them.
  public static func fillRatingTables(
    _ store: JournalStore, check: Int64, weights: RatingWeights = RatingWeights()
  ) throws {
    typealias Cell = PeriodTables.Cell
    try RatingTables.make(in: store.database)
    for kind in Rating.Kind.allCases {
      let rating = try rating(store, of: kind, check: check, weights: weights)
      let entries = rating.entries.enumerated().map { index, entry in
        [
          Cell(kind.rawValue), Cell(index + 1), Cell(Int(entry.item.id)), Cell(entry.item.name), Cell(entry.place),
          Cell(entry.points), Cell(entry.kept), Cell(entry.broken), Cell(entry.judged),
        ]
      }
      try PeriodTables.insert(entries, into: "rated_entry", in: store.database)
      for (index, entry) in rating.entries.enumerated() {
        let parts = entry.parts.enumerated().map { place, part in
          [
            Cell(kind.rawValue), Cell(index + 1), Cell(place + 1), Cell(part.rule), Cell(part.demand),
            Cell(part.weight),
            Cell(part.kept), Cell(part.broken), Cell(part.judged), Cell(part.lost),
          ]
        }
        try PeriodTables.insert(parts, into: "rated_part", in: store.database)
      }
    }
    try PeriodTables.insert(
      [[Cell(Rating.formula), Cell(weights.russian)]], into: "rated_by", in: store.database)
  }
}
