import FoundationEssentials
import Testing

@testable import SampleSchool

@Suite struct WritingTests {
  private func written(_ fill: (inout RowWriter) -> Void, _ style: TableStyle) -> RowWriter {
    var writer = RowWriter(style: style)
    fill(&writer)
    writer.endRow()
    return writer
  }

  @Test func fieldsAreQuotedWhereTheDelimiterAsksForIt() {
    func line(_ delimiter: TableStyle.Delimiter) -> String {
      let writer = written(
        {
          $0.text("a,b")
          $0.text("a;b")
          $0.text("\"x\"")
          $0.text("a\nb")
          $0.id(TableID.lesson, nil)
          $0.date(Day(2025, 9, 1))
          $0.moment(Moment(Day(2026, 2, 28), 7, 5, 9))
        }, TableStyle(delimiter: delimiter))
      return String(decoding: writer.bytes, as: UTF8.self)
    }
    #expect(line(.comma) == "\"a,b\",a;b,\"\"\"x\"\"\",\"a\nb\",,2025-09-01,2026-02-28T07:05:09\n")
    #expect(line(.semicolon) == "a,b;\"a;b\";\"\"\"x\"\"\";\"a\nb\";;2025-09-01;2026-02-28T07:05:09\n")
  }

  @Test func encodings() {
    let bom = written({ $0.text("Ё") }, TableStyle(encoding: .utf8WithBOM, lineEnd: .crlf))
    #expect(bom.bytes == [0xEF, 0xBB, 0xBF, 0xD0, 0x81, 0x0D, 0x0A])
    let ansi = written({ $0.text("Аяё«№–") }, TableStyle(encoding: .windows1251))
    #expect(ansi.bytes == [0xC0, 0xFF, 0xB8, 0xAB, 0xB9, 0x96, 0x0A])
    let unknown = written({ $0.text("☃") }, TableStyle(encoding: .windows1251))
    #expect(unknown.problem == .unencodable("☃", encoding: "Windows-1251"))
    #expect((try? CodePage.cp866.encode("8б Ё")) == [0x38, 0xA1, 0x20, 0xF0])
  }

  @Test func withoutTimesNoTableNamesThem() throws {
    let tables = SchoolBuilder.build(.sample)
    for table in InterchangeTable.allCases {
      let known = try Table(csv: tables.csv(table, style: TableStyle(), timesKnown: true)).rows.first
      let unknown = try Table(csv: tables.csv(table, style: TableStyle(), timesKnown: false)).rows.first
      #expect(known.map { Set($0.keys).subtracting(["entered_at"]) } == unknown.map { Set($0.keys) })
    }
  }

  @Test func anEarlyExportKnowsNothingOfWhatComesLater() {
    let plan = SchoolPlan.sample
    let (tables, _) = SampleSchool.make(plan, faults: .seeded(1, for: plan))
    let moment = Moment(Day(2025, 9, 16), 7)
    let early = tables.asOf(moment)
    #expect(early.lessons.count == tables.lessons.count)
    #expect(
      early.lessons.allSatisfy { lesson in
        lesson.enteredAt.map { $0 <= moment } ?? (lesson.topic.isEmpty && lesson.homework.isEmpty)
      })
    #expect(early.marks.allSatisfy { $0.enteredAt <= moment } && early.marks.count < tables.marks.count)
    #expect(early.pupils.allSatisfy { $0.enrolled <= moment.day && $0.left == nil })
    #expect(early.finalMarks.isEmpty)
    let mended = tables.lessons.filter { $0.topicMendedAt.map { $0 > moment } ?? false }
    #expect(mended.allSatisfy { early.lesson($0.id).topic.count <= 3 && $0.topic.count > 3 })
  }

  @Test func theSameArchiveTwice() throws {
    let entries: [(name: String, bytes: [UInt8])] = [("б.txt", Array("текст".utf8)), ("а.txt", [])]
    let moment = Moment(Day(2025, 10, 27), 7, 0, 2)
    let bytes = try ZipArchive.bytes(of: entries, names: .cp866, at: moment)
    #expect(try bytes == ZipArchive.bytes(of: entries, names: .cp866, at: moment))
    // Local header: signature, flags without bit 11, and the name's one byte in cp866.
    #expect(Array(bytes[0..<4]) == [0x50, 0x4B, 3, 4])
    #expect(bytes[7] & 0x08 == 0)
    #expect(Array(bytes[30..<35]) == [0xA1] + Array(".txt".utf8))
  }
}
