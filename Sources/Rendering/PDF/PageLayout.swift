import Reporting

/// A document laid out: pages of placed boxes, ready to be drawn.
struct PageLayout {
  let pages: [Page]
  let structure: StructureTree
  /// What is handed out one by one is printed on one side.
  let hasParts: Bool

  init(_ document: ReportDocument, fonts: PageFonts) throws(PDFRenderingError) {
    let shaper = try TextShaper(fonts: fonts)
    let structure = StructureTree()
    let furniture = try PageFurniture(shaper: shaper, isDraft: document.isDraft)
    let parts = PageLayout.parts(of: document)
    var pages: [Page] = []
    for part in parts {
      let code = try DocumentCode(document.properties, part.identifier, part.blocks).map {
        code throws(PDFRenderingError) in try CodeFigure(code, shaper: shaper)
      }
      var own: [Page] = []
      for section in PageLayout.sections(of: part) {
        let geometry = PageGeometry(section.orientation, storage: document.properties.storage)
        var composer = FlowComposer(
          shaper: shaper, geometry: geometry, structure: structure, standard: document.properties.standard)
        composer.headingLevel = part.title == nil ? 0 : 1
        for block in section.blocks { composer.append(block) }
        guard !composer.strips.isEmpty else { continue }
        let reserve = own.isEmpty ? code?.reserve(on: geometry) ?? 0 : 0
        own += Paginator.pages(of: composer.strips, geometry: geometry, reserve: reserve)
      }
      guard !own.isEmpty else { continue }
      // «N из M» is known only when all pages are.
      for index in own.indices {
        let boxes = furniture.boxes(page: index + 1, of: own.count, on: own[index].geometry)
        own[index].groups.insert(Page.Group(boxes: boxes), at: 0)
      }
      if let title = part.title {
        own[0].bookmarks.insert(Page.Bookmark(level: 1, title: title, y: own[0].geometry.top), at: 0)
      }
      if let code { own[0].groups.append(Page.Group(boxes: code.boxes(on: own[0].geometry, structure: structure))) }
      pages += own
    }
    if pages.isEmpty {
      let geometry = PageGeometry(document.orientation, storage: document.properties.storage)
      let boxes = furniture.boxes(page: 1, of: 1, on: geometry)
      pages = [Page(geometry: geometry, groups: [Page.Group(boxes: boxes)])]
    }
    self.pages = pages
    self.structure = structure
    hasParts = parts.contains { $0.title != nil }
  }

  private struct Part {
    /// Nil for a document that is one whole.
    var title: String?
    var identifier: String
    var orientation: PageOrientation
    var blocks: [Block] = []
  }

  private static func parts(of document: ReportDocument) -> [Part] {
    var parts = [Part(identifier: document.properties.identifier, orientation: document.orientation)]
    for block in document.blocks {
      if case .part(let part) = block {
        parts.append(
          Part(
            title: part.title.withoutControlCharacters, identifier: part.identifier, orientation: part.orientation))
      } else {
        parts[parts.count - 1].blocks.append(block)
      }
    }
    return parts.count > 1 && parts[0].blocks.isEmpty ? Array(parts.dropFirst()) : parts
  }

  private static func sections(of part: Part) -> [(orientation: PageOrientation, blocks: [Block])] {
    var sections = [(orientation: part.orientation, blocks: [Block]())]
    for block in part.blocks {
      if case .section(let orientation) = block {
        sections.append((orientation, []))
      } else {
        sections[sections.count - 1].blocks.append(block)
      }
    }
    return sections
  }
}
