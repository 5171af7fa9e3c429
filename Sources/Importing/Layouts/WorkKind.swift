import Journal

/// Kinds of work by the names that journals give them.
enum WorkKind {
  private static let written = [
    "КОНТРОЛЬН", "САМОСТОЯТЕЛЬН", "ПРОВЕРОЧН", "ДИКТАНТ", "СОЧИНЕНИ", "ИЗЛОЖЕНИ", "ПИСЬМЕНН", "ПРАКТИЧЕСК",
    "ЛАБОРАТОРН",
    "СРЕЗ", "ДИАГНОСТИЧЕСК", "ТЕСТ", "КОНТРОЛЯ И УЧЕТА", "ВПР",
  ]

  /// Whether marks for it are due within a week of the lesson (Р 2).
  static func isWritten(_ name: String) -> Bool {
    let folded = CodeFolding.fold(name)
    return written.contains { folded.contains($0) }
  }
}
