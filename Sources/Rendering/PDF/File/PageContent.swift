/// A page's content stream being written: everything in it belongs to an element of the structure or is an artifact.
struct PageContent {
  private enum Section: Equatable {
    case none, artifact
    case element(Int)
  }

  private let page: Int
  private let geometry: PageGeometry
  private let structure: StructureTree
  private var content = PDFBytes()
  private var section = Section.none
  private var font = -1
  private var size = 0.0
  private var grey = 0.0
  private var hasOpenPath = false
  private var rules = PageRules()
  /// Of the group that is being drawn, PDF's coordinates.
  private var origin = (x: 0.0, y: 0.0)

  /// `page` counts from 0.
  init(page: Int, geometry: PageGeometry, structure: StructureTree) {
    self.page = page
    self.geometry = geometry
    self.structure = structure
    // Hairlines with square ends meet in corners.
    content.append("0.5 w 2 J\n")
  }

  mutating func draw(_ group: Page.Group) {
    origin = (group.x, geometry.height - group.y)
    for box in group.boxes { draw(box) }
  }

  private mutating func draw(_ box: PageBox) {
    switch box {
    case .rule(let x1, let y1, let x2, let y2):
      return rules.add(x1: origin.x + x1, y1: origin.y - y1, x2: origin.x + x2, y2: origin.y - y2)
    case .text(let text, _, _, _), .turnedText(let text, _, _): enter(text.element)
    case .fill, .shape, .watermark: enter(nil)
    case .figure(let boxes, let element):
      enter(element)
      if let element, let bounds = PageBox.bounds(of: boxes) {
        structure.place(
          element,
          bounds: [origin.x + bounds.left, origin.y - bounds.bottom, origin.x + bounds.right, origin.y - bounds.top])
      }
      for box in boxes { paint(box) }
      return closePath()
    }
    paint(box)
  }

  /// The whole stream. Rules come last: no background hides half of a line.
  mutating func finish() -> [UInt8] {
    if !rules.segments.isEmpty { enter(nil) }
    for rule in rules.segments { line(rule.x1, rule.y1, rule.x2, rule.y2) }
    leave()
    return content.bytes
  }

  private mutating func enter(_ element: Int?) {
    let wanted = element.map(Section.element) ?? .artifact
    guard wanted != section else { return }
    leave()
    if let element {
      content.append(name: structure.elements[element].kind.rawValue)
      content.append("<</MCID ")
      content.append(structure.mark(element, page: page))
      content.append(">>BDC\n")
    } else {
      content.append("/Artifact BMC\n")
    }
    section = wanted
  }

  private mutating func leave() {
    closePath()
    if section != .none { content.append("EMC\n") }
    section = .none
  }

  private mutating func paint(_ box: PageBox) {
    switch box {
    case .rule(let x1, let y1, let x2, let y2):
      line(origin.x + x1, origin.y - y1, origin.x + x2, origin.y - y2)
    case .fill(let x, let y, let width, let height, let grey):
      closePath()
      set(grey: grey)
      content.append(numbers: origin.x + x, origin.y - y - height, width, height)
      content.append("re f\n")
    case .text(let text, let lines, let x, let y):
      closePath()
      paint(text, lines, x: x, y: y - text.lines[lines.lowerBound].top, isTurned: false)
    case .turnedText(let text, let x, let y):
      closePath()
      paint(text, text.lines.indices, x: x, y: y, isTurned: true)
    case .shape(let shape, let x, let y):
      closePath()
      content.append(PageContent.operators(of: shape, x: origin.x + x, y: origin.y - y))
    case .figure(let boxes, _): for box in boxes { paint(box) }
    case .watermark(let outline):
      closePath()
      // The sine of 45 degrees.
      content.append("q 0.92 g 0.7071 0.7071 -0.7071 0.7071 ")
      content.append(numbers: geometry.width / 2, geometry.height / 2)
      content.append("cm ")
      content.append(outline.path)
      content.append("f Q\n")
    }
  }

  /// The point is where the text's first line begins: its top left corner on the page, the lower left one when it is turned.
  private mutating func paint(_ text: ShapedText, _ lines: Range<Int>, x: Double, y: Double, isTurned: Bool) {
    guard lines.contains(where: { !text.lines[$0].runs.isEmpty }) else { return }
    set(grey: 0)
    content.append("BT\n")
    var last = (x: 0.0, y: 0.0)
    for line in text.lines[lines] {
      for run in line.runs {
        if run.font != font || text.size != size {
          (font, size) = (run.font, text.size)
          content.append("/F")
          content.append(font)
          content.append(" ")
          content.append(size)
          content.append(" Tf ")
        }
        let down = line.top + line.baseline - run.rise
        if isTurned {
          content.append("0 1 -1 0 ")
          content.append(numbers: origin.x + x + down, origin.y - y + run.x)
          content.append("Tm[")
        } else {
          // The difference of rounded points: many lines add up to no error.
          let point = (
            x: ((origin.x + x + run.x) * 100).rounded() / 100, y: ((origin.y - y - down) * 100).rounded() / 100
          )
          content.append(numbers: point.x - last.x, point.y - last.y)
          content.append("Td[")
          last = point
        }
        content.append(run.operands)
        content.append("]TJ\n")
      }
    }
    content.append("ET\n")
  }

  private mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    content.append(numbers: x1, y1)
    content.append("m ")
    content.append(numbers: x2, y2)
    content.append("l\n")
    hasOpenPath = true
  }

  private mutating func set(grey: Double) {
    guard grey != self.grey else { return }
    self.grey = grey
    content.append(grey)
    content.append(" g ")
  }

  /// Draws the rules that have been collected.
  private mutating func closePath() {
    if hasOpenPath { content.append("S\n") }
    hasOpenPath = false
  }
}
