import Journal

extension ControlSettings {
  /// As the school has switched it.
  public func isOn(_ rule: Rule) -> Bool { setting(of: rule)?.isOn ?? true }

  public func severity(of rule: Rule) -> Severity { setting(of: rule)?.severity ?? rule.severity }

  private func setting(of rule: Rule) -> RuleSetting? { rules.last { $0.rule == rule.id } }

  /// The value for everybody on that as-of day.
  func everybodysNorm(_ norm: Norm, of rule: Rule, on day: CivilDate) -> NormSetting? {
    norms.last { $0.rule == rule.id && $0.name == norm.name && $0.scope.isEveryone && $0.isValid(day) }
  }

  /// Without what only says what holds anyway, as a starting file does line by line.
  func withoutStandards(of book: RuleBook) -> ControlSettings {
    var told = self
    told.norms.removeAll { setting in
      let norm = book.named(setting.rule)?.norms.first { $0.name == setting.name }
      return setting.scope.isEveryone && setting.act == nil && setting.value == norm?.standard
    }
    told.rules.removeAll { setting in
      guard let severity = book.named(setting.rule)?.severity else { return false }
      return setting.isOn && (setting.severity ?? severity) == severity
    }
    return told
  }
}

/// By what a norm can be set apart.
public enum NormDimension: Sendable, Hashable, CaseIterable {
  case studyClass, subject, workKind
}

extension Rule {
  /// What the SELECT asks a norm by (`RuleSQL.norm`); none is a norm for the whole school.
  public func dimensions(of norm: Norm) -> [NormDimension] {
    let statements =
      [select, fallback?(self).select ?? ""] + Self.prepared(reads).flatMap { $0.statements(isNarrowed: false) }
    return NormDimension.allCases.filter { dimension in
      statements.contains { RuleSQL.asks($0, norm.name, of: id, by: dimension) }
    }
  }

  /// With what they need.
  static func prepared(_ units: [PreparedUnits]) -> [PreparedUnits] {
    units + units.flatMap { prepared($0.needs) }
  }
}
