import CommandLineInterface
import Control
import Journal

/// Findings for the terminal and as JSON: one line a finding.
enum FindingReport {
  /// By rule, the sentence first; whose it is and the key under it. Readable in a narrow terminal and in a wide one.
  static func list(_ findings: [Finding], _ book: RuleBook, width: Int) -> String {
    var lines: [String] = []
    var rule = ""
    for finding in findings {
      if finding.rule != rule {
        rule = finding.rule
        let count = findings.count { $0.rule == rule }
        lines += ["", "\(book.named(rule)?.asked(of: finding.place).title ?? rule) — \(count)"]
      }
      lines += indented(finding.sentence, by: 2, width)
      let place = finding.place
      let whose = [place.studyClass?.name, place.subject?.name, place.teachers.map(\.name).joined(separator: ", ")]
        .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
      lines += indented("\(whose)\(state(finding))", by: 6, width)
      if let waiver = finding.waiver { lines += indented("Принято школой: \(waiver)", by: 6, width) }
      lines.append("      \(finding.key)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func state(_ finding: Finding) -> String {
    switch finding.state {
    case .repeated: " (повторно, \(finding.times)-й раз)"
    case .known: " (известно ранее)"
    default: ""
    }
  }

  private static func indented(_ text: String, by count: Int, _ width: Int) -> [String] {
    guard !text.isEmpty else { return [] }
    let margin = String(repeating: " ", count: count)
    return text.wrapped(to: max(20, width - count)).map { margin + $0 }
  }

  static func json(_ finding: Finding) -> JSONText {
    let place = finding.place
    return [
      "key": .string(finding.key), "rule": .string(finding.rule), "state": .string(finding.state.rawValue),
      "times": .integer(finding.times), "class": JSONText(place.studyClass?.name),
      "subject": JSONText(place.subject?.name), "teachers": .array(place.teachers.map { .string($0.name) }),
      "period": JSONText(place.period?.name), "date": JSONText(place.day?.description),
      "pupil": JSONText(place.pupil?.name), "account": JSONText(place.account?.name),
      "sentence": .string(finding.sentence), "waiver": JSONText(finding.waiver), "mend": .string(finding.mend),
      "mendBy": JSONText(finding.mendBy?.description),
    ]
  }

  static func json(_ explained: FindingExplanation) -> JSONText {
    [
      "key": .string(explained.key), "rule": .string(explained.rule.id), "clause": .string(explained.rule.clause),
      "verdict": .string(verdict(explained.verdict)), "norms": .array(explained.norms.map(JSONText.string)),
      "sentence": .string(explained.sentence), "mend": .string(explained.mend),
      "mendBy": JSONText(explained.mendBy?.description), "evidence": .array(explained.evidence.map(json)),
      "missing": .array(
        explained.missing.map { missing in
          ["what": .string(missing.what), "searched": .array(missing.searched.map(JSONText.string))]
        }),
    ]
  }

  private static func json(_ fact: EvidenceFact) -> JSONText {
    [
      "fact": .string(fact.title), "value": .string(fact.value), "raw": JSONText(fact.raw),
      "file": .string(fact.place.path), "sheet": .string(fact.place.sheet),
      "row": fact.place.row > 0 ? .integer(fact.place.row) : .null,
      "column": JSONText(fact.place.column), "entered": JSONText(fact.entered), "gone": JSONText(fact.gone),
      "isThere": .bool(fact.isThere),
    ]
  }

  static func text(_ explained: FindingExplanation) -> String {
    var lines = ["\(explained.rule.title) (\(explained.key))", verdict(explained.verdict)]
    if !explained.sentence.isEmpty { lines.append(explained.sentence) }
    if !explained.mend.isEmpty {
      let deadline = explained.mendBy.map { " Срок: до \($0.russian)." } ?? ""
      lines.append("Что сделать: \(explained.mend)\(deadline)")
    }
    lines.append("Основание: \(explained.rule.clause)")
    lines += explained.norms.map { "Норма: \($0)" }
    if !explained.evidence.isEmpty { lines += ["", "На чём держится:"] }
    for fact in explained.evidence {
      let raw = fact.raw.map { " (в ячейке «\($0)»)" } ?? ""
      lines.append("  \(fact.title): «\(fact.value)»\(raw)\(fact.isThere ? "" : " — на контрольную дату ещё нет")")
      lines.append("    \(place(fact.place))")
      if let entered = fact.entered { lines.append("    внесено: \(entered)") }
      if let gone = fact.gone { lines.append("    исчезло или изменено: \(gone)") }
    }
    for missing in explained.missing {
      lines += ["", "Нет: \(missing.what). Где искали:"]
      lines += missing.searched.map { "  \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func place(_ place: EvidencePlace) -> String {
    let sheet = place.sheet.isEmpty ? "" : ", лист «\(place.sheet)»"
    let column = place.column.map { ", столбец \($0)" } ?? ""
    return place.row > 0 ? "\(place.path)\(sheet), строка \(place.row)\(column)" : place.path
  }

  private static func verdict(_ verdict: FindingExplanation.Verdict) -> String {
    switch verdict {
    case .broken: "Нарушено"
    case .kept: "Соблюдено"
    case .undetermined(let reason): "Данных недостаточно: \(reason)"
    case .waived(let waiver): "Нарушено, но принято школой: \(waiver)"
    }
  }
}
