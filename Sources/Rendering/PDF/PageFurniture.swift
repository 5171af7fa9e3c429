/// What stands on a page outside the flow: its number and the marks of a draft.
struct PageFurniture {
  private let shaper: TextShaper
  private let watermark: TextOutline?

  init(shaper: TextShaper, isDraft: Bool) throws(PDFRenderingError) {
    self.shaper = shaper
    watermark = isDraft ? try shaper.outline("ПРОЕКТ", TextStyle(family: .sans, size: 120, isBold: true)) : nil
  }

  /// Page numbers from the second page on, in the middle of the top margin, at least 10 mm from the edge
  /// (ГОСТ Р 7.0.97).
  func boxes(page: Int, of count: Int, on geometry: PageGeometry) -> [PageBox] {
    var boxes: [PageBox] = []
    let y = Double.millimetres(11)
    if let watermark {
      boxes.append(.watermark(watermark))
      boxes.append(.text(shaper.shape("ПРОЕКТ", .draftMark, width: geometry.textWidth), x: geometry.left, y: y))
    }
    if page > 1 {
      let text = shaper.shape("стр. \(page) из \(count)", .pageNumber, width: geometry.textWidth)
      boxes.append(.text(text, x: geometry.left, y: y))
    }
    return boxes
  }
}
