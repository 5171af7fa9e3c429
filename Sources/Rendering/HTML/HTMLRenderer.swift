import Journal
import Reporting

/// Writes a document as one self-contained page: inline style, no script, nothing fetched; prints on A4 after
/// ГОСТ Р 7.0.97. The markup is well-formed XML too. The same document gives the same bytes.
public struct HTMLRenderer: Sendable {
  public init() {}

  /// UTF-8.
  public func render(_ document: ReportDocument) -> [UInt8] {
    var writer = HTMLWriter()
    writer.raw("<!DOCTYPE html>\n")
    writer.start("html", ["lang": "ru"])
    writer.newline()
    writeHead(document, to: &writer)
    let classes = document.orientation.rawValue + (document.isDraft ? " draft" : "")
    writer.start("body", ["class": classes])
    writer.newline()
    writer.start("main")
    writer.newline()
    if document.isDraft {
      writer.start("div", ["class": "watermark", "aria-hidden": "true"])
      writer.element("span", text: "ПРОЕКТ")
      writer.end()
      writer.newline()
      writer.element("p", ["class": "draft-mark"], text: "ПРОЕКТ")
      writer.newline()
    }
    for block in document.blocks {
      write(block, document.orientation, to: &writer)
      writer.newline()
    }
    for _ in ["main", "body", "html"] {
      writer.end()
      writer.newline()
    }
    return writer.bytes
  }

  private func writeHead(_ document: ReportDocument, to writer: inout HTMLWriter) {
    let properties = document.properties
    writer.start("head")
    writer.newline()
    writer.void("meta", ["charset": "utf-8"])
    writer.newline()
    writer.element("title", text: properties.title)
    writer.newline()
    let entries: HTMLWriter.Attributes = [
      "viewport": "width=device-width, initial-scale=1", "generator": "Zavuch", "author": properties.author,
      "description": properties.subject, "dcterms.created": properties.made.description,
      "dcterms.modified": properties.made.description,
    ]
    for (name, content) in entries {
      writer.void("meta", ["name": name, "content": content])
      writer.newline()
    }
    writer.start("style")
    writer.newline()
    writer.raw(HTMLStyle.page(document.orientation))
    writer.raw(HTMLStyle.sheet)
    writer.end()
    writer.newline()
    writer.end()
    writer.newline()
  }

  private func write(_ block: Block, _ orientation: PageOrientation, to writer: inout HTMLWriter) {
    switch block {
    case .head(let head): writer.write(head)
    case .heading(let level, let text):
      // The document's own title is the first level.
      writer.element("h\(min(6, max(2, level + 1)))", text: text)
    case .paragraph(let paragraph):
      writer.start("p", ["class": paragraph.style.rawValue])
      writer.write(paragraph.content)
      writer.end()
    case .list(let items, let isNumbered):
      writer.start(isNumbered ? "ol" : "ul")
      for item in items {
        writer.start("li")
        writer.write(item)
        writer.end()
      }
      writer.end()
    case .table(let table): writer.write(table, orientation)
    case .signature(let signature) where !signature.reservesMark: writer.write(signature)
    case .pageBreak: writer.void("hr", ["class": "page-break"])
    case .approval, .acknowledgement, .chart, .section, .signature:
      for part in block.plain { write(part, orientation, to: &writer) }
    }
  }
}
