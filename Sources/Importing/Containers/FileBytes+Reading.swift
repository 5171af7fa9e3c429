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

  /// Writes the bytes to a new file, or over an old one. Throws `ImportProblem`.
  public func write(to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileBytes.problem(path, errno) }
    defer { close(descriptor) }
    var written = 0
    while written < count {
      let put = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), count - written)
      if put < 0, errno == EINTR { continue }
      guard put > 0 else {
        throw ImportProblem(
          "файл «\(path)» не записывается: ошибка системы \(errno)", hint: "Проверьте место на диске и права на папку.")
      }
      written += put
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
