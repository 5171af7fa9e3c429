import Glibc

extension ArchiveError {
  /// What the system's error code means and what to do, in Russian: the C library's texts depend on the locale.
  static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "такого файла или папки нет"
    case EACCES, EPERM: "нет прав; обратитесь к тому, кто настраивал компьютер"
    case ENOSPC, EDQUOT: "на диске нет места; освободите место и повторите"
    case EROFS: "диск доступен только для чтения"
    case ENOTDIR: "на месте папки лежит файл; уберите его и повторите"
    case EISDIR: "на месте файла лежит папка; уберите её и повторите"
    case EEXIST, ENOTEMPTY: "место занято другими файлами; уберите их и повторите"
    case ELOOP: "на месте файла лежит ссылка; уберите её и повторите"
    case EIO: "ошибка чтения или записи диска; проверьте диск"
    default: "код ошибки системы \(code)"
    }
  }
}
