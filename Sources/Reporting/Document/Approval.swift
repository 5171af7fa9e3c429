import Journal

/// Гриф утверждения of ГОСТ Р 7.0.97: stands at the right, above the name of the document.
public enum Approval: Hashable, Sendable {
  /// «УТВЕРЖДАЮ», position, a rule for the personal signature with the decoded name, date; nil leaves a rule to write on.
  case byOfficial(position: String, name: String?, date: CivilDate?)
  /// «УТВЕРЖДЕНО» and the paper by which it was: «приказом директора» from its date under its number.
  case byPaper(_ paper: String, date: CivilDate?, number: String?)
}
