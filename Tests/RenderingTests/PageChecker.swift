import Foundation
import FoundationXML

/// What can be seen of a page's accessibility in its markup.
struct PageChecker {
  let page: XMLDocument

  init(_ bytes: [UInt8]) throws {
    page = try XMLDocument(data: Data(bytes), options: [])
  }

  func nodes(_ path: String) throws -> [XMLElement] {
    try page.nodes(forXPath: path).compactMap { $0 as? XMLElement }
  }

  /// What is wrong, in words; empty for a page that is right.
  func faults() throws -> [String] {
    var faults: [String] = []
    func check(_ path: String, _ fault: String) throws {
      let found = try nodes(path)
      if let first = found.first { faults.append("\(fault): \(found.count), first \(first.xmlString.prefix(200))") }
    }
    try check("//*[local-name()='th'][not(@scope)]", "th without scope")
    try check("//*[local-name()='html'][not(@lang)]", "html without lang")
    try check("//*[local-name()='svg'][not(@role='img') or not(@aria-labelledby)]", "svg without a name")
    try check("//*[@role='region'][not(@aria-label)]", "region without a name")
    try check("//*[@tabindex > 0]", "tabindex above 0")
    try check("//*[local-name()='details'][not(*[1][local-name()='summary'])]", "details without summary")
    if try nodes("//*[local-name()='main']").count != 1 { faults.append("not one main") }
    if try nodes("//*[local-name()='h1']").count != 1 { faults.append("not one h1") }
    let ids = try nodes("//*[@id]").compactMap { $0.attribute(forName: "id")?.stringValue }
    let known = Set(ids)
    if known.count != ids.count { faults.append("ids that repeat") }
    for name in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
      for element in try nodes("//*[@\(name)]") {
        let told = (element.attribute(forName: name)?.stringValue ?? "").split(separator: " ").map(String.init)
        faults += told.filter { !known.contains($0) }.map { "\(name) of nothing: \($0)" }
      }
    }
    let labelled = Set(try nodes("//*[local-name()='label']").compactMap { $0.attribute(forName: "for")?.stringValue })
    for control in try nodes("//*[local-name()='select' or local-name()='input']") {
      let id = control.attribute(forName: "id")?.stringValue ?? ""
      if !labelled.contains(id) { faults.append("control without a label: \(id)") }
    }
    var before = 0
    for heading in try nodes("//*[starts-with(local-name(), 'h') and string-length(local-name()) = 2]") {
      guard let level = Int((heading.name ?? "").dropFirst()) else { continue }
      if level > before + 1 { faults.append("h\(level) after h\(before)") }
      before = level
    }
    return faults
  }
}
