import CommandLineInterface
import Control
import Journal

/// Reads the file of a school's own rule. All that is wrong is refused at its line and column.
struct OwnRuleReader {
  private static let names = [
    "id", "version", "title", "demand", "clause", "direction", "severity", "unit", "units", "norms", "peopleLabel",
    "why",
    "blindSpots", "canBeMended", "requirements", "reasons", "reads", "seeks", "select", "sentence", "mend", "examples",
  ]

  private let parts: JSON5Parts
  private var rule: OwnRule

  /// Throws `JSON5Error`.
  static func read(_ root: JSON5Value, file: String) throws -> Rule {
    let reader = try OwnRuleReader(root, file: file)
    do {
      return try reader.rule.rule()
    } catch {
      throw JSON5Error(error.problem, at: reader.parts.place(of: error.part))
    }
  }

  private init(_ root: JSON5Value, file: String) throws {
    parts = try JSON5Parts(root, Self.names)
    rule = OwnRule(file: file)
    try readCard()
    try readQuery()
    rule.examples = try parts.list("examples", OwnRuleExample.read)
  }

  private mutating func readCard() throws {
    rule.id = try parts.text("id")
    rule.version = try parts.optional("version")?.whole(1...1_000_000) ?? 1
    rule.title = try parts.text("title")
    rule.demand = try parts.text("demand")
    rule.clause = try parts.text("clause")
    rule.units = try parts.text("units")
    rule.why = try parts.text("why")
    rule.blindSpots = try parts.text("blindSpots")
    rule.sentence = try parts.text("sentence")
    rule.mend = try parts.text("mend")
    rule.canBeMended = try parts.optional("canBeMended")?.flag()
    rule.peopleLabel = try parts.optional("peopleLabel")?.string()
    rule.direction = try parts.optional("direction").map { try $0.choice("раздела", Direction.allCases) { "\($0)" } }
    rule.severity = try parts.optional("severity").map { try $0.choice("важности", Severity.allCases, \.rawValue) }
    rule.unit = try parts.optional("unit").map { try $0.choice("единицы проверки", UnitKind.allCases, \.rawValue) }
    rule.norms = try parts.list("norms", norm)
  }

  private func norm(_ value: JSON5Value) throws -> Norm {
    let parts = try JSON5Parts(value, ["name", "phrase", "standard", "from", "to"])
    let numbers = -1_000_000...1_000_000
    let (from, to) = (try parts.required("from").whole(numbers), try parts.required("to").whole(numbers))
    guard from <= to else { throw JSON5Error("нижняя граница нормы больше верхней", at: parts.place(of: "from")) }
    return Norm(
      name: try parts.required("name").string(), phrase: try parts.required("phrase").string(),
      standard: try parts.required("standard").whole(numbers), bounds: from...to)
  }

  private mutating func readQuery() throws {
    rule.select = try parts.text("select", joinedBy: "\n")
    rule.reads = try parts.list("reads") { try $0.choice("общей таблицы", PreparedUnits.allCases, \.rawValue) }
    rule.seeks = try parts.list("seeks") { try $0.choice("вида записей", FactKind.allCases, \.jsonName) }
    rule.requirements = try parts.list("requirements", requirement)
    rule.reasons = try parts.list("reasons", reason)
  }

  /// `{ says: ["homework"], otherwise: "…" }`, or `select` in place of `says`.
  private func requirement(_ value: JSON5Value) throws -> Requirement {
    let parts = try JSON5Parts(value, ["says", "select", "otherwise"])
    let otherwise = try parts.required("otherwise").string()
    guard let says = parts.optional("says") else {
      _ = try parts.required("select")
      return Requirement(select: try parts.text("select", joinedBy: "\n"), otherwise: otherwise)
    }
    return .says(try SourceCapabilities(says), otherwise: otherwise)
  }

  /// A shared one by its name, or the rule's own.
  private func reason(_ value: JSON5Value) throws -> UndeterminedReason {
    if case .string = value.content {
      return try value.choice("причины", UndeterminedReason.shared, \.name).reason
    }
    let parts = try JSON5Parts(value, ["code", "text", "awaitsDeadline"])
    return UndeterminedReason(
      code: Int64(try parts.required("code").whole(10...1_000_000)), text: try parts.required("text").string(),
      awaitsDeadline: try parts.optional("awaitsDeadline")?.flag() ?? false)
  }
}

extension JSON5Value {
  /// One of the known values by its name, with the nearest name where there is none.
  func choice<Value>(_ what: String, _ values: [Value], _ name: (Value) -> String) throws -> Value {
    let word = try word(what, among: values.map(name))
    guard let value = values.first(where: { name($0) == word }) else { throw wrong(what) }
    return value
  }
}

extension SourceCapabilities {
  private static let names: [(name: String, capability: SourceCapabilities)] = [
    ("topics", .topics), ("homework", .homework), ("marks", .marks), ("works", .works), ("attendance", .attendance),
    ("everybodyPresent", .everybodyPresent), ("lessonNumbers", .lessonNumbers), ("logins", .logins),
    ("lessonTimes", .lessonTimes), ("markTimes", .markTimes), ("attendanceTimes", .attendanceTimes),
    ("finalMarkTimes", .finalMarkTimes), ("enrolmentDates", .enrolmentDates), ("absenceReasons", .absenceReasons),
    ("lessonPlanning", .lessonPlanning), ("partial", .partial),
  ]

  /// A list of names.
  init(_ value: JSON5Value) throws {
    self.init(try value.elements().map { try $0.choice("содержания выгрузки", Self.names, \.name).capability })
  }
}
