import Journal

/// Reads interchange tables (FORMATS 13) into one batch. The tables of an export refer to each other by ids; an id that
/// no table of the export has is left to the store, which may know it from an earlier one.
struct InterchangeReader {
  var batch = JournalBatch()
  /// Which tables the export has, and which of their optional columns say something in every file of the table: what one
  /// file says of its class, another may not say of its own.
  private(set) var found: [InterchangeTable: Set<String>] = [:]
  /// The tables of lessons with entry times.
  var timedSheets: Set<Int32> = []
  /// What each file of lessons says.
  var lessonColumns: [(file: Int32, columns: Set<String>)] = []
  var files: [InterchangeTable: [Int32]] = [:]

  var schools = KeyIndex()
  var subjects = KeyIndex()
  var teachers = KeyIndex()
  var classes = KeyIndex()
  var groups = KeyIndex()
  var pupils = KeyIndex()
  var periods = KeyIndex()
  var lessons = KeyIndex()
  var works = KeyIndex()
  var marks = KeyIndex()
  var classHours = KeyIndex()
  /// What the waivers name, each with its first day.
  var waivers: Set<[String]> = []
  var teacherSets: [Int32: Int32] = [:]
  var journals: [JournalKey: Int32] = [:]
  /// The newest entry moment or login of all rows taken.
  var newestEntry: LocalMoment?
  var progress = ReadingProgress()

  struct JournalKey: Hashable {
    var school: Int32
    var year: Int
  }

  /// Reads one table whole; what is wrong with single rows is rejected, what is wrong with the file is thrown.
  mutating func read(_ table: InterchangeTable, _ source: InterchangeSource, file: Int32) throws {
    do {
      try read(table, source, source.rows, file: file)
    } catch let problem as ImportProblem {
      throw source.placed(problem)
    }
  }

  private mutating func read(
    _ table: InterchangeTable, _ source: InterchangeSource, _ csv: CSVReader, file: Int32
  ) throws {
    let header = try csv.header()
    let sheet = Int32(batch.sheets.count)
    var rows = TableRows(table: table, header: header.names, sheet: sheet, rowOffset: source.rowOffset)
    let unknown = try rows.unknownColumns(header)
    // A damaged quote further on refuses the file: better seen before any row is taken.
    try csv.validate()
    batch.sheets.append(BatchSheet(file: file, name: source.sheet))
    batch.files[Int(file)].notices += unknown.map(source.placed)
    let before = Tally(self)
    let limit = csv.text.withUTF8 { InterchangeReader.rowLimit($0) }
    reserve(table, rowCount: limit)
    let (progress, name) = (progress, table.rawValue)
    try csv.forEachRow { row in
      progress.row(row.number, of: limit, in: name)
      guard row.number > header.row, !row.isBlank else { return }
      do throws(RowProblem) {
        do throws(RowProblem) {
          try rows.refuseExtra(row, columns: header.names.count)
        } catch {
          // Which value stands in which column nobody knows.
          batch.unreadCells += table.cellKinds.map { UnreadCell($0, pupil: -1) }
          throw error
        }
        try read(table, row, &rows)
      } catch {
        rows.rejected.append(error.problem)
      }
    }
    find(table, saying: rows.saidColumns)
    if table == .lessons {
      lessonColumns.append((file, rows.saidColumns))
      if rows.saidColumns.contains("entered_at") { timedSheets.insert(sheet) }
    }
    files[table, default: []].append(file)
    let rejected = source.rejected + rows.rejected.map(source.placed)
    batch.sheets[Int(sheet)].hasUnreadRows = !rejected.isEmpty
    batch.files[Int(file)].rejected += rejected
    tell(before, file: Int(file), table)
  }

  mutating func find(_ table: InterchangeTable, saying columns: Set<String>) {
    found[table] = found[table]?.intersection(columns) ?? columns
  }

  /// No table has more rows than line ends, nor a row fewer than so many bytes on the average.
  private static func rowLimit(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var ends = 1
    for byte in bytes { ends &+= byte == 10 || byte == 13 ? 1 : 0 }
    return min(ends, bytes.count / 12 + 1)
  }

  /// Room for the big tables: growing step by step would hold their rows twice.
  private mutating func reserve(_ table: InterchangeTable, rowCount: Int) {
    switch table {
    case .lessons:
      batch.lessons.reserveCapacity(batch.lessons.count + rowCount)
      lessons.reserve(lessons.count + rowCount)
    case .works:
      batch.works.reserveCapacity(batch.works.count + rowCount)
      works.reserve(works.count + rowCount)
    case .marks:
      batch.marks.reserveCapacity(batch.marks.count + rowCount)
      marks.reserve(marks.count + rowCount)
    case .attendance: batch.attendance.reserveCapacity(batch.attendance.count + rowCount)
    case .finalMarks: batch.finalMarks.reserveCapacity(batch.finalMarks.count + rowCount)
    case .logins: batch.logins.reserveCapacity(batch.logins.count + rowCount)
    case .plan: batch.lists.reserveCapacity(batch.lists.count + rowCount)
    default: break
    }
  }

  private mutating func read(
    _ table: InterchangeTable, _ row: borrowing CSVRow, _ rows: inout TableRows
  ) throws(RowProblem) {
    switch table {
    case .schools: try readSchool(row, &rows)
    case .subjects: try readSubject(row, &rows)
    case .teachers: try readTeacher(row, &rows)
    case .classes: try readClass(row, &rows)
    case .groups: try readGroup(row, &rows)
    case .pupils: try readPupil(row, &rows)
    case .groupPupils: try readMembership(row, &rows)
    case .periods: try readPeriod(row, &rows)
    case .holidays: try readHoliday(row, &rows)
    case .lessons: try readLesson(row, &rows)
    case .works: try readWork(row, &rows)
    case .marks: try readMark(row, &rows)
    case .attendance: try readAttendance(row, &rows)
    case .finalMarks: try readFinalMark(row, &rows)
    case .exemptions: try readExemption(row, &rows)
    case .logins: try readLogin(row, &rows)
    case .plan: try readPlan(row, &rows)
    case .classHours: try readClassHour(row, &rows)
    case .consents: try readConsent(row, &rows)
    case .classLists: try readClassList(row, &rows)
    case .paperTally: try readPaperTally(row, &rows)
    case .aliases: try readAlias(row, &rows)
    case .waivers: try readWaiver(row, &rows)
    }
  }
}
