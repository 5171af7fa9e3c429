import Foundation
import Rendering
import Reporting
import Testing

/// What other programs say of the files.
@Suite struct PDFFileTests {
  @Test func givesTheSameBytesTwice() throws {
    let document = PageDocument.report()
    #expect(try PDFRenderer().render(document) == PDFRenderer().render(document))
  }

  @Test func givesTheSameBytesInAnotherProcess() async throws {
    let bytes = try PDFRenderer().render(PageDocument.report())
    let child = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
      let bytes = try PDFRenderer().render(PageDocument.report())
      FileHandle.standardOutput.write(Data("<<".utf8) + Data(bytes).base64EncodedData() + Data(">>".utf8))
    }
    let output = String(decoding: child.standardOutputContent, as: UTF8.self)
    #expect(output.contains("<<" + Data(bytes).base64EncodedString() + ">>"))
  }

  @Test func namesItsFontFiles() {
    #expect(
      PDFRenderer(fontFolder: "/fonts/").fontFiles
        == ["/fonts/PTF55F.ttf", "/fonts/PTF75F.ttf", "/fonts/PTS55F.ttf", "/fonts/PTS75F.ttf"])
  }

  @Test func saysWhichPackageHasAMissingFont() {
    let error = #expect(throws: PDFRenderingError.missingFont(path: "/nowhere/PTF55F.ttf")) {
      try PDFRenderer(fontFolder: "/nowhere").render(PageDocument.report())
    }
    #expect(error?.description.contains("fonts-paratype") == true)
    #expect(error?.description.contains("/nowhere/PTF55F.ttf") == true)
  }

  @Test(.enabled(if: PDFTool.qpdf.isInstalled, "qpdf is not installed"), arguments: PageDocument.Sample.allCases)
  func isAFaultlessFile(_ sample: PageDocument.Sample) throws {
    let report = try PDFTool.qpdf.output(on: PDFRenderer().render(sample.document), ["--check", "FILE"])
    #expect(report.contains("No syntax or stream encoding errors found"))
    #expect(!report.contains("WARNING"))
  }

  @Test(.enabled(if: PDFTool.pdffonts.isInstalled, "poppler-utils is not installed"))
  func embedsSubsetsOfPTFontsOnly() throws {
    let lines = try PDFTool.pdffonts.output(on: PDFRenderer().render(PageDocument.report()), ["FILE"])
      .split(separator: "\n").dropFirst(2)
    #expect(lines.count >= 4)
    for line in lines {
      #expect(line.contains("+PTSerif") || line.contains("+PTSans"))
      // The columns emb, sub and uni.
      #expect(line.contains("yes yes yes"))
    }
  }

  @Test(.enabled(if: PDFTool.pdfinfo.isInstalled, "poppler-utils is not installed"))
  func saysWhatItIsAndWhenItWasMade() throws {
    let info = try PDFTool.pdfinfo.output(on: PDFRenderer().render(PageDocument.report()), ["-isodates", "FILE"])
    let properties = PageDocument.properties
    for text in [properties.title, properties.author, properties.subject] { #expect(info.contains(text)) }
    #expect(info.components(separatedBy: "2026-01-12T23:59:59").count == 3, "both dates are the moment of the report")
    #expect(info.contains("595.28 x 841.89 pts (A4)"))
  }

  @Test(.enabled(if: PDFTool.pdfinfo.isInstalled, "poppler-utils is not installed"))
  func turnsThePageForLandscape() throws {
    let document = PageDocument.report(orientation: .landscape)
    #expect(try PDFTool.pdfinfo.output(on: PDFRenderer().render(document), ["FILE"]).contains("841.89 x 595.28"))
  }

  @Test(
    .enabled(if: PDFTool.pdftotext.isInstalled, "poppler-utils is not installed"),
    arguments: PageDocument.Sample.allCases)
  func holdsEveryTextOfTheDocument(_ sample: PageDocument.Sample) throws {
    let text = try PDFTool.text(of: PDFRenderer().render(sample.document)).unbroken
    #expect(sample.document.printedTexts.filter { !text.contains($0.unbroken) } == [])
  }

  @Test(.enabled(if: PDFTool.pdftotext.isInstalled, "poppler-utils is not installed"))
  func readsAsRussianText() throws {
    let text = try PDFTool.text(of: PDFRenderer().render(PageDocument.report()))
    #expect(text.contains("СПРАВКА\n13.01.2026 № 07-ВШК\nг. Верхнереченск\n"))
    #expect(text.contains("Цель проверки — правильность и своевременность"))
  }

  @Test(.enabled(if: PDFTool.pdftotext.isInstalled, "poppler-utils is not installed"))
  func marksEveryPageOfADraftAndNoPageOfASignedReport() throws {
    let draft = try PDFTool.text(of: PDFRenderer().render(PageDocument.report(isSigned: false)))
    // pdftotext ends every page with a form feed.
    let pages = draft.split(separator: "\u{c}")
    #expect(pages.count > 3)
    #expect(pages.allSatisfy { $0.contains("ПРОЕКТ") })
    #expect(try !PDFTool.text(of: PDFRenderer().render(PageDocument.report())).contains("ПРОЕКТ"))
  }
}
