/// One thing in the archive that is not as it was registered. Paths are relative to the archive; lines are counted from 1.
public enum ArchiveProblem: Hashable, Sendable {
  case archiveMissing(String)
  case ledgerMissing
  case lineUnreadable(line: Int)
  /// The line's own digest, as it says and as its bytes give (SHA-256).
  case lineChanged(line: Int, sequence: Int, recorded: String, found: String)
  /// The last line has no end. `headAgrees`: the head file points to the line before, so writing was interrupted.
  case lineTorn(line: Int, headAgrees: Bool)
  /// Another line with the same number is the genuine one.
  case lineInserted(line: Int, sequence: Int, genuine: Int)
  /// The record is found where another one, which is in the ledger too, should stand.
  case lineMoved(line: Int, sequence: Int, expected: Int)
  /// Records are nowhere in the ledger; `line` is the one that stands in their place.
  case linesMissing(ClosedRange<Int>, line: Int)
  /// The next record holds another digest of this one (SHA-256).
  case chainBroken(line: Int, sequence: Int, next: Int, expected: String, found: String)
  /// The first record follows nothing, yet does not hold zeros.
  case chainStartWrong(line: Int, found: String)
  case headMissing
  case headUnreadable
  /// `last` is the ledger's last record, 0 if it has none.
  case tailCut(last: Int, head: LedgerHead)
  case tailAdded(last: Int, head: LedgerHead)
  case headDiffers(ledger: LedgerHead, head: LedgerHead)
  /// Everything was written but the head file.
  case registrationUnfinished(sequence: Int)
  case expectedRecordMissing(ExpectedHead, last: Int)
  case expectedRecordDiffers(ExpectedHead, found: String)
  case fileMissing(String, line: Int)
  case fileChanged(String, line: Int, expected: ArchivedFile, found: ArchivedFile)
  /// A folder, a link or a device in the place of a file.
  case fileReplaced(String, line: Int)
  case fileAdded(String)
  case folderAdded(String)
  /// What an interrupted registration left before the ledger's line was written.
  case leftover(String)
  /// The error's description.
  case unreadable(String)
}
