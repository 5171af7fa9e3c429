import Control
import JournalStore
import Reporting

/// Reads what the remarks of reports rest on, for the sheet «Основания» of their workbooks. A check's evidence is read once
/// for all its reports.
final class EvidenceMaker {
  private let maker: ReportMaker
  private var read: (check: Int64, facts: [String: [EvidenceTable.Fact]])?

  /// Of a finding a sheet holds no more than somebody would read; the command that opens one shows all.
  private static let mostFacts = 30

  init(maker: ReportMaker) {
    self.maker = maker
  }

  /// Nil for a report that tells no remarks or hides names. `request` made the check; of a registered one its own settings are
  /// taken.
  func table(
    _ template: ReportTemplate, _ subject: ReportMaker.Subject, of check: RegisteredCheck, _ request: CheckRequest
  ) throws -> Table? {
    let context = try maker.context(subject)
    guard template.hasEvidence, (context.privacy ?? template.privacy) == .full else { return nil }
    let findings = try template.findings(of: check.id, context, in: maker.store.database)
    guard subject.scope == nil else {
      return EvidenceTable.table(findings, facts: try facts(Set(findings.map(\.key)), request))
    }
    if read?.check != check.id {
      let keys = try ReportTemplate.remarkKeys(of: check.id, in: maker.store.database)
      read = (check.id, try facts(keys, Control.request(again: check, maker.store, book: request.book)))
    }
    return EvidenceTable.table(findings, facts: read?.facts ?? [:])
  }

  private func facts(_ keys: Set<String>, _ request: CheckRequest) throws -> [String: [EvidenceTable.Fact]] {
    var facts: [String: [EvidenceTable.Fact]] = [:]
    try Control.explain(maker.store, all: keys, request) { explained in
      facts[explained.key] = Self.facts(explained)
    }
    return facts
  }

  private static func facts(_ explained: FindingExplanation) -> [EvidenceTable.Fact] {
    var facts = explained.evidence.prefix(mostFacts).map { fact in
      EvidenceTable.Fact(
        title: fact.title, value: fact.value, raw: fact.raw ?? "", file: fact.place.path, sheet: fact.place.sheet,
        row: fact.place.row > 0 ? fact.place.row : nil, column: fact.place.column ?? "", note: fact.notes)
    }
    if explained.evidence.count > mostFacts {
      facts.append(
        EvidenceTable.Fact(
          title: "Ещё записей: \(explained.evidence.count - mostFacts)", value: "",
          note: "Все показывает команда zavuch findings --explain с ключом замечания."))
    }
    facts += explained.missing.map { missing in
      EvidenceTable.Fact(
        title: missing.what, value: "нет",
        note: missing.searched.isEmpty ? "" : "Искали: " + missing.searched.joined(separator: "; "))
    }
    return facts
  }
}

extension EvidenceFact {
  /// When it was entered and when it vanished, and whether it was there as of the check.
  var notes: String {
    [
      entered.map { "внесено: \($0)" }, gone.map { "исчезло или изменено: \($0)" },
      isThere ? nil : "на контрольную дату ещё нет",
    ].compactMap { $0 }.joined(separator: "; ")
  }
}
