/// What a file is by its content; its name is never asked, for real exports have wrong ones (`.xls` that is HTML).
public enum FileKind: Hashable, Sendable {
  /// An archive of files of any kind.
  case zip
  /// A workbook of Excel 2007 and later.
  case xlsx
  /// Comma-, semicolon- or tab-separated values, or any other plain text.
  case text
  case json
  case html
  /// A workbook of Excel 97–2003 (BIFF8 in OLE2).
  case xls
  /// A spreadsheet of OpenDocument.
  case ods
  /// A workbook under a password: OOXML inside OLE2.
  case encryptedOffice
  /// Binary workbook (`.xlsb`).
  case xlsb
  /// A text document or slides of any office suite.
  case officeDocument
  /// «Таблица XML 2003» of Excel.
  case spreadsheetML
  /// XML of any other kind.
  case xml
  case pdf
  case gzip, rar, sevenZip
  case image
  /// No bytes, or blanks only.
  case empty
  /// Bytes that are no text and no known format.
  case binary

  /// As a person names it: «это …».
  public var name: String {
    switch self {
    case .zip: "архив ZIP"
    case .xlsx: "книга Excel (.xlsx)"
    case .text: "текстовая таблица (CSV)"
    case .json: "данные JSON"
    case .html: "страница HTML"
    case .xls: "книга старого формата .xls (Excel 97–2003)"
    case .ods: "таблица OpenDocument (.ods)"
    case .encryptedOffice: "книга Office под паролем"
    case .xlsb: "двоичная книга Excel (.xlsb)"
    case .officeDocument: "документ Office, а не таблица"
    case .spreadsheetML: "таблица XML 2003"
    case .xml: "файл XML"
    case .pdf: "документ PDF"
    case .gzip: "архив gzip"
    case .rar: "архив RAR"
    case .sevenZip: "архив 7-Zip"
    case .image: "изображение"
    case .empty: "пустой файл"
    case .binary: "файл неизвестного вида"
    }
  }

  /// Plain text, of which many files may make one export: its container costs little to open.
  var isText: Bool { self == .text || self == .json }
}
