import Journal

extension FileKind {
  /// Why no reader takes the file and what to do about it; nil for a kind that has a reader.
  public var refusal: ImportProblem? {
    hint.map { ImportProblem("не читается: это \(name)", hint: $0) }
  }

  private var hint: String? {
    switch self {
    case .zip, .xlsx, .xls, .ods, .spreadsheetML, .html, .text, .json: nil
    case .xml: "Выгрузите те же данные в Excel (.xlsx) или CSV."
    case .encryptedOffice: "Откройте книгу с паролем, снимите защиту и сохраните как .xlsx."
    case .xlsb: "Откройте книгу в Excel и сохраните как .xlsx."
    case .officeDocument: "Загрузите таблицу: выгрузку журнала в Excel (.xlsx)."
    case .pdf, .image: "Из печатной формы данные не читаются: выгрузите журнал в Excel (.xlsx)."
    case .gzip, .rar, .sevenZip: "Распакуйте архив и загрузите файлы из него или упакуйте их в ZIP."
    case .empty: "Выгрузите файл заново: в этом нет данных."
    case .binary: "Загрузите выгрузку электронного журнала: .xlsx, .zip или .csv."
    }
  }
}
