import Archive
import Journal
import JournalStore

/// What is told of a signature once it is registered.
extension SigningOffice {
  /// What to look at once more, in Russian, where the signer's name is not the one known for the post; nil where nothing
  /// speaks against it.
  func doubt(on registration: Registration, of request: Request) throws -> String? {
    let signer = registration.signer
    let named: [String] =
      switch signer.role {
      case .deputy: [maker.configuration.deputy.name].compactMap(\.self)
      case .director: [maker.configuration.director.name].compactMap(\.self)
      case .classTeacher: try headTeachers(request.order.classes)
      }
    guard !named.isEmpty, !named.contains(where: { SignerName($0).mayBe(SignerName(signer.name)) }) else { return nil }
    return """
      Подписавший — \(signer.name), а \(signer.role == .classTeacher ? "в журнале" : "в настройках") \
      «\(signer.role.position)» — \(named.joined(separator: ", ")). Проверьте фамилию: в архиве её уже не исправить, \
      верную поставит новая подпись.
      """
  }

  private func headTeachers(_ classes: [String]) throws -> [String] {
    let query = try maker.store.database.prepare(
      "SELECT DISTINCT c.title, t.name FROM study_class c JOIN teacher t ON t.id = c.head_teacher ORDER BY t.name")
    let asked = Set(classes.map(CodeFolding.fold))
    var names: [String] = []
    while try query.step() {
      if asked.contains(CodeFolding.fold(query.text(0))) { names.append(query.text(1)) }
    }
    return names
  }
}
