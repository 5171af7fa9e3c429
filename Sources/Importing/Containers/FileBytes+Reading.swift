import Glibc
import Journal

extension FileBytes {
  /// The largest file taken by default: 2 GiB.
  public static let sizeLimit = 2 << 30

  /// Reads a regular file whole. Throws `ImportProblem` when it cannot be opened or read, is a folder or is too large.
  public convenience init(path: String, limit: Int = FileBytes.sizeLimit) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileBytes.problem(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileBytes.problem(path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ImportProblem(
        "«\(path)» — не файл, а папка или устройство", hint: "Укажите файл выгрузки; папку разбирают по файлам.")
    }
    let size = Int(status.st_size)
    guard size <= limit else {
      throw ImportProblem(
        "файл «\(path)» слишком велик: \(size) байт при пределе \(limit)",
        hint: "Выгрузите данные частями: по одной школе или по одному классу.")
    }
    try self.init(capacity: size) { target in
      var filled = 0
      while filled < size {
        let got = read(descriptor, target.baseAddress?.advanced(by: filled), size - filled)
        if got < 0, errno == EINTR { continue }
        guard got >= 0 else { throw FileBytes.problem(path, errno) }
        if got == 0 { break }
        filled += got
      }
      return filled
    }
  }

  private static func problem(_ path: String, _ code: Int32) -> ImportProblem {
    switch code {
    case ENOENT, ENOTDIR:
      ImportProblem("файла «\(path)» нет", hint: "Проверьте имя файла и папку.")
    case EACCES, EPERM:
      ImportProblem("файл «\(path)» нельзя прочитать: нет прав", hint: "Дайте права на чтение этого файла.")
    default:
      ImportProblem(
        "файл «\(path)» не читается: ошибка системы \(code)",
        hint: "Скопируйте файл на исправный диск и повторите загрузку.")
    }
  }
}
