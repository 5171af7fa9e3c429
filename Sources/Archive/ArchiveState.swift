/// The ledger and what the head files say of its end, read under one lock.
struct ArchiveState {
  enum HeadFile: Hashable {
    case missing
    case unreadable
    case holds(LedgerHead)
  }

  let ledger: Ledger
  let head: HeadFile
  /// The head that a registration prepared before it wrote its line.
  let pending: LedgerHead?

  init(ledger bytes: [UInt8], head: HeadFile, pending: LedgerHead?) {
    if case .holds(let head) = head {
      ledger = Ledger(bytes, head: head)
    } else {
      ledger = Ledger(bytes, head: nil)
    }
    self.head = head
    self.pending = pending
  }

  /// A registration was interrupted after its line and before its head: renaming the pending head completes it.
  var isUnfinished: Bool {
    guard let last = ledger.last, last.head == pending else { return false }
    switch head {
    case .missing: return last.sequence == 1
    case .unreadable: return false
    case .holds(let head): return head == LedgerHead(sequence: last.sequence - 1, digest: last.previous)
    }
  }

  var headProblem: ArchiveProblem? {
    let last = ledger.last?.sequence ?? 0
    if isUnfinished { return .registrationUnfinished(sequence: last) }
    switch head {
    case .missing: return ledger.lineCount == 0 ? nil : .headMissing
    case .unreadable: return .headUnreadable
    case .holds(let head):
      // A broken last line is told already, and what it said of the end is not known.
      guard ledger.endHolds, ledger.last?.head != head else { return nil }
      if head.sequence > last {
        return ledger.isTorn && head.sequence == last + 1 ? nil : .tailCut(last: last, head: head)
      }
      guard let record = ledger.last, head.sequence == last else { return .tailAdded(last: last, head: head) }
      return .headDiffers(ledger: record.head, head: head)
    }
  }

  /// - Throws: `ArchiveError.damaged` with the first problem.
  func soundRecords() throws(ArchiveError) -> [Registration] {
    if let problem = ledger.problems.first { throw .damaged(problem) }
    if let problem = headProblem, !isUnfinished { throw .damaged(problem) }
    return ledger.sound.map(\.record)
  }
}
