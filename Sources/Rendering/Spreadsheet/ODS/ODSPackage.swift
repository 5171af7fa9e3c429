import Reporting

/// The parts of the package around the content.
struct ODSPackage {
  static func name(of page: SheetPage) -> String { "Page-" + page.orientation.rawValue }
  static let defaultStyle = "Default"

  let workbook: Workbook

  /// The root element of a part, with the namespaces of every part.
  static func root(_ name: String, _ xml: XMLWriter, content: () -> Void) {
    let odf = "urn:oasis:names:tc:opendocument:xmlns:"
    xml.element(
      name,
      [
        "xmlns:office": odf + "office:1.0", "xmlns:style": odf + "style:1.0", "xmlns:table": odf + "table:1.0",
        "xmlns:text": odf + "text:1.0", "xmlns:number": odf + "datastyle:1.0", "xmlns:meta": odf + "meta:1.0",
        "xmlns:config": odf + "config:1.0", "xmlns:fo": odf + "xsl-fo-compatible:1.0",
        "xmlns:svg": odf + "svg-compatible:1.0", "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:xlink": "http://www.w3.org/1999/xlink",
        // Named only in values: `ooo:view-settings`.
        "xmlns:ooo": "http://openoffice.org/2004/office",
        "xmlns:loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
        // The language of formulas.
        "xmlns:of": odf + "of:1.2", "xmlns:draw": odf + "drawing:1.0", "xmlns:chart": odf + "chart:1.0",
        "office:version": "1.2",
      ], content: content)
  }

  private static func part(
    _ name: String, content: (XMLWriter) -> Void
  ) throws(SpreadsheetError) -> [UInt8] {
    try XMLWriter.bytes { xml in root(name, xml) { content(xml) } }
  }

  static func fonts(_ xml: XMLWriter) {
    xml.element("office:font-face-decls") {
      xml.element(
        "style:font-face",
        [
          "style:name": Workbook.fontName, "svg:font-family": "'\(Workbook.fontName)'",
          "style:font-family-generic": "roman", "style:font-pitch": "variable",
        ])
    }
  }

  func manifest() throws(SpreadsheetError) -> [UInt8] {
    try XMLWriter.bytes { xml in
      xml.element(
        "manifest:manifest",
        ["xmlns:manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest:version": "1.2"]
      ) {
        func entry(_ path: String, _ type: String) {
          xml.element("manifest:file-entry", ["manifest:full-path": path, "manifest:media-type": type])
        }
        entry("/", ODSRenderer.mediaType)
        for part in ["meta.xml", "settings.xml", "styles.xml", "content.xml"] { entry(part, "text/xml") }
        for number in 1..<(workbook.charts.count + 1) {
          let folder = ODSChart.folder(number)
          entry(folder + "/", ODSChart.mediaType)
          for part in ["/content.xml", "/styles.xml"] { entry(folder + part, "text/xml") }
        }
      }
    }
  }

  func meta() throws(SpreadsheetError) -> [UInt8] {
    let properties = workbook.properties
    return try ODSPackage.part("office:document-meta") { xml in
      xml.element("office:meta") {
        xml.element("meta:generator", text: "Zavuch")
        xml.element("dc:title", text: properties.title)
        if !properties.subject.isEmpty { xml.element("dc:subject", text: properties.subject) }
        xml.element("meta:initial-creator", text: properties.author)
        xml.element("dc:creator", text: properties.author)
        xml.element("meta:creation-date", text: properties.made.description)
        xml.element("dc:date", text: properties.made.description)
        xml.element("dc:language", text: Workbook.language.code + "-" + Workbook.language.country)
        if !properties.identifier.isEmpty {
          xml.element(
            "meta:user-defined", ["meta:name": "Идентификатор", "meta:value-type": "string"],
            text: properties.identifier)
        }
      }
    }
  }

