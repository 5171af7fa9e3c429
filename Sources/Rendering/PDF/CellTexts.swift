/// Texts of cells by what they say, their style and the width of their column.
final class CellTexts {
  private struct Key: Hashable {
    var style: TextStyle
    var width: Double
  }

  private var numbers: [Key: Int] = [:]
  private var tables: [TextTable<ShapedText>] = []

  func text(
    _ cell: TableRow.Cell, width: Double, setting: (TableRow.Cell, Double) -> ShapedText
  ) -> ShapedText {
    let number = number(of: Key(style: cell.style, width: width))
    return cell.text.withBytes { bytes in
      if let known = tables[number].find(bytes) { return known }
      let text = setting(cell, width)
      tables[number].insert(bytes, text)
      return text
    }
  }

  private func number(of key: Key) -> Int {
    if let number = numbers[key] { return number }
    tables.append(TextTable())
    numbers[key] = tables.count - 1
    return tables.count - 1
  }
}
