/// The document's QR code in the lower right corner of the first page, with what it says beside it.
struct CodeFigure {
  /// Points: nearly half a millimetre is read by any telephone from paper.
  private static let module = Double.millimetres(0.45)
  /// From the page's lower edge to the white around the code: as the page number, it stands in the margin, as far as printers
  /// print.
  private static let edge = Double.millimetres(7)
  /// Modules left white around the code (ISO/IEC 18004).
  private static let quiet = 4.0

  private let code: DocumentCode
  private let text: ShapedText
  private let side: Double

  init(_ code: DocumentCode, shaper: TextShaper) throws(PDFRenderingError) {
    self.code = code
    side = (Double(code.modules.count) + 2 * CodeFigure.quiet) * CodeFigure.module
    text = shaper.shape(code.lines.joined(separator: "\n"), .codeText, width: .millimetres(70))
  }

  /// What the first page keeps free above its bottom margin.
  func reserve(on geometry: PageGeometry) -> Double { max(0, CodeFigure.edge + side - geometry.bottom) + 4 }

  func boxes(on geometry: PageGeometry, structure: StructureTree) -> [PageBox] {
    let quiet = CodeFigure.quiet * CodeFigure.module
    let left = geometry.width - geometry.right - side + quiet
    let top = geometry.height - CodeFigure.edge - side
    var boxes: [PageBox] = []
    for (row, modules) in code.modules.enumerated() {
      var column = 0
      while column < modules.count {
        guard let start = modules[column...].firstIndex(of: true) else { break }
        let end = modules[start...].firstIndex(of: false) ?? modules.count
        boxes.append(
          .fill(
            x: left + quiet + Double(start) * CodeFigure.module, y: top + quiet + Double(row) * CodeFigure.module,
            width: Double(end - start) * CodeFigure.module, height: CodeFigure.module, grey: 0))
        column = end
      }
    }
    let figure = structure.add(
      .figure, alternative: "QR-код документа: " + code.lines.joined(separator: ", "))
    let x = left - .millimetres(70) - 2
    let y = geometry.height - CodeFigure.edge - quiet - text.height
    return [.text(text, x: x, y: y), .figure(boxes, element: figure)]
  }
}
