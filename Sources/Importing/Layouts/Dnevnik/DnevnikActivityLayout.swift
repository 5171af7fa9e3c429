import Journal

/// Дневник.ру, the activity report «reportGlobalStatPersonal» (FORMATS 3): how often each account of the school logged in
/// over a range of days, and when last.
struct DnevnikActivityLayout {
  static let id = "dnevnik-activity"

  private var batch = JournalBatch()
  private var classes: [String: Int32] = [:]

  /// Throws `ImportProblem` where no sheet is a report or nothing tells when it was made.
  fileprivate static func read(_ files: inout [OpenedFile], _ options: ImportOptions) throws -> JournalBatch {
    let file = files[0]
    let sheets = file.sheets.filter(ActivitySheet.fits)
    let rows = try sheets.map { ActivityRows(try ActivitySheet($0), $0) }
    let newest = rows.flatMap(\.accounts).flatMap { [$0.lastLogin, $0.lastView] }
      .compactMap { seen in seen.flatMap { $0.moment ?? $0.day.map { LocalMoment($0) } } }.max()
    let moments = file.moments(options)
    guard let takenAt = try moments.choose(newestEntry: newest) else { throw SnapshotMoments.question }
    var described = file.described(layout: id)
    described.takenAt = takenAt
    described.rejected = file.sheets.filter { !ActivitySheet.fits($0) && $0.rowCount > 0 }.map { sheet in
      ImportProblem(
        "лист не похож на отчёт об активности: нет столбцов «Пользователь», «Роли» и «Последний вход»",
        hint: "Если лист не нужен, уберите его; остальные листы приняты.", at: CellPlace(sheet: sheet.name))
    }
    described.notices = moments.notices(newestEntry: newest)
    var layout = DnevnikActivityLayout()
    layout.batch.files = [described]
    // The report does not name the school.
    layout.batch.schools = [.unnamed]
    for report in rows { layout.add(report, schoolYear: takenAt.date.schoolYear) }
    layout.tell()
    return layout.batch
  }

  private mutating func add(_ rows: ActivityRows, schoolYear: Int) {
    let (head, sheet) = (rows.head, Int32(batch.sheets.count))
    batch.sheets.append(BatchSheet(file: 0, name: head.name))
    let isWhole = head.found.map { $0.count == rows.count } ?? true
    func column(_ column: ActivitySheet.Column) -> Int32 { Int32(head.columns[column] ?? 0) }
    var report = ActivityReport(
      school: 0, sheet: sheet, from: head.from, to: head.to, schoolYear: schoolYear, isWhole: isWhole,
      columns: ActivityReport.Columns(
        counters: LoginCounter.allCases.map { column(.counter($0)) }, lastLogin: column(.lastLogin),
        lastView: column(.lastView)))
    report.accounts = zip(rows.accounts, rows.classTitles).map { account, titles in
      var account = account
      account.classes = titles.map {
        position(ofClass: $0, schoolYear, FactPlace(sheet: sheet, row: account.row, column: column(.classes)))
      }
      return account
    }
    batch.activity.append(report)
    batch.files[0].rejected += rows.problems
    if let found = head.found, !isWhole {
      batch.files[0].rejected.append(
        ImportProblem(
          "отчёт называет учётных записей \(found.count), а строк в нём \(rows.count)",
          hint: "Отчёт неполон или дополнен: выгрузите его заново. Прочитанные строки приняты.", at: found.place,
          raw: found.raw))
    }
    batch.files[0].notices += head.unknownColumns.map { column, title in
      ImportProblem(
        "неизвестный столбец", hint: "Он не читается.",
        at: CellPlace(sheet: head.name, row: head.headerRow, column: column), raw: excerpt(title))
    }
  }

  private mutating func position(ofClass title: String, _ schoolYear: Int, _ place: FactPlace) -> Int32 {
    let key = DnevnikNames.classKey(title, schoolYear: schoolYear)
    return classes.position(key, appendingTo: &batch.classes) {
      BatchClass(key: key, school: 0, grade: ClassName(title)?.grade ?? 0, title: title, place: place)
    }
  }

  private mutating func tell() {
    let accounts = batch.activity.flatMap(\.accounts)
    func counted(_ role: AccountRoles) -> AccountCounts {
      let own = accounts.filter { $0.roles.contains(role) }
      return AccountCounts(all: own.count, loggedIn: own.count(where: \.hasLogins))
    }
    var counts = FactCounts()
    counts.logins = accounts.count(where: \.hasLogins)
    counts.pupilAccounts = counted(.pupil)
    counts.parentAccounts = counted(.parent)
    counts.teacherAccounts = counted(.teacher)
    counts.pupils = counts.pupilAccounts.all
    batch.files[0].counts = counts
    batch.files[0].classes = batch.classes.compactMap { ClassName($0.title) }
      .sorted { ($0.grade, $0.letter) < ($1.grade, $1.letter) }.map(\.key)
  }
}

extension Layout {
  static let dnevnikActivity = Layout(
    id: DnevnikActivityLayout.id, title: "отчёт об активности Дневник.ру",
    recognise: { $0.sheets.contains(where: ActivitySheet.fits) ? .certain : .none }, read: DnevnikActivityLayout.read)
}
