extension ReportQuery {
  /// Class teachers by how their classes' journals are kept (`RatingTables`; `zavuch rating classes`).
  static let classRating = ReportQuery(
    name: "class-rating",
    meaning: "рейтинг классных руководителей по проверке",
    source: .rating,
    columns: [
      Column("class-key", .integer, "обозначение класса для match"),
      Column("place", .integer, "место; у равных одно"),
      Column("class", .text, "класс"),
      Column("head-teacher", .text, "классный руководитель", holds: .staff),
      Column("points", .decimal, "баллов из 100"),
      Column("kept", .integer, "соблюдено"),
      Column("judged", .integer, "случаев с определённым результатом"),
      Column("broken", .integer, "нарушено"),
      Column("share", .share, "доля соблюдённых; нет, если не определено больше, чем определено"),
    ],
    sql: """
      SELECT e.item, e.place, e.name, k.head_teacher, e.points, e.kept, e.judged, e.broken, e.kept,
        CASE WHEN coalesce(u.undetermined, 0) <= e.judged THEN e.judged END
      FROM rated_entry e
        LEFT JOIN (
          SELECT study_class, sum(undetermined) AS undetermined FROM check_scope
          WHERE registered_check = :check AND teacher = 0 GROUP BY study_class
        ) u ON u.study_class = e.item
        LEFT JOIN check_class k ON k.registered_check = :check AND k.study_class = e.item
      WHERE e.kind = 'classes' ORDER BY e.position
      """)

  static let classRatingLosses = ReportQuery(
    name: "class-rating-losses",
    meaning: "за что потеряны баллы рейтинга",
    source: .rating,
    columns: [
      Column("class-key", .integer, "обозначение класса для match"),
      Column("class", .text, "класс"),
      Column("demand", .text, "требование"),
      Column("broken", .integer, "нарушено"),
      Column("judged", .integer, "случаев с определённым результатом"),
      Column("weight", .integer, "вес требования"),
      Column("lost", .decimal, "потеряно баллов"),
    ],
    sql: """
      SELECT e.item, e.name, p.demand, p.broken, p.judged, p.weight, p.lost
      FROM rated_part p JOIN rated_entry e ON e.kind = p.kind AND e.position = p.entry
      WHERE p.kind = 'classes' AND p.lost > 0 ORDER BY e.position, p.lost DESC, p.position
      """)

  static let ratingRules = ReportQuery(
    name: "rating",
    meaning: "как посчитан рейтинг",
    isSingleRow: true, source: .rating,
    columns: [
      Column("formula", .text, "формула словами"),
      Column("weights", .text, "веса словами"),
      Column("classes", .integer, "классов в рейтинге"),
    ],
    sql: """
      SELECT max(formula), max(weights), (SELECT count(*) FROM rated_entry WHERE kind = 'classes') FROM rated_by
      """)
}
