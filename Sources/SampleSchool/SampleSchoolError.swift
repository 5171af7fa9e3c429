/// Why nothing, or not everything, was written.
public enum SampleSchoolError: Error, Hashable, Sendable, CustomStringConvertible {
  case unencodable(Character, encoding: String)
  case zip(String)
  case notWritten(path: String, reason: String)

  public var description: String {
    switch self {
    case .unencodable(let character, let encoding):
      "Знак «\(character)» нельзя записать в кодировке \(encoding). Выберите UTF-8."
    case .zip(let reason): "Не удалось собрать ZIP-архив: \(reason)."
    case .notWritten(let path, let reason): "Не удалось записать «\(path)»: \(reason). Проверьте папку и права на неё."
    }
  }
}
