/// The document's QR code in the lower right corner of the first page, with what it says beside it.
struct CodeFigure {
  /// Points: half a millimetre is read by any telephone from paper.
  private static let module = Double.millimetres(0.5)
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
  var height: Double { side + 4 }

  func boxes(on geometry: PageGeometry, structure: StructureTree) -> [PageBox] {
    let left = geometry.width - geometry.right - side
    let top = geometry.height - geometry.bottom - side
    let quiet = CodeFigure.quiet * CodeFigure.module
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
    let y = geometry.height - geometry.bottom - quiet - text.height
    return [.text(text, x: x, y: y), .figure(boxes, element: figure)]
  }
}