  /// Frozen headers and hidden grids are settings of the view; the names are LibreOffice's, which Excel knows as well.
  func settings() throws(SpreadsheetError) -> [UInt8] {
    try ODSPackage.part("office:document-settings") { xml in
      func item(_ name: String, _ type: String, _ value: String) {
        xml.element("config:config-item", ["config:name": name, "config:type": type], text: value)
      }
      xml.element("office:settings") {
        xml.element("config:config-item-set", ["config:name": "ooo:view-settings"]) {
          xml.element("config:config-item-map-indexed", ["config:name": "Views"]) {
            xml.element("config:config-item-map-entry") {
              item("ViewId", "string", "view1")
              xml.element("config:config-item-map-named", ["config:name": "Tables"]) {
                for sheet in workbook.sheets {
                  xml.element("config:config-item-map-entry", ["config:name": sheet.name]) {
                    item("ShowGrid", "boolean", sheet.header == nil ? "false" : "true")
                    guard let header = sheet.header else { return }
                    let frozen = "\(header.rows.upperBound + 1)"
                    let columns = "\(header.columns)"
                    item("CursorPositionX", "int", columns)
                    item("CursorPositionY", "int", frozen)
                    item("HorizontalSplitMode", "short", header.columns > 0 ? "2" : "0")
                    item("VerticalSplitMode", "short", "2")
                    item("HorizontalSplitPosition", "int", columns)
                    item("VerticalSplitPosition", "int", frozen)
                    item("ActiveSplitRange", "short", header.columns > 0 ? "3" : "2")
                    item("PositionLeft", "int", "0")
                    item("PositionRight", "int", columns)
                    item("PositionTop", "int", "0")
                    item("PositionBottom", "int", frozen)
                  }
                }
              }
              item("ActiveTable", "string", workbook.sheets[0].name)
            }
          }
        }
      }
    }
  }

  /// The language of the texts, the page with its header and footer.
  func styles() throws(SpreadsheetError) -> [UInt8] {
    try ODSPackage.part("office:document-styles") { xml in
      ODSPackage.fonts(xml)
      xml.element("office:styles") {
        xml.element("style:default-style", ["style:family": "table-cell"]) {
          xml.element(
            "style:text-properties",
            [
              "style:font-name": Workbook.fontName, "fo:font-size": "10pt", "fo:language": Workbook.language.code,
              "fo:country": Workbook.language.country,
            ])
        }
        xml.element("style:style", ["style:name": ODSPackage.defaultStyle, "style:family": "table-cell"])
      }
      var pages = Palette<SheetPage>()
      for sheet in workbook.sheets { _ = pages.index(of: sheet.page) }
      xml.element("office:automatic-styles") {
        for page in pages.elements { layout(page, xml) }
        xml.element("style:style", ["style:name": "Mark", "style:family": "text"]) {
          xml.element("style:text-properties", ["style:font-name": Workbook.fontName, "fo:font-weight": "bold"])
        }
      }
      xml.element("office:master-styles") {
        for page in pages.elements { masterPage(page, xml) }
      }
    }
  }

  private func layout(_ page: SheetPage, _ xml: XMLWriter) {
    func millimetres(_ length: Double) -> String { length.length + "mm" }
    xml.element("style:page-layout", ["style:name": ODSPackage.name(of: page)]) {
      xml.element(
        "style:page-layout-properties",
        [
          "fo:page-width": millimetres(page.width), "fo:page-height": millimetres(page.height),
          "style:print-orientation": page.orientation.rawValue,
          "fo:margin-left": millimetres(page.left), "fo:margin-right": millimetres(SheetPage.right),
          "fo:margin-top": millimetres(SheetPage.edge), "fo:margin-bottom": millimetres(SheetPage.edge),
          // As many pages down as it takes.
          "style:scale-to-X": "1", "style:print-page-order": "ttb",
        ])
      // The header and the footer lie inside the margins of the text: margin and height together.
      for (name, margin, height) in [
        ("style:header-style", "fo:margin-bottom", SheetPage.top - SheetPage.edge),
        ("style:footer-style", "fo:margin-top", SheetPage.bottom - SheetPage.edge),
      ] {
        xml.element(name) {
          xml.element(
            "style:header-footer-properties",
            [
              "fo:min-height": millimetres(height), "fo:margin-left": "0mm", "fo:margin-right": "0mm", margin: "0mm",
            ])
        }
      }
    }
  }

  private func masterPage(_ page: SheetPage, _ xml: XMLWriter) {
    let name = ODSPackage.name(of: page)
    xml.element("style:master-page", ["style:name": name, "style:page-layout-name": name]) {
      xml.element("style:header", ["style:display": workbook.isDraft ? nil : "false"]) {
        guard workbook.isDraft else { return }
        xml.element("style:region-right") {
          xml.element("text:p") {
            xml.element("text:span", ["text:style-name": "Mark"], text: Workbook.draftMark)
          }
        }
      }
      xml.element("style:footer") {
        xml.element("style:region-center") {
          xml.element("text:p") {
            xml.text("стр. ")
            xml.element("text:page-number", text: "1")
            xml.text(" из ")
            xml.element("text:page-count", text: "1")
          }
        }
      }
    }
  }
}
