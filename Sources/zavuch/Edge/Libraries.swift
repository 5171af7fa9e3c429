import Archive
import FoundationEssentials
import JournalStore
import Rendering

/// Versions of what the bytes of a report depend on, recorded with every signed one: the same build and versions give the
/// same bytes.
enum Libraries {
  static var versions: [String: String] {
    var versions = RenderingLibraries.versions
    versions["sqlite"] = Database.libraryVersion
    for path in PDFRenderer().fontFiles + [PDFRenderer().colourProfile] {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      versions[name] = (try? Digest(ofFile: path))?.sha256 ?? "нет"
    }
    return versions
  }
}
