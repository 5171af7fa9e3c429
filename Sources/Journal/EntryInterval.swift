/// Between which moments a fact was entered (or removed): after `earliest` and by `latest`. With a timestamp they are
/// equal; `earliest` is nil where no earlier snapshot bounds it. CONTROL 1, «When was it entered?».
public struct EntryInterval: Hashable, Sendable {
  public var earliest: LocalMoment?
  public var latest: LocalMoment

  public init(earliest: LocalMoment?, latest: LocalMoment) {
    self.earliest = earliest
    self.latest = latest
  }

  /// A known moment.
  public init(at moment: LocalMoment) {
    self.init(earliest: moment, latest: moment)
  }

  public var isExact: Bool { earliest == latest }

  /// For people: «12.09.2025 14:05:00» or «между 12.01.2019 10:00:00 и 31.01.2019 05:35:42».
  public var russian: String {
    guard let earliest else { return "не позднее \(latest.russian)" }
    return isExact ? latest.russian : "между \(earliest.russian) и \(latest.russian)"
  }
}
