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
    """
}
