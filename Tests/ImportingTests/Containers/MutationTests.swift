import Importing
import Journal
import Testing

/// Damaged files must end in a diagnostic or in a good reading: a trap would end the whole test run.
@Suite struct MutationTests {
  private struct Outcome {
    var readings = 0
    var problems = 0
  }

  /// Flips, cuts, doubles and drops bytes, a few at a time.
  private func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let at = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<10, using: &random) {
      case 0: bytes.removeSubrange(at...)
      case 1: bytes.remove(at: at)
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
      case 3: bytes[at] = [0, 255, 34, 60, 10, 80].randomElement(using: &random) ?? 0
      default: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
    }
    return bytes
  }

  private func run(
    seed: UInt64, count: Int, over original: [UInt8], read: (FileBytes) throws -> Void
  ) throws -> Outcome {
    var random = SeededGenerator(seed: seed)
    var outcome = Outcome()
    for _ in 0..<count {
      let file = FileBytes(mutated(original, &random))
      _ = FileKind(of: file)
      do {
        try read(file)
        outcome.readings += 1
      } catch let problem as ImportProblem {
        #expect(!problem.problem.isEmpty && !problem.hint.isEmpty)
        #expect(problem.raw.count <= 61)
        outcome.problems += 1
      }
    }
    return outcome
  }

  @Test func csv() throws {
    let text = "\u{FEFF}id;name;тема\r\n1;\"Иванова \"\"А\"\"\";§ 5\r\n2;Её;\"две\nстроки\"\r\n;;\r\n"
    for bytes in [
      Array(text.utf8),
      [0xFF, 0xFE] + text.utf16.dropFirst().reduce(into: []) { $0 += [UInt8($1 & 255), UInt8($1 >> 8)] },
    ] {
      let outcome = try run(seed: 1, count: 2000, over: bytes) { file in
        let table = try CSVReader(file)
        _ = try table.header()
        var last = 0
        try table.forEachRow { row in
          #expect(row.number > last)
          last = row.number
          for index in 0..<row.count { _ = row.string(index) }
        }
      }
      #expect(outcome.readings > 100 && outcome.problems > 100)
    }
  }

  @Test func zip() throws {
    var fixture = ZipFixture([("папка/а.csv", "id;name\n1;Анна\n"), ("б", String(repeating: "тема;", count: 50))])
    fixture.parts[0].stored = true
    let outcome = try run(seed: 2, count: 2000, over: try fixture.bytes()) { file in
      let archive = try ZipReader(file, budget: ZipBudget(part: 100_000, archive: 200_000, entries: 100))
      for entry in archive.entries { _ = try archive.read(entry) }
    }
    #expect(outcome.readings > 100 && outcome.problems > 100)
  }

  /// Damage to the package's bytes mostly ends in the checksums, so parts are damaged before packing, too.
  @Test func xlsx() throws {
    let book = WorkbookFixture(
      sheet: """
        <sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><t>н5</t></is></c></row>\
        <row r="7"><c r="C7"><v>4.5</v></c><c r="AA7" t="s"><v>1</v></c></row></sheetData>\
        <mergeCells><mergeCell ref="A7:A9"/></mergeCells>
        """, strings: ["<t xml:space=\"preserve\">Класс: 7а (7а) &amp;</t>", "<r><t>О_x0041_</t></r><r><t>СВ</t></r>"])
    func read(_ file: FileBytes) throws {
      let reader = try XLSXReader(file, budget: ZipBudget(part: 100_000, archive: 200_000, entries: 100))
      for index in reader.sheets.indices { _ = try reader.grid(index) }
    }
    let whole = try run(seed: 3, count: 1000, over: try book.file().withUnsafeBytes { Array($0) }, read: read)
    #expect(whole.readings > 20 && whole.problems > 100)

    for (number, part) in book.parts.enumerated() where part.name != "[Content_Types].xml" {
      let outcome = try run(seed: 4 + UInt64(number), count: 200, over: Array(part.text.utf8)) { file in
        var fixture = book.zip()
        fixture.parts[number].bytes = file.withUnsafeBytes { Array($0) }
        try read(try fixture.file())
      }
      #expect(outcome.problems > 20)
    }
  }
}
