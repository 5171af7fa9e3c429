import Reporting

/// Writes the dashboard of a check: one self-contained page that can be read without its script, which only filters and
/// sorts. The same check gives the same bytes.
public struct DashboardRenderer: Sendable {
  public init() {}

  /// UTF-8.
  public func render(_ dashboard: Dashboard) -> [UInt8] {
    let properties = DocumentProperties(
      title: dashboard.title, author: dashboard.organisation, subject: "Контроль ведения электронного журнала",
      made: .evening(of: dashboard.asOf))
    var writer = HTMLWriter()
    writer.startPage(
      properties, styles: [HTMLStyle.common, HTMLStyle.table, HTMLStyle.chart, HTMLStyle.dashboard],
      scriptDigest: DashboardScript.digest)
    writer.start("body")
    writer.newline()
    writer.element("a", ["class": "skip", "href": "#findings"], text: "Сразу к замечаниям")
    writer.newline()
    writer.writeHead(of: dashboard)
    writer.start("main", ["id": "content"])
    writer.newline()
    writer.writeMetrics(of: dashboard)
    writer.writeCharts(of: dashboard)
    writer.writeFindings(of: dashboard)
    writer.end()
    writer.newline()
    writer.start("script")
    writer.raw(DashboardScript.text)
    writer.end()
    writer.newline()
    for _ in ["body", "html"] {
      writer.end()
      writer.newline()
    }
    return writer.bytes
  }
}
