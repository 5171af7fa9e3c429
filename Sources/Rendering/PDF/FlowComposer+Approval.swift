import Reporting

extension FlowComposer {
  /// Гриф утверждения in the upper right corner: lines that begin at one left edge, none longer than 8 cm (7,5 cm in the edition
  /// of 2016).
  func strips(for approval: Approval) -> [Strip] {
    let corner = min(width, .millimetres(standard == .gost2025 ? 80 : 75))
    let x = width - corner
    var strips = approval.lines.flatMap { line in
      let text = shaper.shape(line, .plain, width: corner).tagged(structure.add(.paragraph))
      var strips = text.lineStrips(x: x)
      strips[0].gap = 3
      return strips
    }
    for index in strips.indices { strips[index].keepsWithNext = true }
    return strips
  }
}
