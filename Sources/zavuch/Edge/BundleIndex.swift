/// The page that leads through a bundle: plain HTML with links, readable without a network and by a screen reader.
struct BundleIndex {
  let title: String
  let organisation: String

  /// UTF-8. Files stand under their class or teacher, in the order in which they were made.
  func page(_ files: [ReportBundle.File]) -> [UInt8] {
    // The school's own first, then classes and teachers as they were made.
    let sections = unique([nil] + files.map(section)).map { section in
      (title: section ?? "Вся школа", files: files.filter { self.section($0) == section })
    }
    var html = """
      <!DOCTYPE html>
      <html lang="ru"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>\(escaped(title))</title>
      <style>:root { color-scheme: light dark } body { font: 12pt/1.5 "PT Sans", Arial, sans-serif; max-width: 60rem;
      margin: 2rem auto; padding: 0 1rem } h1 { font-size: 1.4rem } h2 { font-size: 1.2rem; margin: 1.6rem 0 .4rem }
      h3 { font-size: 1rem; margin: .8rem 0 0 } ul { margin: .1rem 0 } a { padding: 0 .1rem }</style>
      </head><body><main><h1>\(escaped(title))</h1><p>\(escaped(organisation))</p>

      """
    for section in sections where !section.files.isEmpty {
      html += "<h2>\(escaped(section.title))</h2>\n"
      for folder in unique(section.files.map(\.folder)) {
        if let folder { html += "<h3>\(escaped(folder))</h3>\n" }
        html += "<ul>\n"
        for (name, links) in titles(section.files.filter { $0.folder == folder }) {
          let formats = links.map { link in
            let ending = link.split(separator: ".").last.map { $0.uppercased() } ?? ""
            let whose = folder.map { ", \(escaped($0))" } ?? ""
            return "<a href=\"\(address(link))\" aria-label=\"\(escaped(name))\(whose), \(ending)\">\(ending)</a>"
          }
          html += "<li>\(escaped(name)): \(formats.joined(separator: ", "))</li>\n"
        }
        html += "</ul>\n"
      }
    }
    html += "<p>Контрольные суммы файлов (SHA-256) — в файле <a href=\"SHA256SUMS\">SHA256SUMS</a>.</p>\n"
    return Array((html + "</main></body></html>\n").utf8)
  }

  /// «Классы», «Учителя»: the folder that an addressee's lies in; nil for the school's own.
  private func section(_ file: ReportBundle.File) -> String? {
    let parts = file.path.split(separator: "/")
    return parts.count > 1 ? String(parts[0]) : nil
  }

  private func unique(_ names: [String?]) -> [String?] {
    var found: [String?] = []
    for name in names where !found.contains(name) { found.append(name) }
    return found
  }

  private func titles(_ files: [ReportBundle.File]) -> [(String, [String])] {
    var found: [(String, [String])] = []
    for file in files {
      if found.last?.0 == file.title {
        found[found.count - 1].1.append(file.path)
      } else {
        found.append((file.title, [file.path]))
      }
    }
    return found
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  /// Names of files are letters, digits and dashes; only letters beyond ASCII have to be told in bytes.
  private func address(_ path: String) -> String {
    path.utf8.map { byte in
      if byte < 0x80, byte > 0x20 { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count < 2 ? "0" : "") + digits
    }.joined()
  }
}
