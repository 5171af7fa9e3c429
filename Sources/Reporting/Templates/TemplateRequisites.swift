/// Who signs, as a template names them.
public enum SignatureRole: String, Sendable {
  case deputy, director, teacher
  case classTeacher = "class-teacher"
}

struct TemplateSignature: Sendable {
  var role: SignatureRole
  /// Where the person is named by the data; the deputy and the director are the school's.
  var name: ValueReference?
  /// In place of the role's own.
  var position: TextPattern?
  var hasStamp: Bool
  var reservesMark: Bool
}

struct TemplateAcknowledgement: Sendable {
  var title: TextPattern
  /// Nil: the person of the row around it.
  var query: QueryUse?
  /// Nil leaves a rule to write on.
  var name: ValueReference?
  var position: TextPattern?
}
