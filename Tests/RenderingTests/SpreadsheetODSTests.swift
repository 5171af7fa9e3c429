import Rendering
import Reporting
import Testing

@Suite("ODS")
struct SpreadsheetODSTests {
  private static let content = "content.xml"

  @Test("the media type comes first, stored, with its sizes in the header") func mediaType() throws {
    let bytes = try ODSRenderer().render(SampleDocument.report())
    let type = "application/vnd.oasis.opendocument.spreadsheet"
    #expect(String(decoding: bytes[30..<38], as: UTF8.self) == "mimetype")
    #expect(String(decoding: bytes[38..<(38 + type.utf8.count)], as: UTF8.self) == type)
    #expect(bytes[6] & 8 == 0, "no data descriptor")
    #expect(Array(bytes[8..<10]) == [0, 0], "stored")
    #expect(Array(bytes[28..<30]) == [0, 0], "no extra field")
  }

  @Test("values keep their types and formats") func values() throws {
    let book = try SpreadsheetReader(ODSRenderer().render(SampleDocument.report()))
    // The first finding: after the caption and the group, the header standing apart.
    let row = "//*[local-name()='table'][3]//*[local-name()='table-row'][3]/*"
    #expect(
      try book.attributes(Self.content, row + "/@*[local-name()='value-type']") == [
        "float", "string", "string", "date", "string", "date", "float",
      ])
    #expect(
      try book.attributes(Self.content, row + "/@*[local-name()='date-value']") == [
        "2026-04-01", "2026-04-03T08:00:07",
      ])
    let styles = try book.attributes(Self.content, row + "/@*[local-name()='style-name']")
    let formats = try styles.map { style in
      try book.attributes(
        Self.content, "//*[local-name()='style'][@*[local-name()='name']='\(style)']/@*[local-name()='data-style-name']"
      )
    }
    #expect(formats == [["integer"], [], [], ["date"], [], ["moment"], ["decimal"], []])
  }

  @Test("a table's sheet freezes, filters and repeats its header") func header() throws {
    let book = try SpreadsheetReader(ODSRenderer().render(SampleDocument.report()))
    let range = "//*[local-name()='database-range']/@*[local-name()='target-range-address']"
    #expect(
      try book.attributes(Self.content, range) == [
        "'Показатели'.A2:'Показатели'.D8", "'Замечания май июнь'.A2:'Замечания май июнь'.H66",
      ])
    let repeated = "//*[local-name()='table-header-rows']/*/*[1]"
    #expect(try book.attributes(Self.content, repeated) == ["Показатель", "№", "Класс"])
    let frozen = "//*[@*[local-name()='name']='VerticalSplitPosition']"
    #expect(try book.attributes("settings.xml", frozen) == ["2", "2", "2"])
    #expect(
      try book.attributes(Self.content, "//*[local-name()='a']/@*[local-name()='href']") == [
        "#'Показатели'.A1", "#'Замечания май июнь'.A1", "#'Не устранено'.A1",
      ])
  }

  @Test("pages have numbers and the mark of a draft") func pages() throws {
    let master = "//*[local-name()='master-page']"
    let draft = try SpreadsheetReader(ODSRenderer().render(SampleDocument.report()))
    #expect(try draft.attributes("styles.xml", master) == ["ПРОЕКТстр. 1 из 1"])
    let signed = try SpreadsheetReader(
      ODSRenderer().render(SampleDocument.report(isDraft: false, orientation: .landscape)))
    #expect(try signed.attributes("styles.xml", master) == ["стр. 1 из 1"])
    let layout = "//*[local-name()='page-layout-properties']/@*[local-name()='page-width']"
    #expect(try signed.attributes("styles.xml", layout) == ["297mm"])
  }

  @Test("the properties tell the document") func properties() throws {
    let book = try SpreadsheetReader(ODSRenderer().render(SampleDocument.edges()))
    #expect(try book.attributes("meta.xml", "//*[local-name()='title']") == ["Края & <углы>"])
    #expect(try book.attributes("meta.xml", "//*[local-name()='creation-date']") == ["2026-06-05T18:30:00"])
    #expect(try book.attributes("meta.xml", "//*[local-name()='language']") == ["ru-RU"])
  }
}
