/// What `ReportArchive.verify` found. The description is Russian and names the first problem before all others.
public struct VerificationReport: Hashable, Sendable {
  /// Lines of the ledger.
  public let lineCount: Int
  /// Files that the ledger names.
  public let fileCount: Int
  /// The ledger's last record; nil if it has none.
  public let head: LedgerHead?
  /// In the order in which they were met: ledger lines, the head file, the expected head, registered files, strange files.
  public let problems: [ArchiveProblem]

  public var isIntact: Bool { problems.isEmpty }
  public var isEmpty: Bool { isIntact && lineCount == 0 }
}

extension VerificationReport: CustomStringConvertible {
  public var description: String {
    guard let first = problems.first else {
      guard let head else { return "Подписанных отчётов ещё нет: проверять нечего." }
      return "Архив цел. Записей в журнале: \(lineCount), файлов: \(fileCount). Голова журнала: \(head.paperText)"
    }
    return "Архив не прошёл проверку.\nПервое нарушение. \(first)\(others)"
  }

  /// All problems after the first, each on its line; empty where there are none.
  var others: String {
    guard problems.count > 1 else { return "" }
    var text = "\nОстальные нарушения (\(problems.count - 1)):"
    for (number, problem) in zip(1..., problems.dropFirst()) { text += "\n\(number). \(problem)" }
    return text
  }
}
