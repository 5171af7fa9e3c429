import Journal
import Reporting

extension FlowComposer {
  /// Position on the left, a rule for the personal signature, the decoded name on the right on the position's last
  /// line; under them the date and the place of the seal.
  func strips(for signature: SignatureBlock) -> [Strip] {
    let gutter = Double.millimetres(5)
    let ruleWidth = Double.millimetres(38)
    let nameWidth = Double.millimetres(48)
    let positionWidth = width - ruleWidth - nameWidth - 2 * gutter
    let ruleX = positionWidth + gutter
    let nameX = ruleX + ruleWidth + gutter

    let position = shaper.shape(signature.position, .plain, width: positionWidth)
    let lastLine = position.lines[position.lines.count - 1]
    let ruleY = lastLine.top + lastLine.baseline + 2
    var top = Strip(height: position.height, boxes: [.text(position, x: 0, y: 0)], keepsWithNext: true)
    top.boxes.append(.rule(x1: ruleX, y1: ruleY, x2: ruleX + ruleWidth, y2: ruleY))
    var captions: [PageBox] = [underRule("(подпись)", x: ruleX, width: ruleWidth)]
    if let name = signature.name {
      let shaped = shaper.shape(name, .plain.aligned(.right), width: nameWidth)
      // A long name grows upwards from the line of the signature; the strip grows with it.
      let rise = max(0, shaped.height - position.height)
      top.boxes = top.boxes.map { $0.moved(x: 0, y: rise) }
      top.height += rise
      top.boxes.append(.text(shaped, x: nameX, y: top.height - shaped.height))
    } else {
      top.boxes.append(.rule(x1: nameX, y1: ruleY, x2: nameX + nameWidth, y2: ruleY))
      captions.append(underRule("(расшифровка подписи)", x: nameX, width: nameWidth))
    }
    let captionStrip = Strip(height: 12, boxes: captions, keepsWithNext: true)
    return [top, captionStrip] + dateAndSeal(signature, sealX: ruleX)
  }

  private func dateAndSeal(_ signature: SignatureBlock, sealX: Double) -> [Strip] {
    let line = shaper.shape(signature.date?.russian ?? "", .plain, width: width)
    var strip = Strip(gap: 4, height: line.height)
    let seal = shaper.shape("М.П.", .plain, width: width)
    if signature.hasStamp { strip.boxes.append(.text(seal, x: sealX, y: 0)) }
    guard signature.date == nil else {
      strip.boxes.append(.text(line, x: 0, y: 0))
      return [strip]
    }
    let blank = Double.millimetres(38)
    let ruleY = line.lines[0].baseline + 2
    strip.boxes.append(.rule(x1: 0, y1: ruleY, x2: blank, y2: ruleY))
    strip.keepsWithNext = true
    return [strip, Strip(height: 12, boxes: [underRule("(дата)", x: 0, width: blank)])]
  }

  private func underRule(_ text: String, x: Double, width: Double) -> PageBox {
    .text(shaper.shape(text, .underRule, width: width), x: x, y: 0)
  }
}
