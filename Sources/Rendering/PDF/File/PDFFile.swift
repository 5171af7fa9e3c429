import Reporting

/// Writes a laid out document as a PDF/A-2b and PDF/UA-1 file.
struct PDFFile {
  private let document: ReportDocument
  private let layout: PageLayout
  private let fonts: PageFonts
  private let profile: [UInt8]
  private var objects = PDFObjects()

  /// `profile` is an ICC profile of sRGB.
  init(_ document: ReportDocument, _ layout: PageLayout, fonts: PageFonts, profile: [UInt8]) {
    self.document = document
    self.layout = layout
    self.fonts = fonts
    self.profile = profile
  }

  mutating func write() throws(PDFRenderingError) -> [UInt8] {
    let pages = objects.reserve(layout.pages.count)
    let tree = objects.reserve()
    let resources = objects.reserve()
    for (index, page) in layout.pages.enumerated() {
      try write(page, index, as: pages[index], under: tree, resources: resources)
    }
    try writeResources(resources)
    try write(pages, as: tree)
    let structure = try layout.structure.write(to: &objects, pages: pages)
    let outline = try PDFOutline(layout).write(to: &objects, pages: pages)
    let metadata = try writeMetadata()
    let intent = try objects.add(stream: profile, PDFBytes("/N 3"))

    var catalog = PDFBytes("<</Type/Catalog/Pages ")
    catalog.append(tree)
    catalog.append("/Metadata ")
    catalog.append(metadata)
    catalog.append("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)")
    catalog.append("/DestOutputProfile ")
    catalog.append(intent)
    catalog.append(">>]/MarkInfo<</Marked true>>/StructTreeRoot ")
    catalog.append(structure)
    catalog.append("/Lang(ru-RU)/ViewerPreferences<</DisplayDocTitle true")
    if layout.hasParts { catalog.append("/Duplex/Simplex") }
    catalog.append(">>")
    if let outline {
      catalog.append("/Outlines ")
      catalog.append(outline)
      catalog.append("/PageMode/UseOutlines")
    }
    catalog.append(">>")
    let root = try objects.add(catalog)
    let info = try objects.add(PDFMetadata(document.properties).info)
    return try objects.finish(root: root, info: info)
  }

  private mutating func write(
    _ page: Page, _ index: Int, as reference: PDFReference, under tree: PDFReference, resources: PDFReference
  ) throws(PDFRenderingError) {
    var content = PageContent(page: index, geometry: page.geometry, structure: layout.structure)
    for group in page.groups { content.draw(group) }
    let stream = try objects.add(stream: content.finish(), PDFBytes())
    var object = PDFBytes("<</Type/Page/Parent ")
    object.append(tree)
    object.append("/MediaBox[0 0 ")
    object.append(numbers: page.geometry.width, page.geometry.height)
    object.append("]/Contents ")
    object.append(stream)
    object.append("/Resources ")
    object.append(resources)
    if layout.structure.owners.count > index {
      object.append("/StructParents ")
      object.append(index)
    }
    object.append("/Tabs/S>>")
    try objects.set(reference, object)
  }

  private mutating func writeResources(_ reference: PDFReference) throws(PDFRenderingError) {
    var object = PDFBytes("<</Font<<")
    for (index, font) in fonts.fonts.enumerated() where font.isUsed {
      let font = try font.write(to: &objects)
      object.append("/F")
      object.append(index)
      object.append(" ")
      object.append(font)
    }
    object.append(">>>>")
    try objects.set(reference, object)
  }

  private mutating func write(_ pages: [PDFReference], as tree: PDFReference) throws(PDFRenderingError) {
    var object = PDFBytes("<</Type/Pages/Count ")
    object.append(pages.count)
    object.append("/Kids[")
    for page in pages { object.append(page) }
    object.append("]>>")
    try objects.set(tree, object)
  }

  /// Not compressed: archives look for it without reading the file's structure.
  private mutating func writeMetadata() throws(PDFRenderingError) -> PDFReference {
    let reference = objects.reserve()
    objects.set(
      reference, encodedStream: Array(PDFMetadata(document.properties).packet.utf8),
      PDFBytes("/Type/Metadata/Subtype/XML"))
    return reference
  }
}
