/// Which ordinal a mark's source key has among the marks of a pupil in a lesson. Only where there are several does a key
/// tell them apart, so only those are read.
struct KnownOrdinals {
  private var several: Set<FactKey> = []
  private let ofPupil: Statement

  init(_ database: Database, journal: Int64) throws(StoreError) {
    let rows = try database.prepare(
      """
      SELECT DISTINCT f.lesson, f.pupil FROM mark f JOIN lesson l ON l.id = f.lesson
      WHERE l.journal = ?1 AND f.ordinal > 1
      """)
    try rows.bind(journal, at: 1)
    while try rows.step() { several.insert(FactKey(a: rows.integer(0), b: rows.integer(1))) }
    ofPupil = try database.prepare(
      "SELECT key, ordinal FROM mark WHERE lesson = ?1 AND pupil = ?2 AND key <> '' ORDER BY entered_by")
  }

  /// `isAlone`: the snapshot has one mark there.
  func ofKeys(lesson: Int64, pupil: Int64, isAlone: Bool) throws(StoreError) -> [String: Int64] {
    guard !isAlone || several.contains(FactKey(a: lesson, b: pupil)) else { return [:] }
    try ofPupil.bind(lesson, at: 1)
    try ofPupil.bind(pupil, at: 2)
    var ordinals: [String: Int64] = [:]
    while try ofPupil.step() { ordinals[ofPupil.text(0)] = ofPupil.integer(1) }
    return ordinals
  }
}
