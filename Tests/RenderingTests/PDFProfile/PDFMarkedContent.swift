/// What is drawn on a page, with the marks around it.
struct PDFMarkedContent {
  struct Mark {
    var tag: String
    var number: Int?
    /// Of its list of properties.
    var properties: Set<String>
  }

  struct Piece {
    var page: Int
    /// From the outermost to the innermost.
    var marks: [Mark]
    /// False for a mark that begins here.
    var isDrawn: Bool
  }

  private static let painting = Set(
    ["Tj", "TJ", "'", "\"", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "EI"])

  private(set) var pieces: [Piece] = []

  init(_ operations: [PDFOperation], page: Int) {
    var open: [Mark] = []
    for operation in operations {
      switch operation.name {
      case "BMC", "BDC":
        let names = operation.operands.compactMap(\.nameText)
        var mark = Mark(tag: names.first ?? "", number: nil, properties: Set(names.dropFirst()))
        if let key = operation.operands.firstIndex(of: .name(Array("MCID".utf8))), key + 1 < operation.operands.count {
          mark.number = operation.operands[key + 1].number.map { Int($0) }
        }
        open.append(mark)
        pieces.append(Piece(page: page, marks: open, isDrawn: false))
      case "EMC": _ = open.popLast()
      default:
        if Self.painting.contains(operation.name) { pieces.append(Piece(page: page, marks: open, isDrawn: true)) }
      }
    }
  }
}
