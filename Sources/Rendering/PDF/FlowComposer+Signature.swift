import Reporting

extension FlowComposer {
  /// Position on the left, a rule for the personal signature, the decoded name on the right on the position's last
  /// line; under them the date, the place of the seal, and the frame kept free for the mark of an electronic signature.
  func strips(for signature: SignatureBlock) -> [Strip] {
    let gutter = Double.millimetres(5)
    let ruleWidth = Double.millimetres(38)
    // A name of three words has a line of its own where the page is wide enough.
    let natural = signature.name.map { shaper.shape($0, .plain, width: width).width + 0.5 } ?? 0
    let nameWidth = min(max(.millimetres(48), natural), 0.36 * width)
    let positionWidth = width - ruleWidth - nameWidth - 2 * gutter
    let ruleX = positionWidth + gutter
    let nameX = ruleX + ruleWidth + gutter
    let division = structure.add(.division)

    let position = shaper.shape(signature.position, .plain, width: positionWidth)
      .tagged(structure.add(.paragraph, under: division))
    let lastLine = position.lines[position.lines.count - 1]
    let ruleY = lastLine.top + lastLine.baseline + 2
    var top = Strip(height: position.height, boxes: [.text(position, x: 0, y: 0)], keepsWithNext: true)
    top.boxes.append(.rule(x1: ruleX, y1: ruleY, x2: ruleX + ruleWidth, y2: ruleY))
    var captions: [PageBox] = []
    if let name = signature.name {
      let shaped = shaper.shape(name, .plain.aligned(.right), width: nameWidth)
        .tagged(structure.add(.paragraph, under: division))
      // A long name grows upwards from the line of the signature; the strip grows with it.
      let rise = max(0, shaped.height - position.height)
      top.boxes = top.boxes.map { $0.moved(x: 0, y: rise) }
      top.height += rise
      top.boxes.append(.text(shaped, x: nameX, y: top.height - shaped.height))
      captions = [underRule("(подпись)", under: division, x: ruleX, width: ruleWidth)]
    } else {
      top.boxes.append(.rule(x1: nameX, y1: ruleY, x2: nameX + nameWidth, y2: ruleY))
      captions = [
        underRule("(подпись)", under: division, x: ruleX, width: ruleWidth),
        underRule("(расшифровка подписи)", under: division, x: nameX, width: nameWidth),
      ]
    }
    var strips = [top, Strip(height: 12, boxes: captions, keepsWithNext: true)]
    strips += dateAndSeal(signature, under: division, sealX: ruleX)
    if signature.reservesMark { addMarkFrame(to: &strips, under: division) }
    return strips
  }

  private func dateAndSeal(_ signature: SignatureBlock, under division: Int, sealX: Double) -> [Strip] {
    let line = shaper.shape(signature.date?.russian ?? "", .plain, width: width)
    var strip = Strip(gap: 4, height: line.height)
    if signature.date != nil {
      strip.boxes.append(.text(line.tagged(structure.add(.paragraph, under: division)), x: 0, y: 0))
    }
    if signature.hasStamp {
      let seal = shaper.shape("М.П.", .plain, width: width).tagged(structure.add(.paragraph, under: division))
      strip.boxes.append(.text(seal, x: sealX, y: 0))
    }
    guard signature.date == nil else { return [strip] }
    let blank = Double.millimetres(38)
    let ruleY = line.lines[0].baseline + 2
    strip.boxes.append(.rule(x1: 0, y1: ruleY, x2: blank, y2: ruleY))
    strip.keepsWithNext = true
    return [strip, Strip(height: 12, boxes: [underRule("(дата)", under: division, x: 0, width: blank)])]
  }

  /// An empty frame at the right of the date, large enough for the mark's elements to be read at their natural size.
  private func addMarkFrame(to strips: inout [Strip], under division: Int) {
    let (frameWidth, frameHeight) = (Double.millimetres(75), Double.millimetres(25))
    let first = 2
    let x = width - frameWidth
    let caption = shaper.shape(SignatureBlock.markCaption, .underRule, width: frameWidth)
      .tagged(structure.add(.paragraph, under: division))
    let corners = [(0.0, 0.0), (frameWidth, 0.0), (frameWidth, frameHeight), (0.0, frameHeight)]
    var boxes = corners.indices.map { index -> PageBox in
      let (from, to) = (corners[index], corners[(index + 1) % corners.count])
      return .rule(x1: x + from.0, y1: from.1, x2: x + to.0, y2: to.1)
    }
    boxes.append(.text(caption, x: x, y: (frameHeight - caption.height) / 2))
    // The frame begins with the date and reaches below it.
    let used = strips[first...].reduce(0) { $0 + $1.height }
    if strips.count > first + 1 {
      strips[first].height = used
      for strip in strips[(first + 1)...] {
        strips[first].boxes += strip.boxes.map { $0.moved(x: 0, y: used - strip.height) }
      }
      strips.removeSubrange((first + 1)...)
      strips[first].keepsWithNext = false
    }
    strips[first].gap = 8
    strips[first].boxes += boxes
    strips[first].height = max(strips[first].height, frameHeight)
  }

  private func underRule(_ text: String, under division: Int, x: Double, width: Double) -> PageBox {
    .text(
      shaper.shape(text, .underRule, width: width).tagged(structure.add(.paragraph, under: division)), x: x, y: 0)
  }
}
