/// The page that leads through a bundle: plain HTML with links, readable without a network and by a screen reader.
struct BundleIndex {
  let title: String
  let organisation: String

  /// UTF-8. Files stand under their class or teacher, in the order in which they were made.
  func page(_ files: [ReportBundle.File]) -> [UInt8] {
    var folders: [String?] = []
    for file in files where !folders.contains(file.folder) { folders.append(file.folder) }
    // The school's own first, then by the folders' paths: classes, then teachers.
    let ordered = folders.filter { $0 == nil } + folders.filter { $0 != nil }
    var html = """
      <!DOCTYPE html>
      <html lang="ru"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>\(escaped(title))</title>
      <style>:root { color-scheme: light dark } body { font: 12pt/1.5 "PT Sans", Arial, sans-serif; max-width: 60rem;
      margin: 2rem auto; padding: 0 1rem } h1 { font-size: 1.4rem } h2 { font-size: 1.1rem } li { margin: .2rem 0 }</style>
      </head><body><main><h1>\(escaped(title))</h1><p>\(escaped(organisation))</p>

      """
    for folder in ordered {
      html += "<h2>\(escaped(folder ?? "Вся школа"))</h2>\n<ul>\n"
      for (name, links) in titles(files.filter { $0.folder == folder }) {
        let formats = links.map { link in
          let ending = link.split(separator: ".").last.map { $0.uppercased() } ?? ""
          return "<a href=\"\(address(link))\" aria-label=\"\(escaped(name)), \(ending)\">\(ending)</a>"
        }
        html += "<li>\(escaped(name)): \(formats.joined(separator: ", "))</li>\n"
      }
      html += "</ul>\n"
    }
    html += "<p>Контрольные суммы файлов (SHA-256) — в файле <a href=\"SHA256SUMS\">SHA256SUMS</a>.</p>\n"
    return Array((html + "</main></body></html>\n").utf8)
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
