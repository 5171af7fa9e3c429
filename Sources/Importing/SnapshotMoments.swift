import Journal

/// What can tell the moment of a snapshot, in the order in which it is believed (CONTROL 4). A file's own modification
/// time on the disk is never one.
struct SnapshotMoments {
  /// `--taken-at`.
  var given: LocalMoment?
  /// What the document says of its own making: the later of created and modified.
  var document: LocalMoment?
  /// The newest time inside the ZIP; 1980 is none.
  var archive: LocalMoment?
  /// The name under which the export came: `journals-31.01.2019.zip`.
  var name: String

  func choose(newestEntry: LocalMoment?) -> LocalMoment? {
    given ?? document ?? archive.flatMap { $0.date.year > 1980 ? $0 : nil } ?? newestEntry
      ?? SnapshotMoments.date(in: name).map { LocalMoment.evening(of: $0) }
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
