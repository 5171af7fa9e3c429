import CommandLineInterface
import Control
import Journal

extension Configuration {
  /// `rules`: switched on or off, and how grave.
  func rules(_ value: JSON5Value) throws(JSON5Error) -> [RuleSetting] {
    var settings: [RuleSetting] = []
    for member in try value.members() {
      var setting = RuleSetting(rule: try rule(member.key, at: member.place).id)
      for part in try member.value.members() {
        switch part.key {
        case "on": setting.isOn = try part.value.flag()
        case "severity":
          setting.severity = Severity(
            rawValue: try part.value.word("важности", among: Severity.allCases.map(\.rawValue)))
        default: throw part.unknown(among: ["on", "severity"])
        }
      }
      settings.append(setting)
    }
    return settings
  }

  /// `norms`: a number of a rule for everybody or for some. Two that say different things of the same are refused.
  func norms(_ value: JSON5Value) throws(JSON5Error) -> [NormSetting] {
    var settings: [(setting: NormSetting, place: JSON5Place)] = []
    for element in try value.elements() {
      let setting = try norm(element)
      if let other = settings.first(where: { $0.setting.contradicts(setting) }) {
        throw JSON5Error(
          """
          норма «\(setting.name)» правила «\(setting.rule)» для тех же и на те же дни уже задана в строке \
          \(other.place.line): там \(other.setting.value), здесь \(setting.value); оставьте одну или разделите их сроками from и to
          """, at: element.place)
      }
      settings.append((setting, element.place))
    }
    return settings.map(\.setting)
  }

  private func norm(_ element: JSON5Value) throws(JSON5Error) -> NormSetting {
    let members = try element.members()
    guard let ruleMember = members.first(where: { $0.key == "rule" }),
      let nameMember = members.first(where: { $0.key == "norm" }),
      let valueMember = members.first(where: { $0.key == "value" })
    else { throw JSON5Error("у нормы нужны rule (правило), norm (название нормы) и value (число)", at: element.place) }
    let rule = try rule(try ruleMember.value.string(), at: ruleMember.value.place)
    let norm = try norm(nameMember.value, of: rule)
    guard case .number(let number) = valueMember.value.content, let whole = Int(exactly: number),
      norm.bounds.contains(whole)
    else {
      throw valueMember.value.wrong(
        "целое число от \(norm.bounds.lowerBound) до \(norm.bounds.upperBound): \(norm.russian("N"))")
    }
    var setting = NormSetting(rule: rule.id, name: norm.name, value: whole)
    var days = DayBounds()
    for member in members where !["rule", "norm", "value"].contains(member.key) {
      if member.key == "act" {
        setting.act = try member.value.name()
      } else if try setting.scope.take(member) {
        try refuse(member, rule, norm)
      } else if try !days.take(member) {
        throw member.unknown(among: ["rule", "norm", "value"] + SettingScope.keys + ["act", "from", "to"])
      }
    }
    (setting.validFrom, setting.validTo) = (days.from, days.to)
    return setting
  }

  /// A built-in rule, or one of the school's own.
  private func rule(_ id: String, at place: JSON5Place) throws(JSON5Error) -> Rule {
    if let rule = RuleBook.builtIn.named(id) { return rule }
    let book: RuleBook
    do {
      book = try ruleBook()
    } catch {
      throw JSON5Error(
        "правила «\(id)» среди встроенных нет, а правила школы не читаются: \(OwnRuleFolder.told(error))", at: place)
    }
    if let rule = book.named(id) { return rule }
    throw JSON5Error(
      "нет правила «\(id)»\(JSON5Value.near(id, book.rules.map(\.id))); все правила: zavuch rules", at: place)
  }

  private func norm(_ value: JSON5Value, of rule: Rule) throws(JSON5Error) -> Norm {
    let (name, names) = (try value.string(), rule.norms.map(\.name))
    guard let norm = rule.norms.first(where: { $0.name == name }) else {
      throw JSON5Error(
        "у правила «\(rule.id)» нет нормы «\(name)»\(JSON5Value.near(name, names)); "
          + (names.isEmpty ? "норм у него нет" : "есть: \(names.joined(separator: ", "))"), at: value.place)
    }
    return norm
  }

  /// What the rule does not ask the norm by would be taken and never be applied.
  private func refuse(_ member: JSON5Value.Member, _ rule: Rule, _ norm: Norm) throws(JSON5Error) {
    let known = rule.dimensions(of: norm)
    let dimension: NormDimension =
      switch member.key {
      case "subjects": .subject
      case "kinds": .workKind
      default: .studyClass
      }
    guard !known.contains(dimension) else { return }
    let told = known.isEmpty ? "она одна на всю школу" : "её задают \(NormText.dimensions(known))"
    throw JSON5Error(
      "норму «\(norm.name)» правила «\(rule.id)» нельзя задать по \(member.key): \(told)", at: member.place)
  }
}

extension NormSetting {
  /// Both can be meant for one unit on one day, neither goes before the other, and the numbers differ.
  fileprivate func contradicts(_ other: NormSetting) -> Bool {
    rule == other.rule && name == other.name && value != other.value && scope.competes(with: other.scope)
      && (validFrom.map { from in other.validTo.map { from <= $0 } ?? true } ?? true)
      && (other.validFrom.map { from in validTo.map { from <= $0 } ?? true } ?? true)
  }
}
