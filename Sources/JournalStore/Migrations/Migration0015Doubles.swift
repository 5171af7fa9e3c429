/// Lessons that two sources tell, such as the interchange tables and the journals of Дневник.ру of one school.
enum Migration0015Doubles {
  static let sql = """
    -- The lesson of another source that says at least as much and stands for this one; what is judged and counted is that one.
    ALTER TABLE lesson ADD COLUMN same_as INTEGER REFERENCES lesson (id);
    """
}
