import Journal

/// Pieces of SQL that rules share. `t` is the alias of a table with `entered_from`, `entered_by`, `gone_from`, `gone_by`.
enum RuleSQL {
  /// Certainly there on the as-of evening (CONTROL 1, «When was it entered?»).
  static func exists(_ t: String) -> String {
    "(\(t).entered_by <= :evening AND (\(t).gone_from IS NULL OR \(t).gone_from >= :evening))"
  }

  /// There, or possibly there. An unknown earliest moment is 0.
  static func mayExist(_ t: String) -> String {
    "(\(t).entered_from <= :evening AND (\(t).gone_by IS NULL OR \(t).gone_by > :evening))"
  }

  /// The school's day of a moment in seconds.
  static func day(_ moment: String) -> String { "(\(moment) / 86400)" }

  /// `p` is an alias of `pupil`; both ends are included, an empty one is unbounded.
  static func enrolled(_ p: String, on day: String) -> String {
    "((\(p).enrolled_on IS NULL OR \(p).enrolled_on <= \(day)) AND (\(p).left_on IS NULL OR \(p).left_on >= \(day)))"
  }

  /// `m` is an alias of `membership`.
  static func member(_ m: String, on day: String) -> String {
    "(\(m).from_day <= \(day) AND (\(m).to_day IS NULL OR \(m).to_day >= \(day)))"
  }

  /// `j` is an alias of `journal`.
  static func says(_ capability: SourceCapabilities, _ j: String) -> String {
    "(\(j).says & \(capability.rawValue)) <> 0"
  }

  /// A lesson that may be a unit at as-of: `l` is an alias of `lesson`.
  static func isShown(_ l: String) -> String {
    """
    (\(l).held_on <= :as_of AND \(l).held_on <= \(day("\(l).shown_at")) \
    AND (\(l).gone_by IS NULL OR \(l).gone_by > :evening))
    """
  }

  /// Exempt altogether, or by its days on the day: `e` is an alias of `exemption`.
  static func exempts(_ e: String, on day: String) -> String {
    """
    (\(e).period > 0 OR (\(e).from_day <= \(day) AND (\(e).to_day IS NULL OR \(e).to_day >= \(day))))
    """
  }

  /// The pupil × subject × period of a mark or a list as one integer, which sorts and joins faster than three.
  static func periodUnit(period: String, subject: String, pupil: String) -> String {
    "((\(period) * 65536 + \(subject)) * 4294967296 + \(pupil))"
  }
}
