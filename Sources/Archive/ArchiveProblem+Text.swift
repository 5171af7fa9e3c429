extension ArchiveProblem: CustomStringConvertible {
  /// Where, what was expected and found, what to do.
  public var description: String { "\(place): \(problem). \(hint)" }

  /// Where, in Russian.
  public var place: String {
    switch self {
    case .archiveMissing(let path): "Папка «\(path)»"
    case .ledgerMissing: "Файл «\(ReportArchive.ledgerName)»"
    case .lineUnreadable(let line), .lineChanged(let line, _, _, _), .lineTorn(let line, _),
      .lineInserted(let line, _, _), .lineMoved(let line, _, _), .linesMissing(_, let line),
      .chainBroken(let line, _, _, _, _), .chainStartWrong(let line, _):
      "Файл «\(ReportArchive.ledgerName)», строка \(line)"
    case .headMissing, .headUnreadable, .tailCut, .tailAdded, .headDiffers, .registrationUnfinished:
      "Файл «\(ReportArchive.headName)»"
    case .expectedRecordMissing, .expectedRecordDiffers: "Голова журнала, записанная вне архива"
    case .fileMissing(let path, let line), .fileChanged(let path, let line, _, _), .fileReplaced(let path, let line):
      "Файл «\(path)» (журнал, строка \(line))"
    case .fileAdded(let path): "Файл «\(path)»"
    case .folderAdded(let path): "Папка «\(path)»"
    case .leftover(let path): "«\(path)»"
    case .unreadable: "Архив"
    }
  }

  /// What is wrong, in Russian, without a full stop.
  public var problem: String {
    switch self {
    case .archiveMissing: "папки архива нет"
    case .ledgerMissing: "журнала регистрации нет, хотя архив не пуст"
    case .lineUnreadable: "строка не читается как запись журнала"
    case .lineChanged(_, let sequence, let recorded, let found):
      "строка изменена: запись \(sequence) называет свой отпечаток SHA-256 \(recorded), а у строки \(found)"
        + (recorded == found ? " (изменены другие знаки строки)" : "")
    case .lineTorn: "журнал обрывается посреди строки"
    case .lineInserted(_, let sequence, let genuine):
      "строка вставлена: запись \(sequence) уже есть, подлинная стоит в строке \(genuine)"
    case .lineMoved(_, let sequence, let expected):
      "строки переставлены: ожидалась запись \(expected), а стоит запись \(sequence)"
    case .linesMissing(let range, _):
      range.count == 1
        ? "перед этой строкой удалена запись \(range.lowerBound)"
        : "перед этой строкой удалены записи \(range.lowerBound)–\(range.upperBound)"
    case .chainBroken(_, let sequence, let next, let expected, let found):
      "запись \(sequence) подменена: запись \(next) хранит её отпечаток SHA-256 \(expected), а у строки \(found)"
    case .chainStartWrong(_, let found):
      "первая запись должна хранить нули вместо отпечатка предыдущей, а хранит \(found)"
    case .headMissing: "файла с головой журнала нет"
    case .headUnreadable: "файл изменён: в нём ожидались номер последней записи и два её отпечатка"
    case .tailCut(let last, let head):
      "конец журнала отрезан: последней ожидалась запись \(head.sequence), а "
        + (last == 0 ? "записей нет" : "журнал кончается записью \(last)")
    case .tailAdded(let last, let head):
      "последней ожидалась запись \(head.sequence), а журнал кончается записью \(last): записи добавлены мимо программы "
        + "или голова подменена прежней"
    case .headDiffers(let ledger, let head):
      "у последней записи \(head.sequence) ожидался отпечаток SHA-256 \(head.digest.sha256), а в журнале "
        + "\(ledger.digest.sha256): подменена запись или голова"
    case .registrationUnfinished(let sequence):
      "программу прервали, когда запись \(sequence) и её файлы были уже сохранены, а голова ещё нет"
    case .expectedRecordMissing(let expected, let last):
      "ожидалась запись \(expected.sequence), а "
        + (last == 0 ? "в журнале нет записей" : "журнал кончается записью \(last)") + ": конец журнала отрезан"
    case .expectedRecordDiffers(let expected, let found):
      "у записи \(expected.sequence) ожидался отпечаток SHA-256 \(grouped(expected.digits)), а в журнале "
        + "\(grouped(found.prefix(expected.digits.utf8.count))): журнал подменён"
    case .fileMissing: "файла нет"
    case .fileChanged(_, _, let expected, let found):
      expected.size != found.size
        ? "файл изменён: ожидалось \(expected.size) байт, а в нём \(found.size)"
        : expected.digest.sha256 != found.digest.sha256
          ? "файл изменён: ожидался отпечаток SHA-256 \(expected.digest.sha256), а у файла \(found.digest.sha256)"
          : "файл не сходится с журналом: ожидался отпечаток Стрибог-256 \(expected.digest.streebog256), а у файла "
            + "\(found.digest.streebog256)"
    case .fileReplaced: "на месте файла лежит папка, ссылка или устройство"
    case .fileAdded: "файл добавлен: о нём не говорит ни одна читаемая строка журнала"
    case .folderAdded: "папка добавлена: о ней не говорит ни одна читаемая строка журнала"
    case .leftover: "осталось от регистрации, которую прервали; в журнал она не вошла"
    case .unreadable(let reason): "проверка не доведена до конца. " + reason.trimmingFullStop
    }
  }

  /// What to do, in Russian.
  public var hint: String {
    switch self {
    case .archiveMissing: "Проверьте путь; если папку удалили, верните её из резервной копии."
    case .lineTorn(_, let headAgrees) where headAgrees:
      "Похоже, программу прервали во время записи: целые строки сходятся с головой. Удалите неполную строку и подпишите отчёт "
        + "ещё раз."
    case .ledgerMissing, .lineUnreadable, .lineChanged, .lineTorn, .lineInserted, .lineMoved, .linesMissing,
      .chainBroken,
      .chainStartWrong, .tailCut, .headDiffers, .expectedRecordMissing, .expectedRecordDiffers:
      "Верните журнал и голову из резервной копии и выясните, кто менял архив."
    case .headMissing, .headUnreadable: "Верните файл из резервной копии и сверьте с головой, записанной вне архива."
    case .tailAdded: "Сверьте журнал с головой, записанной вне архива, и верните его и голову из резервной копии."
    case .registrationUnfinished: "Подпишите отчёт ещё раз: программа допишет голову."
    case .fileMissing, .fileChanged, .fileReplaced:
      "Верните файл из резервной копии и выясните, кто менял архив."
    case .fileAdded, .folderAdded: "Выясните, откуда это, и уберите из архива."
    case .leftover: "Подпишите отчёт ещё раз: программа уберёт остатки."
    case .unreadable: "Устраните причину и проверьте снова."
    }
  }
}

extension String {
  fileprivate var trimmingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
