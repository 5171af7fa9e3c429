import Foundation
import Rendering
import Reporting
import Testing

/// Every machine-checkable rule of PDF/A-2b and PDF/UA-1 in the files we write, and in files spoilt on purpose.
@Suite struct ProfileTests {
  /// Between them everything a document can hold.
  static func samples() throws -> [[UInt8]] {
    [
      try PDFRenderer().render(PageDocument.report()), try PDFRenderer().render(PageDocument.report(isSigned: false)),
      try PDFRenderer().render(SampleDocument.register()), try PDFRenderer().render(PageDocument.document([])),
    ]
  }

  @Test func everyRuleHolds() throws {
    for (index, sample) in try Self.samples().enumerated() {
      let subject = try PDFSubject(sample)
      for rule in ProfileRule.archival + ProfileRule.accessible {
        #expect(rule.holds(subject), "rule \(rule) in sample \(index)")
      }
    }
  }

  @Test func everyRuleHoldsWhateverTheTextsAre() throws {
    let texts = [
      "и\u{306} e\u{301} у\u{301}дар", "العربية и עברית", "👨‍👩‍👧 и 漢字", "а\u{200B}б\u{ad}в\u{2060}г\u{FEFF}д", "ﬁ ffi fl",
      "таб\tи\u{2028}строка\r\nещё", "\u{FFFE}\u{FFFF}\u{1}", " ", "", "\u{a0}", "a/b-c–d—e…", "№ % ‰ € ₽ § ° ²",
      String(repeating: "ж", count: 300), String(repeating: "\u{301}", count: 9),
    ]
    let cells = texts.map { Table.Row([.integer(1), .text($0), .text($0), .empty, .text($0), .text($0)]) }
    let blocks: [Block] =
      texts.map { .paragraph(Paragraph($0)) } + texts.map { .heading(level: 1, text: $0) }
      + [.list(items: texts.map { [.strong($0), .text($0)] }, numbered: true), .table(PageDocument.table(cells))]
    let subject = try PDFSubject(PDFRenderer().render(PageDocument.document(blocks)))
    for rule in ProfileRule.archival + ProfileRule.accessible { #expect(rule.holds(subject), "rule \(rule)") }
    let said = PDFTaggedText(subject).tree.filter { $0.hasPrefix("  P: ") }.map { $0.dropFirst(5) }
    // Joiners have no glyph that could carry them.
    for text in texts.prefix(3) {
      let text = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value != 0x200D }))
      #expect(said.contains { $0 == text }, "\(text)")
    }
  }

  @Test func everyRuleHoldsInAFileThatIsOnlyWrittenAnew() throws {
    let good = try PDFRenderer().render(PageDocument.report(findings: 3))
    for objects in [QPDFFile.Objects.asTheyAre, .plain] {
      let subject = try PDFSubject(QPDFFile(good).write(objects))
      for rule in ProfileRule.archival + ProfileRule.accessible {
        #expect(rule.holds(subject), "rule \(rule), \(objects)")
      }
    }
  }

  @Test func everyRuleFailsInAFileSpoiltForIt() throws {
    let good = try PDFRenderer().render(PageDocument.report(findings: 3))
    for rule in ProfileRule.archival + ProfileRule.accessible {
      do {
        let subject = try PDFSubject(rule.breaking.applied(to: good))
        #expect(!rule.holds(subject), "rule \(rule) holds in a spoilt file")
      } catch {
        Issue.record("rule \(rule): \(error)")
      }
    }
  }

  @Test func namesEveryRuleOnce() {
    for rules in [ProfileRule.archival, ProfileRule.accessible] {
      let names = rules.map(\.id)
      #expect(Set(names).count == names.count)
    }
    #expect(ProfileRule.archival.count == 144)
    #expect(ProfileRule.accessible.count == 106)
  }

  static let folder =
    ProcessInfo.processInfo.environment["ZAVUCH_PDF_PROFILES"]
    ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../../../shared/pdf-profiles"
    ).path

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: folder), "the profiles of veraPDF are not there"),
    arguments: ["PDFA-2B", "PDFUA-1"])
  func knowsEveryRuleOfTheProfile(_ profile: String) throws {
    let text = try String(contentsOfFile: "\(Self.folder)/\(profile).xml", encoding: .utf8)
    let ids = text.matches(of: #/<id [^>]*clause="([^"]+)" testNumber="([^"]+)"/#).map { "\($0.1)-\($0.2)" }
    let known = profile == "PDFA-2B" ? ProfileRule.archival : ProfileRule.accessible
    #expect(ids.count > 100)
    #expect(Set(ids).symmetricDifference(known.map(\.id)).sorted() == [])
  }
}
