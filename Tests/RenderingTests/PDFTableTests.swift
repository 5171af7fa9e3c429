import Reporting
import Testing

@testable import Rendering

/// How tables are cut into pages and columns.
@Suite struct PDFTableTests {
  func pages(_ table: Table, orientation: PageOrientation = .portrait) throws -> [Page] {
    let document = PageDocument.document([.table(table)], orientation: orientation)
    return try PageLayout(document, fonts: PageFonts(folder: PDFRenderer.defaultFontFolder)).pages
  }

  func row(_ number: Int, _ text: String) -> Table.Row {
    .init([.integer(number), .text("7 «Б»"), .text("Химия"), .empty, .text(text), .empty])
  }

  /// The percentages under twenty subjects leave no room for names in the usual sizes.
  @Test func tearsNoNamesInAWideRegister() throws {
    let subjects = (1...20).map {
      Table.Column("Основы безопасности \($0)", width: 6, alignment: .center, isVertical: true)
    }
    let name = "Константинопольский А.И."
    let rows = (1...20).map { _ in Table.Row([.text(name)] + subjects.map { _ in Value.integer(5) }) }
    let share = Table.Row(
      [.text("Успеваемость")] + subjects.map { _ in Value.share(part: 1, whole: 1) }, kind: .total)
    let table = Table(
      name: "В", caption: "Ведомость", columns: [Table.Column("Фамилия", width: 28)] + subjects, rows: rows + [share])
    let lines = try pages(table, orientation: .landscape).flatMap(\.lines)
    #expect(lines.filter { $0.hasPrefix("Константинопольский") }.count == 20)
    #expect(lines.filter { $0 == "100,0\u{a0}%" }.count == 20)
  }

