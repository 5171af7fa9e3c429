import Foundation
import Rendering
import Testing

/// Writes the samples as files for somebody to look at: `ZAVUCH_PAGES=folder swift test --filter PageFolder`.
@Suite struct PageFolder {
  static let path = ProcessInfo.processInfo.environment["ZAVUCH_PAGES"]

  @Test(.enabled(if: path != nil, "ZAVUCH_PAGES names no folder")) func keepsPages() throws {
    let folder = URL(fileURLWithPath: try #require(Self.path))
    for (name, document) in [
      ("gallery", try SampleDocument.gallery()), ("register", try SampleDocument.register()),
      ("report", try SampleDocument.report()), ("page", PageDocument.report()),
    ] {
      try Data(HTMLRenderer().render(document)).write(to: folder.appendingPathComponent("\(name).html"))
      try Data(try PDFRenderer().render(document)).write(to: folder.appendingPathComponent("\(name).pdf"))
    }
    try Data(DashboardRenderer().render(try SampleDashboard.dashboard(findings: 3000)))
      .write(to: folder.appendingPathComponent("dashboard.html"))
  }
}
