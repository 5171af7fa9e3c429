import JournalStore

extension ReportTemplate {
  /// The findings that the report tells as remarks, in the order of the check; of its addressee only their own.
  public func findings(of check: Int64, _ context: ReportContext, in database: Database) throws -> [DashboardFinding] {
    let told = try database.prepare("WITH \(RemarkSQL.remark) SELECT f.key FROM remark f WHERE \(isTold)")
    try told.bind(check, at: 1)
    if addresseeKind == .studyClass || addresseeKind == .teacher { try told.bind(context.addressee, at: 2) }
    var keys: Set<String> = []
    while try told.step() { keys.insert(told.text(0)) }
    return try DashboardReader(database: database, check: check).findings().filter { keys.contains($0.key) }
  }

  /// Of a remark `f`; with no addressee named, those of all of them.
  private var isTold: String {
    switch addresseeKind {
    case .studyClass: "(\(RemarkSQL.isOfClassTeacher)) AND coalesce(f.class_title = :addressee, 1)"
    case .teacher:
      """
      EXISTS (SELECT 1 FROM finding_teacher ft WHERE ft.registered_check = f.registered_check
        AND ft.finding = f.position AND coalesce(ft.name = :addressee, 1))
      """
    case .pupil: "0"
    case nil: "1"
    }
  }

  /// Keys of everything that reports of the check tell as remarks.
  public static func remarkKeys(of check: Int64, in database: Database) throws -> Set<String> {
    let told = try database.prepare("WITH \(RemarkSQL.remark) SELECT f.key FROM remark f")
    try told.bind(check, at: 1)
    var keys: Set<String> = []
    while try told.step() { keys.insert(told.text(0)) }
    return keys
  }
}
