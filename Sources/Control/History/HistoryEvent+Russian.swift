import Journal

extension HistoryEvent {
  /// «Белов Иван: отметка 4 → 5: изменена между 12.01.2019 22:10 и 31.01.2019 05:35 (выгрузки «…» и «…»)».
  public var russian: String {
    let whose = pupil.map { "\($0): " } ?? ""
    return "\(whose)\(noun)\(values): \(verb) \(when)"
  }

  private var noun: String {
    switch kind {
    case .lesson: "урок"
    case .topic: "тема"
    case .homework: "домашнее задание"
    case .attendance: "посещаемость"
    case .finalMark: "итоговая отметка"
    case .exemption: "освобождение"
    default: "отметка"
    }
  }

  private var values: String {
    let isQuoted = kind == .topic || kind == .homework
    let told = [old, new].compactMap { $0 }.filter { !$0.isEmpty }.map { isQuoted ? "«\($0)»" : $0 }
    return told.isEmpty ? "" : " " + told.joined(separator: " → ")
  }

  /// In the gender of the noun.
  private var verb: String {
    let forms: [String] =
      switch change {
      case .entered: ["внесён", "внесена", "внесено"]
      case .changed: ["изменён", "изменена", "изменено"]
      case .removed: ["исчез", "исчезла", "исчезло"]
      }
    switch kind {
    case .lesson: return forms[0]
    case .homework, .exemption: return forms[2]
    default: return forms[1]
    }
  }

  private var when: String {
    let (latest, names) = (interval.latest, exports.map { "«\($0)»" }.joined(separator: " и "))
    if interval.isExact { return latest.date.russian + " в " + latest.russianClock }
    let proof = exports.isEmpty ? "" : exports.count == 1 ? " (выгрузка \(names))" : " (выгрузки \(names))"
    guard let earliest = interval.earliest else { return "не позже \(latest.russianMinute)\(proof)" }
    return "между \(earliest.russianMinute) и \(latest.russianMinute)\(proof)"
  }
}

extension LocalMoment {
  /// `05:35`.
  fileprivate var russianClock: String { String(description.dropFirst(11).prefix(5)) }

  /// `31.01.2019 05:35`.
  fileprivate var russianMinute: String { "\(date.russian) \(russianClock)" }
}
