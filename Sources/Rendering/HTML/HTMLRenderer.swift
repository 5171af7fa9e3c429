import Journal
import Reporting

/// Writes a document as one self-contained page: inline style, no script, nothing fetched; prints on A4 after
/// ГОСТ Р 7.0.97. The markup is well-formed XML too. The same document gives the same bytes.
public struct HTMLRenderer: Sendable {
  public init() {}

  /// UTF-8.
  public func render(_ document: ReportDocument) -> [UInt8] {
    var writer = HTMLWriter()
    writer.startPage(
      document.properties, styles: [HTMLStyle.common, HTMLStyle.sheet, HTMLStyle.table, HTMLStyle.chart])
    writer.start("body", document.isDraft ? ["class": "draft"] : [:])
    writer.newline()
    writer.element("a", ["class": "skip", "href": "#content"], text: "Сразу к тексту")
    writer.newline()
    writer.start("main", ["id": "content"])
    writer.newline()
    var sheets = HTMLSheets(document)
    for block in document.blocks {
      sheets.write(block, to: &writer)
      writer.newline()
    }
    sheets.end(&writer)
    if document.isDraft {
      writer.start("div", ["class": "watermark", "aria-hidden": "true"])
      writer.element("span", text: "ПРОЕКТ")
      writer.end()
      writer.newline()
    }
    writer.endPage()
    return writer.bytes
  }
}
