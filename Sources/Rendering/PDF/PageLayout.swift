import Reporting

/// A document laid out: pages of placed boxes, ready to be drawn.
struct PageLayout {
  let geometry: PageGeometry
  let pages: [Page]

  init(_ document: ReportDocument, fonts: PageFonts) throws(PDFRenderingError) {
    let shaper = try TextShaper(fonts: fonts)
    let geometry = PageGeometry(document.orientation)
    var composer = FlowComposer(shaper: shaper, geometry: geometry)
    for block in document.blocks { composer.append(block) }
    var pages = Paginator.pages(of: composer.strips, geometry: geometry)

    // «N из M» is known only when all pages are.
    let furniture = PageFurniture(shaper: shaper, geometry: geometry, isDraft: document.isDraft)
    for index in pages.indices {
      pages[index].boxes = furniture.boxes(page: index + 1, of: pages.count) + pages[index].boxes
    }
    self.geometry = geometry
    self.pages = pages
  }
}
