/// Why a workbook could not be written.
public enum SpreadsheetError: Error, Hashable, Sendable {
  /// A table has more rows than a sheet of Excel or LibreOffice can hold.
  case tooManyRows(table: String, rows: Int, limit: Int)
  /// libxml2 refused a call; `element` is the innermost one that was open.
  case xml(element: String)
  /// libzip's own words.
  case zip(part: String, reason: String)
}

extension SpreadsheetError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooManyRows(let table, let rows, let limit):
      "Таблица «\(table)» не помещается на лист: строк \(rows), а лист вмещает \(limit). "
        + "Сузьте отчёт: выберите классы, учителей или более короткий период."
    case .xml(let element):
      "Не удалось записать часть книги (элемент «\(element)»): вероятно, не хватило памяти."
    case .zip(let part, let reason):
      "Не удалось упаковать книгу (часть «\(part)»): \(reason)."
    }
  }
}
