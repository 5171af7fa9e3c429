import Journal

/// Reads mapped tables into a batch: flat ones (a row a lesson, a mark, a pupil) and grids (pupils by subjects, by days).
///
/// Names become keys as in a Дневник.ру journal. A journal is one class's subject by one mapping, and its lessons are of the
/// pupils that the table lists: of others it says nothing. A row of totals («Итого», «Средний балл») or of a signature is left out and told;
/// any other row that cannot be read is rejected.
struct MappedReader {
  var builder: BatchBuilder
  /// By name in a class: how often a list has it, at most and at least.
  var homonyms: [String: (most: Int, least: Int)] = [:]
  /// By pupil, subject and period: the value and its row.
  var finals: [String: (value: MarkValue, row: Int)] = [:]
  var attendance: Set<[Int32]> = []
  /// Lessons of lists without pupils, a row each, by the key without the ordinal.
  var lessonRows: [String: Int] = [:]
  var journalPupils: [Int32: Set<Int32>] = [:]
  var journalPeriods: [Int32: Set<Int32>] = [:]

  init(_ files: [OpenedFile]) {
    builder = BatchBuilder(layout: MappedLayout.id, files: files)
  }

  /// A sheet that no mapping fits.
  mutating func skip(_ sheet: SheetText) {
    builder.batch.files[0].notices.append(
      ImportProblem(
        "лист пропущен: под него не подходит ни одна таблица из настроек",
        hint: "Если в нём есть данные, опишите его в настройках, в mappings.", at: CellPlace(sheet: sheet.name)))
  }

  /// False for a sheet of which nothing can be read.
  mutating func read(_ text: SheetText, _ sheet: MappedSheet, _ mapping: TableMapping) -> Bool {
    if let repeated = sheet.repeated {
      let letters = repeated.columns.map(CellPlace.columnLetters).joined(separator: " и ")
      reject(
        ImportProblem(
          "заголовок «\(repeated.header)» стоит над несколькими столбцами: \(letters)",
          hint: "Назовите в настройках букву нужного: \"=\(CellPlace.columnLetters(repeated.columns[0]))\".",
          at: CellPlace(sheet: text.name.isEmpty ? nil : text.name, row: sheet.headerRow)))
      return false
    }
    var table = MappedTable(text, sheet, mapping, number: builder.sheet(text.name, file: 0))
    for problem in table.problems { reject(problem) }
    var hasUnreadRows = !table.problems.isEmpty
    builder.batch.files[0].notices += table.notices
    for number in stride(from: sheet.firstRow, through: text.rowCount, by: 1) {
      let row = MappedRow(number: number, text: text, sheet: sheet, mapping: mapping)
      if row.isBlank || row.repeatsHeader { continue }
      if row.isSummary {
        builder.batch.files[0].notices.append(
          row.problem(
            "строка итогов или подписи пропущена", hint: "Если это ученик или урок, исправьте первое слово строки.",
            column: 0, raw: MappedReader.first(row)))
        continue
      }
      do throws(ImportProblem) {
        try read(row, &table)
      } catch {
        reject(error)
        hasUnreadRows = true
        // A pupil of a list without a row of their own is not in it; elsewhere the pupil has other rows.
        if !table.isRoster { builder.unreadRow(FactPlace(sheet: table.number, row: Int32(number))) }
      }
    }
    builder.batch.sheets[Int(table.number)].hasUnreadRows = hasUnreadRows
    note(table.rosterCounts)
    return true
  }

  private static func first(_ row: MappedRow) -> String {
    (1...max(1, row.text.columnCount(row: row.number))).lazy.map { row.text[row.number, $0] }.first { !$0.isEmpty }
      ?? ""
  }

  mutating func reject(_ problem: ImportProblem) { builder.batch.files[0].rejected.append(problem) }

  private mutating func note(_ counts: [String: Int]) {
    for (key, count) in counts {
      let known = homonyms[key] ?? (count, count)
      homonyms[key] = (max(known.most, count), min(known.least, count))
    }
  }

  /// Settles the moment and what only the whole file can tell.
  mutating func finish(_ moments: SnapshotMoments) throws -> JournalBatch {
    markHomonyms()
    for (journal, pupils) in journalPupils { builder.batch.journals[Int(journal)].pupils = pupils.sorted() }
    for journal in builder.batch.journals.indices {
      builder.batch.journals[journal].periods = (journalPeriods[Int32(journal)] ?? []).sorted()
    }
    var batch = try builder.finish(moments)
    if let takenAt = batch.files[0].takenAt, let newest = builder.newestFact, newest > takenAt.date {
      batch.files[0].notices.append(
        ImportProblem(
          "в таблице есть записи за \(newest.russian), а выгрузка считается сделанной \(takenAt.russian)",
          hint: "Проверьте момент выгрузки; верный укажите в --taken-at."))
    }
    return batch
  }

  /// Two of one name in one list stay two; where another list has fewer, nobody can tell which of them it means.
  private mutating func markHomonyms() {
    for (key, counts) in homonyms.sorted(by: { $0.key < $1.key }) where counts.most != counts.least {
      for ordinal in 1...counts.most {
        guard let position = builder.known("pupil", key + (ordinal > 1 ? "#\(ordinal)" : "")) else { continue }
        builder.batch.pupils[Int(position)].isAmbiguous = true
      }
      guard let first = builder.known("pupil", key).map({ builder.batch.pupils[Int($0)] }) else { continue }
      let sheet = builder.batch.sheets[Int(first.place.sheet)].name
      builder.batch.files[0].notices.append(
        ImportProblem(
          "однофамильцы: в одном списке класса \(counts.most) раза, в другом \(counts.least)",
          hint: "По этой таблице их не различить, замечания о них не делаются.",
          at: CellPlace(sheet: sheet.isEmpty ? nil : sheet, row: Int(first.place.row)), raw: first.name))
    }
  }
}
