import FoundationEssentials

extension ControlSettings {
  /// One spelling of equal settings, so that a registered check keeps the ones it was made with; empty where nothing is set.
  func storedText() throws -> String {
    guard self != ControlSettings() else { return "" }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  init(storedText text: String) throws {
    self = text.isEmpty ? ControlSettings() : try JSONDecoder().decode(ControlSettings.self, from: Data(text.utf8))
  }

  /// Settings stored by an earlier version lack what a later one added.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    norms = try values.decodeIfPresent([NormSetting].self, forKey: .norms) ?? []
    rules = try values.decodeIfPresent([RuleSetting].self, forKey: .rules) ?? []
    subjects = try values.decodeIfPresent([SubjectSetting].self, forKey: .subjects) ?? []
    periods = try values.decodeIfPresent([PeriodSetting].self, forKey: .periods) ?? []
    holidays = try values.decodeIfPresent([DaySpan].self, forKey: .holidays) ?? []
    shiftedDays = try values.decodeIfPresent([ShiftedDay].self, forKey: .shiftedDays) ?? []
    regimes = try values.decodeIfPresent([PupilRegime].self, forKey: .regimes) ?? []
    documents = try values.decodeIfPresent([DocumentSetting].self, forKey: .documents) ?? []
  }
}
