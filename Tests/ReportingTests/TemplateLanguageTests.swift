import Journal
import JournalStore
import Testing

@testable import Reporting

/// What the elements of the language print, on small templates.
@Suite struct TemplateLanguageTests {
  private func blocks(_ content: String, basis: String = "check", attributes: String = "") throws -> [Block] {
    let text = "<report id=\"t\" title=\"Т\" basis=\"\(basis)\" \(attributes)>\(content)</report>"
    let template = try ReportTemplate(Array(text.utf8), file: "t.xml", schema: SchemaFile.schema())
    let fixture = try CheckFixture()
    try fixture.normal()
    try PeriodFixture.fill(fixture.database)
    let context = ReportContext(
      basis: basis == "period" ? .period(asOf: try SampleDay.asOf) : .check(1), organisation: "Школа", place: "",
      deputy: .init(position: "Заместитель", name: nil), director: .init(position: "Директор", name: "И.П. Котов"),
      programVersion: "1.0.0")
    return try template.document(context, in: fixture.database).blocks
  }

  private enum SampleDay {
    static var asOf: CivilDate { get throws { try #require(CivilDate("2025-10-31")) } }
  }

  private func tables(_ blocks: [Block]) -> [Table] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  @Test func repetitionsNestByMatchingColumns() throws {
    let found = tables(
      try blocks(
        """
        <repeat query="analysed-classes">
          <table query="analysed-subjects" match="class-key" name="Т {class}" caption="{class}" row-headers="1">
            <column title="Предмет" value="subject" width="1"/>
            <column title="Класс" value="analysed-classes.class" width="1"/>
            <column title="№" value="row-number" width="1"/>
          </table>
        </repeat>
        """, basis: "period"))
    #expect(found.map(\.name) == ["Т 5А", "Т 10Б", "Т 1В"])
    #expect(found.map(\.caption) == ["Таблица 1. 5А", "Таблица 2. 10Б", "Таблица 3. 1В"])
    #expect(
      found[0].rows.map(\.cells) == [
        [.text("Алгебра"), .text("5А"), .integer(1)], [.text("Русский язык"), .text("5А"), .integer(2)],
      ])
    #expect(found[1].rows.isEmpty && found[0].rowHeaders == 1)
  }

  @Test func aShareKnowsTheColumnsOfItsPartAndWhole() throws {
    let table = try #require(
      tables(
        try blocks(
          """
          <table query="people" name="Т" caption="К">
            <column title="А" value="title" width="1"/>
            <column title="Таких" value="broken" width="1"/>
            <column title="Из" value="checked" width="1"/>
            <column title="Доля" value="share" width="1"/>
          </table>
          """)
      ).first)
    #expect(table.columns[3].formula == .share(part: 1, whole: 2))
  }

  @Test func groupsHaveSubtotalsThatKnowTheirRows() throws {
    let table = try #require(
      tables(
        try blocks(
          """
          <table query="rules" name="Т" caption="К" numbers="yes">
            <group by="direction" subtotal="Всего: {direction}"/>
            <column title="А" value="rule" width="1"/>
            <column title="Да" value="kept" width="1" total="sum" under="Г"/>
            <column title="Из" value="judged" width="1" total="sum" under="Г" vertical="yes" shade-below="10"/>
            <column title="Доля" value="share" width="1" total="sum"/>
            <total title="Итого"/>
          </table>
          """)
      ).first)
    #expect(table.numbersColumns)
    #expect(table.columns.map(\.group) == [nil, "Г", "Г", nil] && table.columns[2].isVertical)
    #expect(table.columns[2].shade == .below(1000))
    // A share that may be left out cannot be computed from its neighbours.
    #expect(table.columns[3].formula == nil)
    for row in table.rows where row.kind.isSum {
      let summed = try #require(row.sums)
      let body = table.rows[summed].filter { $0.kind == .body }
      let kept = body.compactMap { if case .integer(let count) = $0.cells[1] { count } else { nil } }
      #expect(row.cells[1] == .integer(kept.reduce(0, +)))
    }
    #expect(table.rows.filter { $0.kind == .subtotal }.count == 4)
    #expect(table.rows.last?.sums == 0..<table.rows.count - 1)
  }

  @Test func crossedTablesSumByColumn() throws {
    let table = try #require(
      tables(
        try blocks(
          """
          <cross name="Т" caption="К">
            <rows query="analysed-pupils" match="class-key" key="pupil-key"/>
            <columns query="analysed-subjects" match="class-key" key="subject-key" title="{subject}" width="1" total="sum"/>
            <cells query="analysed-marks" match="class-key" value="lessons"/>
            <column title="№" value="row-number" width="1"/><column title="Кто" value="pupil" width="1"/>
            <end title="Уроков" value="lessons" width="1" total="sum"/>
            <total title="Итого"/>
          </cross>
          """, basis: "period", attributes: "each=\"analysed-classes\" addressee=\"class\"")
      ).first)
    #expect(table.columns.map(\.title) == ["№", "Кто", "Алгебра", "Русский язык", "Уроков"])
    #expect(table.rows.last?.cells == [.empty, .text("Итого"), .integer(60), .integer(60), .integer(240)])
    #expect(table.rows.last?.sums == 0..<3 && table.columns[2].isSummed)
    #expect(table.rowHeaders == 2)
  }

  @Test func requisitesNamePeopleOfTheSettingsAndOfTheData() throws {
    let found = try blocks(
      """
      <approval/><approval paper="приказом директора"/>
      <repeat query="classes-without-remarks"><p><value of="class"/></p></repeat>
      <repeat query="classes"><signature role="class-teacher" name="head-teacher" position="Руководитель {class}"/></repeat>
      <signature role="director" stamp="yes" mark="yes"/>
      <acknowledgement title="Ознакомлены" query="acquaintance" name="person" position="классы {classes}"/>
      <section orientation="landscape"/>
      """)
    #expect(found[0] == .approval(.byOfficial(position: "Директор", name: "И.П. Котов", date: nil)))
    #expect(found[1] == .approval(.byPaper("приказом директора", date: nil, number: nil)))
    #expect(
      found.contains(.signature(SignatureBlock(position: "Руководитель 5А", name: "И.П. Иванова", date: nil))))
    #expect(
      found.contains(
        .signature(
          SignatureBlock(
            position: "Директор", name: "И.П. Котов", date: nil, hasStamp: true, reservesMark: true))))
    #expect(found.last == .section(.landscape))
    let listed = found.compactMap { if case .acknowledgement(let list) = $0 { list } else { nil } }.first
    #expect(listed?.people.contains { $0.name == "Иванова И.П." && $0.position == "классы 5А" } == true)
  }

  @Test func chartsKeepEveryCategoryAndSeries() throws {
    let found = try blocks(
      """
      <chart kind="heat" query="analysed-marks" name="Д" title="Карта" alternative="Карта отметок" axis="Ученик"
             category="subject" unit="count" norm="2.5" shade-from="3" shade-to="0">
        <series by="pupil" title="{pupil}" value="current-marks"/>
      </chart>
      <chart kind="bars" query="analysed-notes" name="П" title="П" alternative="П" axis="П" category="note" unit="count">
        <series title="П" value="class-key"/>
      </chart>
      """, basis: "period")
    let charts = found.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
    #expect(charts.count == 2)
    #expect(charts[0].categories == ["Алгебра", "Русский язык"] && charts[0].series.count == 3)
    #expect(charts[0].title == "Рисунок 1. Карта" && charts[0].norm == .decimal(hundredths: 250))
    #expect(charts[0].shade == .scale(from: 300, to: 0))
  }
}
