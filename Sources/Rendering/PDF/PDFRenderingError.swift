/// Why a document could not be made into a PDF file. `description` is Russian: what happened and what to do.
public enum PDFRenderingError: Error, Hashable, Sendable {
  /// The font file is not there or FreeType cannot read it.
  case missingFont(path: String)
  /// Fontconfig, Pango or Cairo refused a call; `reason` is the library's own word.
  case library(reason: String)
}

extension PDFRenderingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missingFont(let path):
      "Не найден или не читается шрифт \(path). Установите пакет Debian fonts-paratype "
        + "(apt install fonts-paratype) или укажите папку, в которой лежит этот файл."
    case .library(let reason):
      "Не удалось собрать PDF: \(reason). Проверьте, что хватает памяти и что установлены пакеты libpango-1.0-0, "
        + "libpangocairo-1.0-0 и libcairo2."
    }
  }
}
