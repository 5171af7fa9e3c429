/// A parsed command line. The getters take an option's name without hyphens or a positional argument's label, and give
/// what was typed, else the declared default.
///
/// All throw `UndeclaredName` for a name that the command does not declare, or not in that form: a fault of the
/// command's code, never of the person.
public struct Invocation: Sendable {
  public let program: Program
  public let command: Command
  let flags: Set<String>
  /// By option name or argument label; names are Latin, labels Russian.
  let values: [String: [String]]

  public func flag(_ name: String) throws -> Bool {
    guard case .option(let option) = try parameter(name), option.form == .flag else { throw UndeclaredName(name) }
    return flags.contains(name)
  }

  /// The one value of an option or argument; nil if it was not given and has no default.
  public func value(_ name: String) throws -> String? {
    guard try parameter(name).isSingle else { throw UndeclaredName(name) }
    return try values(name).first
  }

  /// The values of a repeated option, a list, or an argument, in their order; empty if there are none.
  public func values(_ name: String) throws -> [String] {
    let parameter = try parameter(name)
    if case .option(let option) = parameter {
      if option.form == .flag { throw UndeclaredName(name) }
      if values[name] == nil, let defaultValue = option.defaultValue {
        return option.form == .list ? defaultValue.split(separator: ",").map(String.init) : [defaultValue]
      }
    }
    return values[name] ?? []
  }

  /// The value of an option that is declared as required or has a default, or of an argument that must be there.
  public func required(_ name: String) throws -> String {
    guard let value = try value(name) else {
      throw UsageError("Не указан \(try parameter(name).nominative).")
    }
    return value
  }

  /// Whether the person gave it, so that a default can be told from the same value typed.
  public func isGiven(_ name: String) throws -> Bool {
    _ = try parameter(name)
    return flags.contains(name) || values[name] != nil
  }
}

/// A getter asked for what the command does not declare.
public struct UndeclaredName: Error, Equatable {
  public let name: String

  init(_ name: String) {
    self.name = name
  }
}
