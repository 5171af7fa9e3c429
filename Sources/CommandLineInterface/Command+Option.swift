extension Command {
  /// A named option: `--name value`, `--name=value`, or a flag `--name`.
  public struct Option: Sendable {
    public enum Form: Sendable {
      /// Given or not; giving it twice changes nothing.
      case flag
      /// One value; giving it twice is wrong usage.
      case value
      /// May be given several times; the values keep their order, equal ones count once.
      case repeated
      /// Values with commas between them; may be given several times as well.
      case list
    }

    /// Without the two hyphens.
    public let name: String
    /// What stands for the value in help: `ДАТА`. Empty for a flag.
    public let label: String
    public let help: String
    public let form: Form
    public let kind: ValueKind
    /// What the getters return when the option is not given; printed in help.
    public let defaultValue: String?
    public let isRequired: Bool

    public static func flag(_ name: String, help: String) -> Option {
      Option(
        name: name, label: "", help: help, form: .flag, kind: .text, defaultValue: nil, isRequired: false)
    }

    /// A default that depends on the day or on other options belongs into `help`, not into `default`.
    public static func value(
      _ name: String, _ label: String, help: String, kind: ValueKind = .text, default defaultValue: String? = nil,
      required: Bool = false
    ) -> Option {
      Option(
        name: name, label: label, help: help, form: .value, kind: kind, defaultValue: defaultValue,
        isRequired: required)
    }

    public static func repeated(_ name: String, _ label: String, help: String, kind: ValueKind = .text) -> Option {
      Option(
        name: name, label: label, help: help, form: .repeated, kind: kind, defaultValue: nil, isRequired: false)
    }

    /// `default` is written as it would be typed: `pdf,html`.
    public static func list(
      _ name: String, _ label: String, help: String, kind: ValueKind = .text, default defaultValue: String? = nil
    ) -> Option {
      Option(
        name: name, label: label, help: help, form: .list, kind: kind, defaultValue: defaultValue, isRequired: false)
    }

    /// `--as-of`.
    var flagName: String { "--" + name }

    /// `--as-of ДАТА`, or `--json`.
    var term: String { form == .flag ? flagName : "\(flagName) \(label)" }

    /// The help text with what the declaration itself says: values, default, repetition.
    var fullHelp: String {
      var parts = [help]
      if form == .list {
        parts.append(kind.choices.map { "через запятую: " + $0.joined(separator: ", ") } ?? "список через запятую")
      } else if let choices = kind.choices {
        parts.append("одно из: " + choices.joined(separator: ", "))
      }
      if form == .repeated { parts.append("можно указать несколько раз") }
      if let defaultValue { parts.append("по умолчанию: \(defaultValue)") }
      if isRequired { parts.append("обязательный параметр") }
      return parts.joined(separator: "; ")
    }
  }
}
