/// How a pupil was at a lesson. FORMATS 9 and 13: Н, Б and У are absent; О (late) and В are present.
public enum AttendanceCode: String, Hashable, Sendable, CaseIterable {
  /// Н: absent, reason not given or unexcused.
  case absent = "Н"
  /// Б: absent, ill.
  case ill = "Б"
  /// У, also П and УП: absent, excused.
  case excused = "У"
  /// О, also ОП: late, hence present.
  case late = "О"
  /// В: present; without a pupil, everybody is.
  case present = "В"

  public var isAbsence: Bool { self == .absent || self == .ill || self == .excused }

  /// Reads a code whatever its case and with Latin look-alikes.
  public init?(_ raw: some StringProtocol) {
    switch CodeFolding.fold(raw) {
    case "Н", "НП": self = .absent
    case "Б": self = .ill
    case "У", "П", "УП": self = .excused
    case "О", "ОП": self = .late
    case "В": self = .present
    default: return nil
    }
  }
}
