import Reporting

/// A document laid out: pages of placed boxes, ready to be drawn.
struct PageLayout {
  let pages: [Page]
  let structure: StructureTree

  init(_ document: ReportDocument, fonts: PageFonts) throws(PDFRenderingError) {
    let shaper = try TextShaper(fonts: fonts)
    let structure = StructureTree()
    let code = try DocumentCode(document).map { code throws(PDFRenderingError) in try CodeFigure(code, shaper: shaper) }
    var pages: [Page] = []
    for section in PageLayout.sections(of: document) {
      let geometry = PageGeometry(section.orientation, storage: document.properties.storage)
      var composer = FlowComposer(
        shaper: shaper, geometry: geometry, structure: structure, standard: document.properties.standard)
      for block in section.blocks { composer.append(block) }
      guard !composer.strips.isEmpty else { continue }
      let reserve = pages.isEmpty ? code?.reserve(on: geometry) ?? 0 : 0
      pages += Paginator.pages(of: composer.strips, geometry: geometry, reserve: reserve)
    }
    if pages.isEmpty {
      pages = [Page(geometry: PageGeometry(document.orientation, storage: document.properties.storage))]
    }

    // «N из M» is known only when all pages are.
    let furniture = try PageFurniture(shaper: shaper, isDraft: document.isDraft)
    for index in pages.indices {
      let boxes = furniture.boxes(page: index + 1, of: pages.count, on: pages[index].geometry)
      pages[index].groups.insert(Page.Group(boxes: boxes), at: 0)
    }
    if let code { pages[0].groups.append(Page.Group(boxes: code.boxes(on: pages[0].geometry, structure: structure))) }
    self.pages = pages
    self.structure = structure
  }

  private static func sections(of document: ReportDocument) -> [(orientation: PageOrientation, blocks: [Block])] {
    var sections = [(orientation: document.orientation, blocks: [Block]())]
    for block in document.blocks {
      if case .section(let orientation) = block {
        sections.append((orientation, []))
      } else {
        sections[sections.count - 1].blocks.append(block)
      }
    }
    return sections
  }
}
