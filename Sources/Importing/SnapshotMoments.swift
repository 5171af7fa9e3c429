import Journal

/// What can tell the moment of a snapshot, in the order in which it is believed (CONTROL 4). A file's own modification
/// time on the disk is never one.
///
/// A snapshot is never older than a fact it shows: where the file itself says an earlier moment than the newest entry or
/// login in it, that one counts, and this is told; a `--taken-at` before it is refused.
struct SnapshotMoments {
  /// `--taken-at`.
  var given: LocalMoment?
  /// What the document says of its own making: the later of created and modified.
  var document: LocalMoment?
  /// The newest time inside the ZIP; 1980 is none.
  var archive: LocalMoment?
  /// The names under which the export came: `journals-31.01.2019.zip`.
  var names: [String]

  /// Nil where nothing tells it. Of a day that names tell, it is the beginning: the export was made later that day, so what it
  /// shows was there on the day's evening, and what it lacks may have been entered by then. `newestEntry` is the newest moment that the facts of the export carry themselves. Throws
  /// where the moment given contradicts them.
  func choose(newestEntry: LocalMoment?) throws(ImportProblem) -> LocalMoment? {
    if let given, let newestEntry, given < newestEntry {
      throw ImportProblem(
        "в выгрузке есть запись, сделанная \(newestEntry.russian), позже момента из --taken-at: \(given.russian)",
        hint: "Укажите в --taken-at момент, когда выгрузка сделана, или уберите --taken-at.")
    }
    if let given { return given }
    if let own = document ?? insideArchive { return max(own, newestEntry ?? own) }
    return newestEntry ?? dateInName.map { LocalMoment($0) }
  }

  /// What a person should know of the choice: that it is not what the file says of its own making.
  func notices(newestEntry: LocalMoment?) -> [ImportProblem] {
    let own = document ?? insideArchive
    guard let given else {
      if own == nil, newestEntry == nil { return differingNames }
      guard let own, let newestEntry, own < newestEntry else { return savedLater(own) }
      return [
        ImportProblem(
          "файл сделан \(own.russian), а в нём есть запись от \(newestEntry.russian): выгрузка считается сделанной тогда",
          hint: "Если время в записях верно, ничего делать не нужно; иначе укажите момент выгрузки: --taken-at.")
      ]
    }
    let differs = own.map { abs($0.seconds - given.seconds) >= 60 } ?? dateInName.map { $0 != given.date } ?? false
    guard differs else { return [] }
    let told = own?.russian ?? dateInName?.russian ?? ""
    return [
      ImportProblem(
        "момент выгрузки взят из --taken-at: \(given.russian); сам файл говорит: \(told)",
        hint: "Если прав файл, загрузите его без --taken-at.")
    ]
  }

  private var insideArchive: LocalMoment? { archive.flatMap { $0.date.year > 1980 ? $0 : nil } }

  private var dateInName: CivilDate? { datesInNames.max() }

  private var datesInNames: Set<CivilDate> { Set(names.compactMap { SnapshotMoments.date(in: $0) }) }

  private var differingNames: [ImportProblem] {
    let dates = datesInNames.sorted()
    guard dates.count > 1, let first = dates.first, let last = dates.last else { return [] }
    return [
      ImportProblem(
        "файлы одной выгрузки названы разными датами, с \(first.russian) по \(last.russian): взята последняя",
        hint: "Если файлы сделаны в разные дни, загрузите их порознь или укажите момент: --taken-at.")
    ]
  }

  /// A file that was opened and saved again says when that was, while its name still says when it was exported. Days of which
  /// it knows nothing would then be proved empty.
  private func savedLater(_ own: LocalMoment?) -> [ImportProblem] {
    guard let own, let named = dateInName, own.date.days - named.days > 1 else { return [] }
    return [
      ImportProblem(
        "в названии стоит \(named.russian), а внутри файла — \(own.russian): выгрузка считается сделанной \(own.date.russian)",
        hint: "Если файл с тех пор пересохраняли, укажите, когда он выгружен: --taken-at; иначе делать ничего не нужно."
      )
    ]
  }

  static let question = ImportProblem(
    "неизвестно, когда сделана выгрузка: в файле нет ни времени внесения записей, ни даты создания, ни даты в названии",
    hint: "Укажите момент выгрузки: --taken-at ГГГГ-ММ-ДДTЧЧ:ММ.")

  /// The last date that a name holds: `DD.MM.YYYY` or `YYYY-MM-DD`.
  static func date(in name: String) -> CivilDate? {
    let bytes = Array(name.utf8)
    var found: CivilDate?
    guard bytes.count >= 10 else { return nil }
    for start in 0...(bytes.count - 10) {
      let isInsideNumber =
        (start > 0 && bytes[start - 1] &- 48 < 10) || (start + 10 < bytes.count && bytes[start + 10] &- 48 < 10)
      let text = String(decoding: bytes[start..<(start + 10)], as: UTF8.self)
      if !isInsideNumber, let date = CivilDate(text) { found = date }
    }
    return found
  }
}
