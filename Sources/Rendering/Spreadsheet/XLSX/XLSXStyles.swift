/// The style part: fonts, fills, borders and formats, each told once, and the cell formats that point to them.
struct XLSXStyles {
  private struct Font: Hashable {
    var size: Double
    var isBold: Bool
    var colour: CellStyle.Colour
  }

  /// A cell names a style by its place here, from 1: 0 is the standard style.
  let styles: StyleSheet

  func bytes() throws(SpreadsheetError) -> [UInt8] {
    var fonts = Palette<Font>()
    var fills = Palette<CellStyle.Colour>()
    var edges = Palette<CellStyle.Edges>()
    _ = edges.index(of: [])
    // The standard font comes before ours, and two fills that Excel demands before those.
    let formats = styles.cells.elements.map { style in
      [
        "fontId": fonts.index(of: Font(size: style.size, isBold: style.isBold, colour: style.colour)) + 1,
        "fillId": style.fill.map { fills.index(of: $0) + 2 } ?? 0,
        "borderId": edges.index(of: style.edges),
      ]
    }
    return try XMLWriter.bytes { xml in
      xml.element("styleSheet", ["xmlns": XLSXPackage.main]) {
        numberFormats(xml)
        xml.element("fonts", ["count": "\(fonts.elements.count + 1)"]) {
          // Column widths are told in digits of this font: 7 pixels, as of the fonts that may stand in for it.
          xml.element("font") {
            XLSXStyles.font(xml, size: 10, isBold: false, colour: .black, nameElement: "name")
          }
          for font in fonts.elements {
            xml.element("font") {
              XLSXStyles.font(xml, size: font.size, isBold: font.isBold, colour: font.colour, nameElement: "name")
            }
          }
        }
        xml.element("fills", ["count": "\(fills.elements.count + 2)"]) {
          for pattern in ["none", "gray125"] {
            xml.element("fill") { xml.element("patternFill", ["patternType": pattern]) }
          }
          for fill in fills.elements {
            xml.element("fill") {
              xml.element("patternFill", ["patternType": "solid"]) {
                xml.element("fgColor", ["rgb": "FF" + fill.rawValue])
                xml.element("bgColor", ["indexed": "64"])
              }
            }
          }
        }
        xml.element("borders", ["count": "\(edges.elements.count)"]) {
          for edges in edges.elements { border(xml, edges) }
        }
        let standard: KeyValuePairs<String, String?> = ["numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0"]
        xml.element("cellStyleXfs", ["count": "1"]) { xml.element("xf", standard) }
        xml.element("cellXfs", ["count": "\(formats.count + 1)"]) {
          xml.element("xf", standard)
          for (style, ids) in zip(styles.cells.elements, formats) { format(xml, style, ids) }
        }
        xml.element("cellStyles", ["count": "1"]) {
          xml.element("cellStyle", ["name": "Normal", "xfId": "0", "builtinId": "0"])
        }
      }
    }
  }

  private func format(_ xml: XMLWriter, _ style: CellStyle, _ ids: [String: Int]) {
    func id(_ name: String) -> String? { ids[name].map { String($0) } }
    xml.element(
      "xf",
      [
        "numFmtId": "\(style.format.xlsx.id)", "fontId": id("fontId"), "fillId": id("fillId"),
        "borderId": id("borderId"), "xfId": "0", "applyNumberFormat": "1", "applyFont": "1", "applyFill": "1",
        "applyBorder": "1", "applyAlignment": "1",
      ]
    ) {
      xml.element(
        "alignment",
        [
          "horizontal": style.horizontal.rawValue, "vertical": style.vertical.rawValue,
          "textRotation": style.isVertical ? "90" : nil, "wrapText": style.wraps ? "1" : nil,
        ])
    }
  }

  private func numberFormats(_ xml: XMLWriter) {
    let own = [CellStyle.Format.share, .date, .moment, .points].map(\.xlsx)
    xml.element("numFmts", ["count": "\(own.count)"]) {
      for format in own { xml.element("numFmt", ["numFmtId": "\(format.id)", "formatCode": format.code]) }
    }
  }

  private func border(_ xml: XMLWriter, _ edges: CellStyle.Edges) {
    xml.element("border") {
      let sides: KeyValuePairs<String, CellStyle.Edges> = [
        "left": .left, "right": .right, "top": .top, "bottom": .bottom, "diagonal": [],
      ]
      for (name, edge) in sides {
        guard !edge.isEmpty, edges.contains(edge) else {
          xml.element(name)
          continue
        }
        xml.element(name, ["style": "thin"]) {
          xml.element("color", ["rgb": "FF" + CellStyle.Colour.rule.rawValue])
        }
      }
    }
  }

  /// The properties of a font, in a cell's style or in a run of text, which calls the name `rFont`.
  static func font(
    _ xml: XMLWriter, size: Double, isBold: Bool, colour: CellStyle.Colour, nameElement: String
  ) {
    if isBold { xml.element("b") }
    xml.element("sz", ["val": size.spelled])
    xml.element("color", ["rgb": "FF" + colour.rawValue])
    xml.element(nameElement, ["val": Workbook.fontName])
    xml.element("family", ["val": "1"])
    xml.element("charset", ["val": "204"])
  }
}

extension CellStyle.Format {
  /// Ids below 164 are built in (ECMA-376 part 1, 18.8.30).
  var xlsx: (id: Int, code: String) {
    switch self {
    case .general: (0, "General")
    case .integer: (1, "0")
    case .decimal: (2, "0.00")
    case .grouped: (3, "#,##0")
    case .share: (164, "0.0%")
    case .date: (165, "dd.mm.yyyy")
    case .moment: (166, "dd.mm.yyyy\\ hh:mm:ss")
    case .points: (167, "0.0")
    }
  }
}
