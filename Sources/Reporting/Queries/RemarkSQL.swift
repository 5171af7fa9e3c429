/// What a report lists as a remark of a check, in one place, so that every query counts the same.
enum RemarkSQL {
  /// `remark`: the check's findings that stand, with their rule. Left out are those put right or gone, those accepted by
  /// a waiver, and those told in an earlier report that cannot be mended and lie outside the window.
  ///
  /// `listing` is the table that tells the remark: «class» for a remark about a pupil as such (logins, consents), of
  /// which one row holds a class's, else «teacher». A remark of severity `note` is for information: a class or a
  /// teacher with none but these is without remarks.
  static let remark = """
    remark AS (
      SELECT f.*, coalesce(r.title, f.rule) AS rule_title, coalesce(r.clause, '') AS clause,
        coalesce(r.position, 1000000) AS rule_position, coalesce(r.severity, 'fault') AS severity,
        CASE WHEN f.pupil_name IS NOT NULL AND f.subject_name IS NULL AND f.lesson IS NULL AND f.day IS NULL
          THEN 'class' ELSE 'teacher' END AS listing
      FROM finding f
      LEFT JOIN check_rule r ON r.registered_check = f.registered_check AND r.rule = f.rule
      WHERE f.registered_check = :check AND f.waiver IS NULL
        AND f.state IN ('new', 'repeated', 'known') AND NOT (f.state = 'known' AND f.is_carried = 1)
    )
    """

  /// What is for the class teacher to see to: remarks about pupils as such, and those of the class that no subject teacher
  /// stands for. `f` is a remark.
  static let isOfClassTeacher = """
    f.study_class IS NOT NULL AND (f.listing = 'class' OR NOT EXISTS (
      SELECT 1 FROM finding_teacher ft WHERE ft.registered_check = f.registered_check AND ft.finding = f.position))
    """

  /// What a remark's state is called, of one as of several; `f` is the finding.
  static let stateName = """
    CASE
      WHEN f.state = 'repeated' THEN 'повторно, ' || f.times || '-й раз'
      WHEN f.state = 'known' THEN 'известно ранее, исправить нельзя'
      ELSE 'впервые'
    END
    """
}
