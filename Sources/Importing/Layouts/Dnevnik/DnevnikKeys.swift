import Journal

/// Keys of what Дневник.ру's exports name without ids: the same for a journal and for the planning of the same class,
/// group and subject, but for the layout they begin with. The subject is the short name, which both have.
struct DnevnikKeys {
  let studyClass: String
  let subject: String
  private let tail: String

  init(schoolYear: Int, className: String, groupName: String, subject: String) {
    studyClass = "\(schoolYear)/\(ClassName(className)?.key ?? className)"
    self.subject = CodeFolding.fold(subject)
    tail = "\(studyClass)/\(groupName)/\(subject)"
  }

  func journal(_ layout: String) -> String { "\(layout)/\(tail)" }

  /// `ordinal` from 1 among the lessons of the day.
  func lesson(_ layout: String, _ date: CivilDate, ordinal: Int) -> String {
    "\(journal(layout))/\(date)\(ordinal > 1 ? "#\(ordinal)" : "")"
  }

  /// The short name of a journal's subject: its sheet is called «Русск. яз. 7а», the group at the end. The full name where
  /// the sheet is called otherwise.
  static func shortSubject(sheet: String, group: String, full: String) -> String {
    let name = CodeFolding.collapse(sheet)
    guard name.hasSuffix(" \(group)") else { return full }
    let short = CodeFolding.collapse(name.dropLast(group.count))
    return short.isEmpty ? full : short
  }
}
