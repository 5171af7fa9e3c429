extension Ledger {
  /// Records that are missing or stand out of order.
  func orderProblems() -> [(line: Int, problem: ArchiveProblem)] {
    var problems: [(line: Int, problem: ArchiveProblem)] = []
    let present = sound.map(\.record.sequence).sorted()
    var expected = 1
    var line = 1
    // Broken lines since the last record in order: each may have stood for one record.
    var unknown = 0
    for (index, (number, record)) in sound.enumerated() {
      unknown += (line..<number).count { broken.contains($0) }
      line = number
      let sequence = record.sequence
      let isLate = sequence < expected
      if isLate || present[index] < sequence {
        problems.append((number, .lineMoved(line: number, sequence: sequence, expected: present[index])))
      } else if sequence > expected + unknown {
        problems.append((number, .linesMissing((expected + unknown)...(sequence - 1), line: number)))
      }
      if !isLate {
        expected = sequence + 1
        unknown = 0
      }
    }
    return problems
  }

  /// Records whose digest is not the one that the next record holds.
  func chainProblems() -> [(line: Int, problem: ArchiveProblem)] {
    let bySequence = Dictionary(sound.map { ($0.record.sequence, $0) }, uniquingKeysWith: { first, _ in first })
    var problems: [(line: Int, problem: ArchiveProblem)] = []
    for (number, record) in sound {
      if record.sequence == 1, record.previous != .zeros {
        problems.append((number, .chainStartWrong(line: number, found: record.previous.sha256)))
      } else if let before = bySequence[record.sequence - 1], before.record.digest != record.previous {
        let problem = ArchiveProblem.chainBroken(
          line: before.number, sequence: before.record.sequence, next: record.sequence,
          expected: record.previous.sha256, found: before.record.digest.sha256)
        problems.append((before.number, problem))
      }
    }
    return problems
  }
}
