extension DnevnikSheet {
  private static let namespaces =
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
    + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

  /// The part with the exporter's habits: a wrong dimension, rows 5 and 6 absent, styled empties in every header cell.
  func xml(isFirst: Bool, strings: inout SharedStrings) -> String {
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><worksheet \(Self.namespaces)>"
    xml += "<dimension ref=\"A1\"></dimension><sheetViews><sheetView \(isFirst ? "tabSelected=\"1\" " : "")"
    xml += "showRuler=\"1\" showOutlineSymbols=\"1\" defaultGridColor=\"1\" colorId=\"64\" zoomScale=\"100\" "
    xml += "workbookViewId=\"0\"></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>"
    xml += "<col min=\"1\" max=\"1\" width=\"4\" style=\"0\" customWidth=\"1\" collapsed=\"1\"/>"
    xml += "<col min=\"2\" max=\"2\" width=\"30\" style=\"0\" customWidth=\"1\" collapsed=\"1\"/></cols><sheetData>"
    for (offset, line) in heading.enumerated() {
      xml += row(offset + 1, [(1, 1, line)], &strings)
    }
    xml += row(7, [(1, 2, "№ п/п"), (2, 2, "Месяц")] + headerCells { $0.monthText }, &strings)
    xml += row(8, [(2, 3, "Число")] + headerCells { $0.dayText }, &strings)
    xml += row(9, [(2, 2, "Фамилия и имя ученика")] + headerCells { _ in "" }, &strings)
    for (offset, pupil) in rows.enumerated() {
      let cells = pupil.cells.enumerated().map { (column: $0.offset + 3, style: 2, text: $0.element) }
      xml += row(offset + 10, [(1, 2, "\(offset + 1)"), (2, 4, pupil.name)] + cells, &strings)
    }
    xml += "</sheetData>\(merges)<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" "
    return xml + "header=\"0.3\" footer=\"0.3\"/></worksheet>"
  }

  private struct HeaderCell {
    var monthText: String
    var dayText: String
  }

  /// A month's name stands in the first column of its run; a period's column ends the run.
  private var header: [HeaderCell] {
    var month = ""
    return columns.map { column in
      switch column {
      case .day(let name, let day):
        defer { month = name }
        return HeaderCell(monthText: name == month ? "" : name, dayText: day)
      case .label(let text):
        month = ""
        return HeaderCell(monthText: text, dayText: "")
      }
    }
  }

  private func headerCells(_ text: (HeaderCell) -> String) -> [(column: Int, style: Int, text: String)] {
    header.enumerated().map { (column: $0.offset + 3, style: 2, text: text($0.element)) }
  }

  private func row(
    _ number: Int, _ cells: [(column: Int, style: Int, text: String)], _ strings: inout SharedStrings
  ) -> String {
    var xml = "<row r=\"\(number)\">"
    for cell in cells {
      xml += "<c r=\"\(columnLetters(cell.column))\(number)\" s=\"\(cell.style)\""
      xml += cell.text.isEmpty ? "/>" : " t=\"s\"><v>\(strings.index(cell.text))</v></c>"
    }
    return xml + "</row>"
  }

  private var merges: String {
    var refs = ["A7:A9"]
    for (offset, cell) in header.enumerated() {
      let letters = columnLetters(offset + 3)
      if case .label = columns[offset] {
        refs.append("\(letters)7:\(letters)9")
        continue
      }
      if !cell.monthText.isEmpty {
        var last = offset
        while last + 1 < columns.count, header[last + 1].monthText.isEmpty { last += 1 }
        if last > offset { refs.append("\(letters)7:\(columnLetters(last + 3))7") }
      }
      refs.append("\(letters)8:\(letters)9")
    }
    return "<mergeCells>\(refs.map { "<mergeCell ref=\"\($0)\"/>" }.joined())</mergeCells>"
  }

  private func columnLetters(_ column: Int) -> String {
    var rest = column
    var letters = ""
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
