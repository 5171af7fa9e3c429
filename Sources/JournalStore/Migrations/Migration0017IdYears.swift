/// Ids of interchange tables that a school uses again in its next year.
enum Migration0017IdYears {
  static let sql = """
    -- The school year that `key` ends with, as in `q1@2025`; null where the source's key holds for all years.
    ALTER TABLE period ADD COLUMN id_year INTEGER;
    ALTER TABLE study_class ADD COLUMN id_year INTEGER;
    ALTER TABLE study_group ADD COLUMN id_year INTEGER;
    UPDATE period SET id_year = school_year WHERE sheet IN (
      SELECT s.id FROM source_sheet s JOIN source_file f ON f.id = s.file WHERE f.layout = 'interchange');
    -- What is stored of a class is what its newest tables said.
    UPDATE study_class SET id_year = coalesce(
        (SELECT max(j.school_year) FROM lesson l JOIN journal j ON j.id = l.journal WHERE l.study_class = study_class.id),
        (SELECT max(j.school_year) FROM journal j WHERE j.layout = 'interchange'))
      WHERE sheet IN (
        SELECT s.id FROM source_sheet s JOIN source_file f ON f.id = s.file WHERE f.layout = 'interchange');
    UPDATE study_group SET id_year = (SELECT c.id_year FROM study_class c WHERE c.id = study_group.study_class)
      WHERE sheet IN (
        SELECT s.id FROM source_sheet s JOIN source_file f ON f.id = s.file WHERE f.layout = 'interchange');
    UPDATE period SET key = key || '@' || id_year WHERE id_year IS NOT NULL;
    UPDATE study_class SET key = key || '@' || id_year WHERE id_year IS NOT NULL;
    UPDATE study_group SET key = key || '@' || id_year WHERE id_year IS NOT NULL;
    -- Final marks of a year over whose period the next year's was written get it back; its days come with its tables.
    INSERT INTO period (key, name, kind, school_year, grade_from, grade_to, sheet, sheet_row, id_year)
    SELECT DISTINCT \(ownKey), p.name, p.kind, j.school_year, p.grade_from, p.grade_to, p.sheet, p.sheet_row, j.school_year
    FROM (SELECT journal, period FROM final_mark UNION SELECT journal, period FROM exemption) f
      JOIN journal j ON j.id = f.journal JOIN period p ON p.id = f.period
    WHERE \(isOfAnotherYear);
    UPDATE final_mark SET period = own.id FROM journal j, period p, period own
    WHERE j.id = final_mark.journal AND p.id = final_mark.period AND \(isOfAnotherYear) AND own.key = \(ownKey);
    UPDATE exemption SET period = own.id FROM journal j, period p, period own
    WHERE j.id = exemption.journal AND p.id = exemption.period AND \(isOfAnotherYear) AND own.key = \(ownKey);
    INSERT OR IGNORE INTO listing
    SELECT l.journal, l.kind, own.id, l.shown_from, l.shown_at FROM listing l
      JOIN journal j ON j.id = l.journal JOIN period p ON p.id = l.item JOIN period own ON own.key = \(ownKey)
    WHERE l.kind = 3 AND \(isOfAnotherYear);
    """

  private static let isOfAnotherYear = "j.layout = 'interchange' AND j.school_year > 0 AND p.id_year <> j.school_year"
  private static let ownKey = "substr(p.key, 1, length(p.key) - length(p.id_year) - 1) || '@' || j.school_year"
}
