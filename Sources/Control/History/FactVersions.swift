import Journal

/// One version of a fact as it is stored; 0 and nil as the tables have them.
struct FactVersion {
  var number: Int64
  var value: String
  var raw: String?
  var enteredFrom: Int64
  var enteredBy: Int64
  var goneFrom: Int64?
  var goneBy: Int64?
  var sheet: Int64
  var row: Int64
  var column: Int64
}

/// All versions of one fact, and what they say happened to it.
struct FactVersions {
  enum Happening {
    case entered(FactVersion)
    case changed(from: FactVersion, to: FactVersion)
    case removed(FactVersion)
  }

  private let versions: [FactVersion]

  init(_ versions: [FactVersion]) {
    // In order of their ends: a source's own moment of a new value may be as old as the value before it.
    self.versions = versions.sorted {
      ($0.goneBy ?? .max, $0.enteredBy, $0.number) < ($1.goneBy ?? .max, $1.enteredBy, $1.number)
    }
  }

  /// In order of time. A version that is seen no later than the one before it ends has changed it; else the fact was
  /// removed and entered anew.
  var happenings: [Happening] {
    var told: [Happening] = []
    for (index, version) in versions.enumerated() {
      let before = index > 0 ? versions[index - 1] : nil
      if let before, let end = before.goneBy, version.enteredBy <= end {
        told.append(.changed(from: before, to: version))
      } else {
        told.append(.entered(version))
      }
      let after = index + 1 < versions.count ? versions[index + 1] : nil
      if let end = version.goneBy, after.map({ $0.enteredBy > end }) ?? true { told.append(.removed(version)) }
    }
    return told
  }
}
