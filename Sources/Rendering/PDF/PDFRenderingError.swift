/// Why a document could not be made into a PDF file. `description` is Russian: what happened and what to do.
public enum PDFRenderingError: Error, Hashable, Sendable {
  /// The font file is not there or FreeType cannot read it.
  case missingFont(path: String)
  /// The profile of sRGB is not there or is no profile of a monitor.
  case missingProfile(path: String)
  /// Fontconfig, Pango, Cairo, HarfBuzz, zlib or libqrencode refused a call; `reason` is the library's own word.
  case library(reason: String)
}

extension PDFRenderingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missingFont(let path):
      "Не найден или не читается шрифт \(path). Установите пакет Debian fonts-paratype "
        + "(apt install fonts-paratype) или укажите папку, в которой лежит этот файл."
    case .missingProfile(let path):
      "Не найден или не читается цветовой профиль \(path). Установите пакет Debian icc-profiles-free "
        + "(apt install icc-profiles-free): без профиля файл не будет архивным (PDF/A)."
    case .library(let reason):
      "Не удалось собрать PDF: \(reason). Проверьте, что хватает памяти и что установлены пакеты libpango-1.0-0, "
        + "libpangocairo-1.0-0, libcairo2, libharfbuzz-subset0, zlib1g и libqrencode4."
    }
  }
}
