import Reporting

/// Turns the blocks of a document into the strips that pages are cut from.
struct FlowComposer {
  let shaper: TextShaper
  /// Of the text area, points.
  let geometry: PageGeometry
  let structure: StructureTree
  let standard: DocumentProperties.Standard
  /// Under this many levels of bookmarks.
  var headingLevel = 0
  private(set) var strips: [Strip] = []
  /// Space the last block wants below it.
  private var spaceBelow: Double = 0
  private var breaksPage = false
  private var signaturesInRow = 0

  var width: Double { geometry.textWidth }

  init(
    shaper: TextShaper, geometry: PageGeometry, structure: StructureTree, standard: DocumentProperties.Standard
  ) {
    self.shaper = shaper
    self.geometry = geometry
    self.structure = structure
    self.standard = standard
  }

  mutating func append(_ block: Block) {
    defer { if case .signature = block { signaturesInRow += 1 } else { signaturesInRow = 0 } }
    switch block {
    case .head(let head): append(self.strips(for: head), below: 16)
    case .approval(let approval): append(self.strips(for: approval), above: 6, below: 14)
    case .heading(let level, let text):
      append(self.strips(forHeading: text, level: level), above: level == 1 ? 14 : 10, below: 5)
    case .paragraph(let paragraph):
      let isNote = paragraph.style == .note
      append(self.strips(for: paragraph), above: isNote ? 3 : 0, below: isNote ? 6 : 4)
    case .list(let items, let isNumbered): append(self.strips(forList: items, numbered: isNumbered), below: 4)
    case .table(let table): append(tableComposer.strips(for: table), above: 8, below: 10)
    case .acknowledgement(let acknowledgement):
      // Of one or two people it does not stand alone on a page either.
      if !breaksPage, !strips.isEmpty, acknowledgement.people.count < 3 {
        strips[strips.count - 1].keepsWithNext = true
      }
      var composer = tableComposer
      composer.leastRowHeight = .millimetres(8)
      append(composer.strips(for: acknowledgement.table), above: 16, below: 10)
    case .signature(let signature):
      // A signature does not stand alone on a page: the end of what it signs goes with it. The third and later ones in a
      // row are a list of acknowledgement, which may go on over pages.
      if !breaksPage, !strips.isEmpty, signaturesInRow < 2 { strips[strips.count - 1].keepsWithNext = true }
      append(self.strips(for: signature), above: 26, below: 8)
    case .pageBreak, .section, .part: breaksPage = true
    case .chart(let chart): append(self.strips(for: chart), above: 10, below: 16)
    }
  }

  var tableComposer: TableComposer {
    TableComposer(shaper: shaper, geometry: geometry, structure: structure)
  }

  private mutating func append(_ added: [Strip], above: Double = 0, below: Double = 0) {
    guard var first = added.first else { return }
    first.gap += max(above, spaceBelow)
    first.startsPage = breaksPage
    strips.append(first)
    strips += added.dropFirst()
    spaceBelow = below
    breaksPage = false
  }
}