  @Test func repeatsTheNumbersOfColumnsWhereTheHeadFillsHalfAPage() throws {
    var table = PageDocument.findings(300)
    table.columns[4].title = String(repeating: "Замечание о ведении журнала, ", count: 60)
    table.numbersColumns = true
    let pages = try pages(table)
    #expect(pages.count > 3)
    for page in pages { #expect(page.lines.contains("4") && page.lines.contains("6")) }
    #expect(!pages[2].lines.contains { $0.hasPrefix("Замечание о ведении") })
  }

  @Test func turnsACommonHeadThatItsOnlyColumnWouldTear() throws {
    let columns = (1...24).map {
      Table.Column("Предмет \($0)", width: 5, group: $0 == 7 ? "Языки" : nil, isVertical: true)
    }
    let table = Table(
      name: "В", caption: "В", columns: [Table.Column("Ученик", width: 40)] + columns,
      rows: [Table.Row([.text("Белов")] + columns.map { _ in Value.integer(4) })])
    #expect(try pages(table).flatMap(\.lines).contains("Языки"))
  }

  @Test(arguments: 0...24)
  func leavesTheEndingOfANumberOnItsLine(_ count: Int) throws {
    let text = String(repeating: "ж ", count: count) + "повторно, 2-й раз (3-го), Щукина-Лесная"
    let lines = try pages(PageDocument.table([row(1, text)])).flatMap(\.lines)
    #expect(lines.allSatisfy { !$0.hasSuffix("2-") && !$0.hasSuffix("3-") })
  }

  @Test func repeatsTheHeaderOnEveryPage() throws {
    let pages = try pages(PageDocument.findings(300))
    #expect(pages.count > 8)
    for page in pages { #expect(page.lines.filter { $0 == "Замечание" }.count == 1) }
  }

  @Test func keepsRowsWhole() throws {
    let pages = try pages(PageDocument.table((1...300).map { row($0, "начало строки \($0) и ещё слова до конца") }))
    let texts = pages.map { page in Set(page.lines) }
    for number in 1...300 {
      let page = try #require(texts.first { $0.contains(String(number)) })
      #expect(page.contains { $0.hasPrefix("начало строки \(number) ") })
      #expect(texts.filter { $0.contains(String(number)) }.count == 1)
    }
  }

  @Test func namesTheGroupAgainWhereItGoesOn() throws {
    var rows = [Table.Row([.text("Беляев Пётр Олегович")], kind: .group)]
    rows += (1...80).map { row($0, "нет темы") }
    let pages = try pages(PageDocument.table(rows))
    #expect(pages.count > 1)
    #expect(pages[0].lines.contains("Беляев Пётр Олегович"))
    for page in pages.dropFirst() { #expect(page.lines.contains("Беляев Пётр Олегович (продолжение)")) }
  }

  @Test func keepsAGroupWithItsFirstRowAndATotalWithItsLast() throws {
    for count in 30...50 {
      var rows = (1...count).map { row($0, "нет темы") }
      rows.append(.init([.text("Группа")], kind: .group))
      rows += [row(1001, "первое"), row(1002, "второе")]
      rows.append(.init([.text("Итог"), .empty, .empty, .empty, .integer(2), .empty], kind: .total))
      let pages = try pages(PageDocument.table(rows))
      let group = try #require(pages.first { $0.lines.contains("Группа") })
      #expect(group.lines.contains("первое"), "\(count)")
      let total = try #require(pages.first { $0.lines.contains("Итог") })
      #expect(total.lines.contains("второе"), "\(count)")
    }
  }

  @Test func cutsARowTallerThanAPageBetweenLines() throws {
    let text = (1...900).map { "слово\($0)" }.joined(separator: " ")
    let pages = try pages(PageDocument.table([row(1, "до"), row(2, text), row(3, "после")]))
    #expect(pages.count > 2)
    let words = pages.flatMap(\.lines).joined(separator: " ").split(separator: " ").filter { $0.hasPrefix("слово") }
    #expect(words.map(String.init) == (1...900).map { "слово\($0)" })
    for page in pages {
      #expect(page.lines.contains("Замечание"))
      // The lower border of the cut row closes the page: some rule lies under the last line of text.
      let bottom = page.boxes.reduce(0) { lowest, box in
        if case .text(let text, let lines, _, let y) = box {
          max(lowest, y + text.lines[lines.lowerBound].height)
        } else {
          lowest
        }
      }
      #expect(
        page.boxes.contains {
          if case .rule(_, let y1, _, let y2) = $0 { y1 == y2 && y1 >= bottom - 0.01 } else { false }
        })
    }
  }

  @Test func saysThatATableIsEmpty() throws {
    let pages = try pages(PageDocument.table([]))
    #expect(pages.count == 1)
    #expect(pages[0].lines.contains("Замечаний нет"))
    #expect(pages[0].lines.contains("Предмет"))
  }

  @Test func aTableWithoutColumnsIsItsEmptyText() throws {
    let table = Table(name: "Пусто", caption: "Пусто", columns: [], rows: [.init([])], emptyText: "Показателей нет")
    #expect(try pages(table)[0].lines == ["Пусто", "Показателей нет"])
  }

  @Test func breaksAWordThatNoColumnHolds() throws {
    let word = String(repeating: "достопримечательность", count: 12)
    let page = try #require(try pages(PageDocument.table([row(1, word)])).first)
    let columns = try #require(verticals(of: page))
    for case .text(let text, _, let x, _) in page.boxes where text.text != "Проба" {
      let right = try #require(columns.first { $0 > x })
      #expect(text.lines.allSatisfy { x + $0.x + $0.width < right }, "\(text.text)")
    }
    #expect(page.lines.joined().unbroken.contains(word))
  }

  @Test func givesNamesOfFortyCharactersTheirRoom() throws {
    let name = "Христорождественский-Заволжский Иннокентий"
    let page = try #require(try pages(PageDocument.table([.init([.integer(1), .empty, .text(name)])])).first)
    #expect(page.lines.contains { $0.hasPrefix("Христорождественский") })
    #expect(page.lines.contains { $0.hasSuffix("Иннокентий") })
  }

  @Test func setsARegisterOfManyColumnsSmallerBeforeItTearsItsWords() throws {
    func sizes(columns count: Int) throws -> Set<Double> {
      let columns =
        [Table.Column("Фамилия, имя", width: 30)]
        + (1...count).map { Table.Column("Предмет \($0)", width: 6, alignment: .center, isVertical: true) }
      let name = Value.text("Христорождественский-Заволжский Иннокентий")
      let rows = (1...3).map { _ in Table.Row([name] + (1...count).map { _ in .decimal(hundredths: 425) }) }
      let table = Table(name: "Проба", caption: "", columns: columns, rows: rows)
      let texts = try pages(table, orientation: .landscape)[0].boxes.compactMap { box -> ShapedText? in
        if case .text(let text, _, _, _) = box { text } else { nil }
      }
      #expect(!texts.contains { $0.text.contains("\u{ad}") })
      return Set(texts.map(\.size))
    }
    #expect(try sizes(columns: 10) == [9.5])
    #expect(try sizes(columns: 26) == [8])
  }

  @Test func takesRoomForLongWordsFromColumnsThatHaveSpare() {
    let values = [0.0, 0, 0]
    let columns = TableColumns(relative: [1, 1, 2], wordWidths: [150, 50, 60], valueWidths: values, width: 400)
    // 50 points are lacking; 50 and 100 can be spared, each gives in proportion.
    #expect(abs(columns.width(0) - 150) < 1e-9)
    #expect(abs(columns.width(1) - (100 - 50.0 * 50 / 150)) < 1e-9)
    #expect(abs(columns.width(2) - (200 - 50.0 * 100 / 150)) < 1e-9)
    // No column can spare anything: the widths stay as they were asked for.
    let full = TableColumns(relative: [1, 3], wordWidths: [200, 400], valueWidths: [0, 0], width: 400)
    #expect(full.edges == [0, 100, 400])
  }

  @Test func tearsWordsBeforeNumbers() throws {
    let columns = (1...16).map { Table.Column("Предмет номер \($0)", width: $0 == 1 ? 1 : 6) }
    let rows = (1...120).map { number in Table.Row(columns.indices.map { .integer($0 == 0 ? number : 5) }) }
    let lines = try pages(Table(name: "Проба", caption: "", columns: columns, rows: rows)).flatMap(\.lines)
    for number in 1...120 { #expect(lines.contains(String(number))) }
  }

  @Test func turnsTitlesThatNarrowColumnsWouldBreak() throws {
    let columns =
      [Table.Column("Фамилия, имя", width: 20)] + (1...14).map { Table.Column("Информатика \($0)", width: 5) }
    let table = Table(name: "Проба", caption: "", columns: columns, rows: [.init([.text("Беляев Пётр")])])
    let turned = try pages(table)[0].boxes.compactMap { box -> ShapedText? in
      if case .turnedText(let text, _, _) = box { text } else { nil }
    }
    #expect(turned.map(\.text) == (1...14).map { "Информатика \($0)" })
    // Titles that fit are not turned.
    #expect(
      try !pages(PageDocument.findings(3)).contains {
        $0.boxes.contains { if case .turnedText = $0 { true } else { false } }
      })
  }

  @Test func breaksWordsBySyllables() {
    let words = [
      "Алгебра", "Русский", "Биология", "объективность", "майка", "район", "культура", "объём", "класс", "А-ля",
    ]
    let broken = words.map { RussianHyphenation.hyphenated($0).replacing("\u{ad}", with: "·") }
    #expect(
      broken == [
        "Ал·геб·ра", "Рус·ский", "Би·о·ло·гия", "объ·ек·тив·ность", "май·ка", "рай·он", "куль·ту·ра", "объ·ём", "класс",
        "А-ля",
      ])
    #expect(RussianHyphenation.hyphenated("plan 2026") == "plan 2026")
  }

  @Test func leavesAColumnHalfOfItsWidth() {
    let columns = TableColumns(relative: [1, 3], wordWidths: [300, 10], valueWidths: [0, 0], width: 400)
    #expect(columns.edges == [0, 250, 400])
    // Numbers take more.
    #expect(
      TableColumns(relative: [1, 3], wordWidths: [300, 10], valueWidths: [300, 10], width: 400).edges == [0, 300, 400])
  }

  /// The left edges of the columns, from the header's borders.
  private func verticals(of page: Page) -> [Double]? {
    let xs = page.boxes.compactMap { box -> Double? in
      if case .rule(let x1, _, let x2, _) = box, x1 == x2 { x1 } else { nil }
    }
    return xs.isEmpty ? nil : Set(xs).sorted()
  }
}
