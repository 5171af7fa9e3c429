/// A table for the terminal: columns aligned, two spaces apart, widths counted in characters. One column is wrapped so that
/// lines keep to the given width: the first that is declared so, else the last.
public struct TextTable: Sendable {
  public struct Column: Sendable {
    public enum Alignment: Sendable {
      case left, right
    }

    public let title: String
    public let alignment: Alignment
    public let wraps: Bool

    public init(_ title: String, _ alignment: Alignment = .left, wraps: Bool = false) {
      self.title = title
      self.alignment = alignment
      self.wraps = wraps
    }
  }

  public let columns: [Column]
  /// Each has as many cells as there are columns; missing ones are empty, further ones are left out.
  public private(set) var rows: [[String]] = []

  /// The wrapped column is not made narrower than this, even if the line gets longer than asked.
  private static let narrowest = 20
  private static let gap = 2

  public init(_ columns: [Column]) {
    self.columns = columns
  }

  public mutating func append(_ cells: [String]) {
    rows.append(cells)
  }

  /// Lines with a line end after each, titles and a rule above them; empty for no columns.
  public func text(width: Int = 100) -> String {
    guard let wide = columns.firstIndex(where: \.wraps) ?? columns.indices.last else { return "" }
    let body = rows.map { row in columns.indices.map { $0 < row.count ? row[$0].visibleLines.oneLine : "" } }
    var widths = columns.map(\.title.count)
    for row in body {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.count) }
    }
    let others = widths.reduce(0, +) - widths[wide] + Self.gap * (columns.count - 1)
    widths[wide] = min(widths[wide], max(width - others, Self.narrowest, columns[wide].title.count))

    var text = line(columns.map(\.title), widths)
    text += line(widths.map { String(repeating: "─", count: $0) }, widths)
    for row in body {
      for (index, part) in row[wide].wrapped(to: widths[wide]).enumerated() {
        var cells = index == 0 ? row : Array(repeating: "", count: columns.count)
        cells[wide] = part
        text += line(cells, widths)
      }
    }
    return text
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = ""
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += String(repeating: " ", count: Self.gap) }
      let filling = String(repeating: " ", count: max(0, widths[index] - cell.count))
      text += columns[index].alignment == .left ? cell + filling : filling + cell
    }
    while text.last == " " { text.removeLast() }
    return text + "\n"
  }
}

extension String {
  fileprivate var oneLine: String {
    contains("\n") ? split(separator: "\n").joined(separator: " ") : self
  }
}
