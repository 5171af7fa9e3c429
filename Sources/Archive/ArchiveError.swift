/// Why a report was not registered, or the archive could not be read. The description is Russian: what happened, where, what
/// to do.
public enum ArchiveError: Error, Hashable, Sendable {
  /// What is missing, in Russian.
  case nothingGiven(String)
  /// Which date, and its text.
  case wrongDate(String, String)
  /// The name and the objection to it, in Russian.
  case wrongName(String, String)
  case sameNameTwice(String)
  case noFiles
  case wrongNumber(Int)
  case wrongHead(String)
  /// `free` is the next free number of the year.
  case numberTaken(Int, by: Registration, free: Int)
  /// The same files are registered already under another number than the one asked for.
  case otherNumber(Int, registered: Registration)
  case alreadySigned(Registration)
  /// What was to be done before a registration failed: why, in Russian.
  case unannounced(String)
  /// The folder of the new registration holds other files that the ledger does not know.
  case folderOccupied(String)
  /// The archive must verify before it is added to.
  case damaged(ArchiveProblem)
  /// The same, where `verify` finds more than the ledger and its head: at least one problem.
  case unverified(VerificationReport)
  /// A call of the system failed: what was being done (Russian), the path, `errno`.
  case system(String, path: String, code: Int32)
}

extension ArchiveError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .nothingGiven(let what): "Не указано: \(what). Укажите и повторите."
    case .wrongDate(let what, let text): "Не понята \(what): «\(text)». Нужен день вида 2026-06-05."
    case .wrongName(let name, let objection): "Имя «\(name)» не годится для архива: \(objection). Дайте простое имя."
    case .sameNameTwice(let name): "Файл «\(name)» дан дважды. Дайте каждому файлу своё имя."
    case .noFiles: "Не дано ни одного файла. Подписывать нечего."
    case .wrongNumber(let number): "Регистрационный номер \(number) не годится: нужен номер от 1 до 999999."
    case .wrongHead(let text):
      "Не понята голова журнала «\(text)». Нужны номер записи, двоеточие и не меньше 16 знаков SHA-256 (цифры и латинские "
        + "буквы a–f), например «3: 9f86 d081 884c 7d65»."
    case .numberTaken(let number, let record, let free):
      "Регистрационный номер \(number) уже занят: \(record.told). Следующий свободный номер: \(free)."
    case .otherNumber(let number, let record):
      "Эти же файлы уже зарегистрированы: \(record.told). Под номером \(number) их не регистрируют второй раз; поставьте "
        + "вторую подпись под номером \(record.number)."
    case .alreadySigned(let record): "Этот отчёт уже подписан: \(record.told). Второй раз та же подпись не ставится."
    case .unannounced(let reason): "Ничего не зарегистрировано. \(reason)"
    case .folderOccupied(let path):
      "В папке архива «\(path)» уже лежат другие файлы, которых нет в журнале. Проверьте, откуда они, уберите их и повторите."
    case .damaged(let problem): "Архив не прошёл проверку, поэтому ничего не зарегистрировано. \(problem)"
    case .unverified(let report):
      "Архив не прошёл проверку, поэтому ничего не зарегистрировано. "
        + (report.problems.first.map { "\($0)\(report.others)" } ?? "Проверьте его: zavuch verify.")
    case .system(let action, let path, let code): "Не удалось \(action) «\(path)»: \(ArchiveError.reason(code))."
    }
  }
}
