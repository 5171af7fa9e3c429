/// What stands on a page outside the flow: its number and the marks of a draft.
struct PageFurniture {
  let shaper: TextShaper
  let geometry: PageGeometry
  let isDraft: Bool

  /// Page numbers from the second page on, in the middle of the top margin, at least 10 mm from the edge
  /// (ГОСТ Р 7.0.97).
  func boxes(page: Int, of count: Int) -> [PageBox] {
    var boxes: [PageBox] = []
    let y = Double.millimetres(11)
    if isDraft {
      let letters = TextStyle(family: .sans, size: 120, isBold: true)
      boxes.append(.watermark(shaper.shape("ПРОЕКТ", letters, width: 10 * geometry.width)))
      boxes.append(.text(shaper.shape("ПРОЕКТ", .draftMark, width: geometry.textWidth), x: geometry.left, y: y))
    }
    if page > 1 {
      let text = shaper.shape("стр. \(page) из \(count)", .pageNumber, width: geometry.textWidth)
      boxes.append(.text(text, x: geometry.left, y: y))
    }
    return boxes
  }
}
