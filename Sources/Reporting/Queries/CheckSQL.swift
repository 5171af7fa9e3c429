/// Which registered checks a report tells.
enum CheckSQL {
  /// `listed`: the checks up to `:check`, in the order of dates, with a further condition on `c`.
  static func listed(_ condition: String) -> String {
    """
    listed AS (
      SELECT c.* FROM registered_check c JOIN registered_check last ON last.id = :check
      WHERE (c.as_of, c.to_day, c.from_day) <= (last.as_of, last.to_day, last.from_day) \(condition)
    )
    """
  }

  /// 1 September of the school year of the check `last`, in days.
  static let yearStart = """
    (unixepoch(last.as_of * 86400, 'unixepoch', 'start of year',
      CASE WHEN strftime('%m', last.as_of * 86400, 'unixepoch') >= '09' THEN '+8 months' ELSE '-4 months' END) / 86400)
    """
}
