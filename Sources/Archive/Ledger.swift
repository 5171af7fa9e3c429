/// The ledger as its bytes tell it: the records that hold, and everything that does not.
struct Ledger {
  /// Counted from 1.
  typealias Line = (number: Int, record: Registration)

  /// Lines whose own digest holds, in the file's order, without those that were inserted.
  private(set) var sound: [Line] = []
  /// Every line that reads as a record, also a changed or inserted one.
  private(set) var readable: [Line] = []
  /// Numbers of lines that do not read or whose own digest does not hold.
  private(set) var broken: Set<Int> = []
  /// Without a torn last line.
  let lineCount: Int
  let isTorn: Bool
  /// In the order of lines.
  private(set) var problems: [ArchiveProblem] = []

  /// The record with the highest number.
  var last: Registration? { sound.max { $0.record.sequence < $1.record.sequence }?.record }

  /// False if the last line does not read or hold, so that nothing can be said of the ledger's end.
  var endHolds: Bool { !broken.contains(lineCount) }

  /// The head serves to tell the genuine one of two last records.
  init(_ bytes: [UInt8], head: LedgerHead?) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    isTorn = !lines.removeLast().isEmpty
    lineCount = lines.count
    var found: [(line: Int, problem: ArchiveProblem)] = []
    for (number, line) in zip(1..., lines.map(Array.init)) {
      guard let record = Registration(line: line) else {
        found.append((number, .lineUnreadable(line: number)))
        broken.insert(number)
        continue
      }
      readable.append((number, record))
      let digest = Registration.digest(ofLine: line)
      if record.line == line, record.digest == digest {
        sound.append((number, record))
      } else {
        let problem = ArchiveProblem.lineChanged(
          line: number, sequence: record.sequence, recorded: record.digest.sha256, found: digest.sha256)
        found.append((number, problem))
        broken.insert(number)
      }
    }
    found += removeInserted(head: head)
    found += orderProblems() + chainProblems()
    problems = found.enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element.problem)
    if isTorn {
      problems.append(.lineTorn(line: lineCount + 1, headAgrees: head == last?.head))
    }
  }

  /// Of lines with one number the genuine one is that whose digest the next record, or the head, holds.
  private mutating func removeInserted(head: LedgerHead?) -> [(line: Int, problem: ArchiveProblem)] {
    var witnesses = Set(sound.map { LedgerHead(sequence: $0.record.sequence - 1, digest: $0.record.previous) })
    if let head { witnesses.insert(head) }
    var problems: [(line: Int, problem: ArchiveProblem)] = []
    for (sequence, lines) in Dictionary(grouping: sound, by: \.record.sequence) where lines.count > 1 {
      let genuine = (lines.first { witnesses.contains($0.record.head) } ?? lines[0]).number
      for line in lines where line.number != genuine {
        problems.append((line.number, .lineInserted(line: line.number, sequence: sequence, genuine: genuine)))
      }
    }
    let inserted = Set(problems.map(\.line))
    sound.removeAll { inserted.contains($0.number) }
    return problems
  }
}
