/// The rules of a check: the built-in ones in their order, then the school's own.
public struct RuleBook: Sendable {
  public let rules: [Rule]

  public static let builtIn = RuleBook(rules: Rule.all)

  private init(rules: [Rule]) {
    self.rules = rules
  }

  /// The school's own rules beside the built-in ones. Throws `ControlError` where two have one id.
  public init(own: [Rule]) throws(ControlError) {
    var rules = Rule.all
    for rule in own {
      if let known = rules.first(where: { $0.id == rule.id }) {
        let place = known.file.map { "оно уже есть в файле «\($0)»" } ?? "так называется встроенное правило"
        throw ControlError(
          .ownRule, "Правило «\(rule.id)» из файла «\(rule.file ?? "")» нельзя принять: \(place).",
          hint: "Дайте правилу другое имя (id).")
      }
      rules.append(rule)
    }
    self.init(rules: rules)
  }

  public func named(_ id: String) -> Rule? {
    rules.first { $0.id == id }
  }
}
