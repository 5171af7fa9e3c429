import Reporting

extension HTMLWriter {
  /// The page up to its body. Nothing may be fetched, and no script run but the one with the given digest.
  mutating func startPage(_ properties: DocumentProperties, styles: [StaticString], scriptDigest: String? = nil) {
    raw("<!DOCTYPE html>\n")
    start("html", ["lang": "ru"])
    newline()
    start("head")
    newline()
    void("meta", ["charset": "utf-8"])
    newline()
    let script = scriptDigest.map { "; script-src 'sha256-\($0)'" } ?? ""
    void(
      "meta",
      [
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\(script)",
      ])
    newline()
    element("title", text: properties.title)
    newline()
    let entries: HTMLWriter.Attributes = [
      "viewport": "width=device-width, initial-scale=1", "generator": "Zavuch", "author": properties.author,
      "description": properties.subject, "dcterms.created": properties.made.description,
      "dcterms.modified": properties.made.description,
    ]
    for (name, content) in entries {
      void("meta", ["name": name, "content": content])
      newline()
    }
    start("style")
    newline()
    for style in styles { raw(style) }
    end()
    newline()
    end()
    newline()
  }

  /// Closes main, body and page.
  mutating func endPage() {
    for _ in ["main", "body", "html"] {
      end()
      newline()
    }
  }
}
