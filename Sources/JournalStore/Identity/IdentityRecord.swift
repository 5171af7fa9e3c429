import Journal

/// One row of the store that may be the same as a row of another source.
struct IdentityRecord: Sendable {
  var id: Int64
  /// The source's own key, which orders records whatever the order of imports was.
  var key: String
  var name: String
  /// Other names that its own source has for it.
  var otherNames: Set<String> = []
  /// Whose keys these are: rows of one source with different keys are never joined by themselves. Of mapped tables every
  /// mapping is a source, and several may write a name alike and so have one row.
  var sources: Set<String>
  /// Within which records are compared: the class of a pupil, the school year of a class. Nil joins with nothing.
  var scope: String?
  /// As a table of aliases names the class of a pupil; nil for other kinds.
  var className: String?

  /// Whether both can be one; only names say it, so the caller asks that it be the only one.
  func fits(_ other: IdentityRecord, kind: IdentityKind) -> Bool {
    if isSpelt(as: other) { return true }
    switch kind {
    case .studyClass:
      guard let a = ClassName(name), let b = ClassName(other.name) else { return false }
      return a == b
    case .subject: return SubjectName(name).fits(SubjectName(other.name))
    case .teacher, .pupil:
      guard let a = PersonName(name), let b = PersonName(other.name) else { return false }
      return a.fits(b)
    }
  }

  /// Whether a name of one is a name of the other, letter by letter.
  func isSpelt(as other: IdentityRecord) -> Bool {
    let (a, b) = (CodeFolding.fold(name), CodeFolding.fold(other.name))
    return a == b || otherNames.contains { CodeFolding.fold($0) == b }
      || other.otherNames.contains { CodeFolding.fold($0) == a }
  }

  /// How much of the name is written out: the fullest one is shown.
  func length(kind: IdentityKind) -> Int {
    switch kind {
    case .studyClass: 0
    case .subject: SubjectName(name).length
    case .teacher, .pupil: PersonName(name)?.length ?? name.count
    }
  }
}

/// A row of the school's table of aliases.
struct IdentityAlias: Sendable {
  var kind: IdentityKind
  var className: String?
  var name: String
  var sameAs: String?

  func names(_ record: IdentityRecord, as wanted: String) -> Bool {
    guard CodeFolding.fold(record.name) == CodeFolding.fold(wanted) else { return false }
    guard let className, let of = record.className else { return true }
    return (ClassName(className)?.key ?? className) == (ClassName(of)?.key ?? of)
  }
}
