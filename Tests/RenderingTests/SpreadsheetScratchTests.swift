import Foundation
import Rendering
import Testing

@Test func scratch() throws {
  let dir = URL(fileURLWithPath: "/tmp/sheets-scratch")
  try FileManager.default.createDirectory(at: dir, withIntermediateDirectories: true)
  let doc = try SampleDocument.report()
  try Data(XLSXRenderer.render(doc)).write(to: dir.appendingPathComponent("a.xlsx"))
  try Data(ODSRenderer.render(doc)).write(to: dir.appendingPathComponent("b.ods"))
  let signed = try SampleDocument.report(isDraft: false, orientation: .landscape)
  try Data(XLSXRenderer.render(signed)).write(to: dir.appendingPathComponent("c.xlsx"))
  try Data(ODSRenderer.render(signed)).write(to: dir.appendingPathComponent("d.ods"))
}
