import Journal
import Reporting

extension FlowComposer {
  /// Organisation, kind, date and number on one line, place, heading: the longitudinal form of ГОСТ Р 7.0.97, where
  /// no requisite is wider than 12 cm.
  func strips(for head: DocumentHead) -> [Strip] {
    let requisiteWidth = min(width, .millimetres(120))
    var strips: [Strip] = []
    let division = structure.add(.division)

    func addCentred(_ text: String, _ style: TextStyle, gap: Double, width: Double) {
      guard !text.isEmpty else { return }
      let shaped = shaper.shape(text, style, width: width).tagged(structure.add(.paragraph, under: division))
      strips.append(
        Strip(gap: gap, height: shaped.height, boxes: [.text(shaped, x: (self.width - width) / 2, y: 0)]))
    }

    if head.organisation.isEmpty {
      strips += blank("(наименование организации)", under: division, width: min(width, .millimetres(150)))
    } else {
      addCentred(head.organisation, .organisation, gap: 0, width: min(width, .millimetres(150)))
    }
    addCentred(head.kind, .kind, gap: 22, width: width)
    var line = dateAndNumber(head, under: division)
    line.gap = 14
    strips.append(line)
    if head.place.isEmpty {
      strips += blank("(место составления)", under: division, width: .millimetres(60))
    } else {
      addCentred(head.place, .plain.aligned(.center), gap: 8, width: requisiteWidth)
    }
    addCentred(head.heading, .organisation, gap: 18, width: requisiteWidth)
    for index in strips.indices { strips[index].keepsWithNext = true }
    return strips
  }

  /// A rule to write on, with what belongs there under it.
  private func blank(_ caption: String, under division: Int, width: Double) -> [Strip] {
    let x = (self.width - width) / 2
    let line = shaper.shape(" ", .plain, width: width)
    let ruleY = line.lines[0].baseline + 2
    let shaped = shaper.shape(caption, .underRule, width: width).tagged(structure.add(.paragraph, under: division))
    return [
      Strip(gap: 8, height: line.height, boxes: [.rule(x1: x, y1: ruleY, x2: x + width, y2: ruleY)]),
      Strip(height: 12, boxes: [.text(shaped, x: x, y: 0)]),
    ]
  }

  private func dateAndNumber(_ head: DocumentHead, under division: Int) -> Strip {
    let blank = Double.millimetres(38)
    let day = head.date.map { date in
      shaper.shape(date.russian, .plain, width: width).tagged(structure.add(.paragraph, under: division))
    }
    let sign = shaper.shape(head.number.map { "№ \($0)" } ?? "№", .plain, width: width)
      .tagged(structure.add(.paragraph, under: division))
    var strip = Strip(height: sign.height)
    let ruleY = sign.lines[0].baseline + 2
    if let day {
      strip.boxes.append(.text(day, x: 0, y: 0))
    } else {
      strip.boxes.append(.rule(x1: 0, y1: ruleY, x2: blank, y2: ruleY))
    }
    if head.number == nil {
      strip.boxes.append(.text(sign, x: width - blank - sign.width - 4, y: 0))
      strip.boxes.append(.rule(x1: width - blank, y1: ruleY, x2: width, y2: ruleY))
    } else {
      strip.boxes.append(.text(sign, x: width - sign.width, y: 0))
    }
    return strip
  }
}
