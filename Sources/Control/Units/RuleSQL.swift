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

  /// The first day on which something can have been entered: a snapshot that shows the cell empty speaks of its own second
  /// too, so that one of a day's last second leaves only the days after it. A timestamp is its own day.
  static func firstDay(_ from: String, _ by: String) -> String {
    "((\(from) + CASE WHEN \(from) < \(by) THEN 1 ELSE 0 END) / 86400)"
  }

  /// A norm for the unit's class, subject and kind of work: the most precise setting that fits, else the norm for everybody.
  /// The arguments are columns or literals; 0 and '' are none. Most schools set few norms: whether there is one to look for
  /// is asked once a statement, not once a row.
  static func norm(
    _ name: String, of rule: String, studyClass: String = "0", subject: String = "0", kind: String = "''"
  ) -> String {
    """
    CASE WHEN EXISTS (SELECT 1 FROM setting_norm n WHERE n.name = '\(rule)/\(name)') \
    THEN coalesce((SELECT n.value FROM setting_norm n WHERE n.name = '\(rule)/\(name)' \
    AND n.study_class IN (0, \(studyClass)) AND n.subject IN (0, \(subject)) AND n.kind IN ('', \(kind)) \
    ORDER BY n.position DESC LIMIT 1), :\(name)) ELSE :\(name) END
    """
  }

  /// Whether a statement asks a norm by class, subject or kind of work, as `norm` writes it.
  static func asks(_ sql: String, _ name: String, of rule: String, by dimension: NormDimension) -> Bool {
    let (column, everything) =
      switch dimension {
      case .studyClass: ("study_class", "0")
      case .subject: ("subject", "0")
      case .workKind: ("kind", "''")
      }
    return sql.split(separator: "n.name = '\(rule)/\(name)'").dropFirst().contains { asked in
      guard
        let list = asked.prefix(upTo: asked.firstRange(of: "LIMIT 1")?.lowerBound ?? asked.endIndex)
          .split(separator: "n.\(column) IN (\(everything), ", maxSplits: 1).dropFirst().first
      else { return false }
      return !list.hasPrefix("\(everything))")
    }
  }

  /// One column of the journal stands for two lessons in a row, as the school says.
  static func isDouble(subject: String, studyClass: String) -> String {
    """
    (coalesce((SELECT z.is_double FROM setting_subject z WHERE z.subject IN (0, \(subject)) \
    AND z.study_class IN (0, \(studyClass)) AND z.is_double IS NOT NULL ORDER BY z.position DESC LIMIT 1), 0) = 1)
    """
  }

  /// The pupil's attendance is not judged on the day (`setting_regime`).
  static func isOutsideAttendance(pupil: String, subject: String, on day: String) -> String {
    """
    EXISTS (SELECT 1 FROM setting_regime g WHERE g.pupil = \(pupil) AND g.subject IN (0, \(subject)) \
    AND g.from_day <= \(day) AND (g.to_day IS NULL OR g.to_day >= \(day)))
    """
  }

  /// A subject in which no marks are given, to all classes or to this one; grade 1 is another matter.
  static func isUngraded(subject: String, studyClass: String) -> String {
    """
    EXISTS (SELECT 1 FROM control_ungraded y WHERE y.subject = \(subject) AND y.study_class IN (0, \(studyClass)))
    """
  }

  /// In the present class on the day: `p` is an alias of `pupil`.
  static func enrolled(_ p: String, on day: String) -> String {
    "(\(attends(p, on: day)) AND (\(p).class_from IS NULL OR \(p).class_from <= \(day)))"
  }

  /// In a class that the pupil has left for another: `k` is an alias of `former_class`.
  static func enrolled(_ p: String, in k: String, on day: String) -> String {
    "(\(attends(p, on: day)) AND \(day) BETWEEN \(k).from_day AND \(k).to_day)"
  }

  /// In the school, in whatever class; both ends are included, an empty one is unbounded. A pupil whom the lists have lost by
  /// as-of is none of them.
  static func attends(_ p: String, on day: String) -> String {
    """
    ((\(p).enrolled_on IS NULL OR \(p).enrolled_on <= \(day)) AND (\(p).left_on IS NULL OR \(p).left_on >= \(day)) \
    AND \(isThere(p)))
    """
  }

  /// Not lost by the exports as-of: `t` is an alias of `pupil` or `work`.
  static func isThere(_ t: String) -> String { "(\(t).gone_by IS NULL OR \(t).gone_by > :evening)" }

  /// What a snapshot that covers the class and the days does not show is proved missing at as-of (CONTROL 1): by entry
  /// times, or by a snapshot on or after the evening. `v` is an alias of `coverage`.
  static func proves(_ v: String) -> String { "(\(v).is_timed = 1 OR \(v).taken_at >= :evening)" }

  /// A snapshot with facts of the kind covers the class from the first to the last day.
  static func covered(
    _ kind: FactKind, journal: String, studyClass: String, first: String, last: String, where condition: String
  ) -> String {
    """
    EXISTS (SELECT 1 FROM coverage v WHERE v.kind = \(kind.rawValue) AND v.study_class = \(studyClass)
      AND v.journal = \(journal) AND v.from_day <= \(first) AND v.to_day >= \(last) AND \(condition))
    """
  }

  /// `m` is an alias of `membership`.
  static func member(_ m: String, on day: String) -> String {
    "(\(m).from_day <= \(day) AND (\(m).to_day IS NULL OR \(m).to_day >= \(day)))"
  }

  /// `j` is an alias of `journal`.
  static func says(_ capability: SourceCapabilities, _ j: String) -> String {
    "(\(j).says & \(capability.rawValue)) <> 0"
  }

  /// A lesson that may be a unit at as-of: `l` is an alias of `lesson`. A partial journal, such as a pupil's own diary, lacks
  /// what it does not show, so nothing in it is anybody's fault.
  static func isShown(_ l: String) -> String {
    "(\(l).held_on <= :as_of AND \(l).held_on <= \(day("\(l).shown_at")) AND \(isListed(l)))"
  }

  /// The same of a lesson of any day, to come too. A lesson that another source tells as well is judged there.
  static func isListed(_ l: String) -> String {
    """
    ((\(l).gone_by IS NULL OR \(l).gone_by > :evening) \
    AND \(l).journal NOT IN (SELECT part.id FROM journal part WHERE \(says(.partial, "part"))) \
    AND \(l).same_as IS NULL)
    """
  }

  /// A class's hours of the subject in a week, in hundredths: the school's word, else the smallest that a source names
  /// for the subject under any of its names; NULL where nobody says.
  static func weeklyHours(subject: String, studyClass: String) -> String {
    """
    coalesce((SELECT n.weekly_hours FROM setting_subject n WHERE n.weekly_hours IS NOT NULL \
    AND n.study_class IN (0, \(studyClass)) AND n.subject IN (0, \(subject)) ORDER BY n.position DESC LIMIT 1), \
    (SELECT min(h.weekly_hours) FROM subject o JOIN subject h ON coalesce(h.same_as, h.id) = coalesce(o.same_as, o.id) \
    WHERE o.id = \(subject)))
    """
  }

  /// Exempt altogether, or by its days on the day: `e` is an alias of `control_exemption`.
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
