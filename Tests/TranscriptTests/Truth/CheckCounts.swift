import Foundation

/// Counts by rule, in total and by class, subject and reporting period, as `check --by class,subject,period --json` and
/// `Scripts/plain-check` tell them.
struct CheckCounts: Decodable {
  struct Units: Decodable, Hashable {
    var checked: Int
    var kept: Int
    var broken: Int
    var undetermined: Int
  }

  /// What is counted: a rule, or a rule in a class, subject and period by their ids in the tables.
  private(set) var units: [String: Units] = [:]

  private struct Rule: Decodable {
    var id: String
  }

  private struct Group: Decodable {
    var rule: String
    var classId: String?
    var subjectId: String?
    var periodId: String?
  }

  private enum Key: CodingKey {
    case rules, groups
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    let rules = zip(try values.decode([Rule].self, forKey: .rules), try values.decode([Units].self, forKey: .rules))
    for (rule, counts) in rules { units[rule.id] = counts }
    let groups = zip(try values.decode([Group].self, forKey: .groups), try values.decode([Units].self, forKey: .groups))
    for (group, counts) in groups {
      let place = [group.classId, group.subjectId, group.periodId].map { $0 ?? "—" }
      units["\(group.rule) \(place.joined(separator: " "))"] = counts
    }
  }

  init(json: String) throws { self = try JSONDecoder().decode(CheckCounts.self, from: Data(json.utf8)) }

  var rules: [String] { units.keys.filter { !$0.contains(" ") }.sorted() }

  /// Where the two tell different counts of rules that both know.
  func differences(from other: CheckCounts) -> [String] {
    let known = Set(rules).intersection(other.rules)
    return Set(units.keys).union(other.units.keys).sorted()
      .filter { name in known.contains { name == $0 || name.hasPrefix("\($0) ") } && units[name] != other.units[name] }
      .map { name in "\(name): \(Self.text(units[name])), а по таблицам \(Self.text(other.units[name]))" }
  }

  private static func text(_ units: Units?) -> String {
    units.map { "\($0.kept) + \($0.broken) + \($0.undetermined)" } ?? "ничего"
  }
}
