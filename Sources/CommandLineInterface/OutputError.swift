import Glibc

/// The results could not be written: the disk is full, the device is gone. The work itself may be done, but nobody has
/// the answer, so it is no success.
public struct OutputError: ExitCoded, Equatable {
  /// The system's error number.
  public let number: Int32

  public var exitStatus: ExitStatus { .fault }

  public var russianDescription: String {
    let reason =
      switch number {
      case ENOSPC, EDQUOT: "на диске нет места"
      case EIO: "ошибка чтения или записи на диске"
      default: "код ошибки системы \(number)"
      }
    return """
      Результат не записан полностью: \(reason).
      Проверьте диск или файл, в который направлен вывод, и повторите команду.
      """
  }
}
