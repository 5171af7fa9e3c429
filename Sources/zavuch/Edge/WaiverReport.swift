import CommandLineInterface
import Control
import Journal
import JournalStore

/// Waivers for the terminal and as JSON: one line a waiver.
enum WaiverReport {
  static func list(_ listed: [ListedWaiver], on day: CivilDate, rules: RuleBook, width: Int) -> String {
    let inForce = listed.count { $0.state == .inForce }
    var lines = [
      listed.isEmpty
        ? "Решений о принятых замечаниях нет."
        : "Решения о принятых замечаниях: \(listed.count), на \(day.russian) действует: \(inForce)"
    ]
    for entry in listed {
      let waiver = entry.waiver
      lines += ["", "№ \(waiver.id). \(waiver.title(in: rules)) — \(state(entry))"]
      lines += [
        "с \(waiver.from.russian) по \(waiver.until.russian); \(waiver.decidedBy), \(waiver.paper)", waiver.reason,
      ]
      .flatMap { $0.wrapped(to: max(20, width - 6)) }.map { "      " + $0 }
      if let problem = entry.problem { lines.append("      Ничего не принимает: \(problem)") }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func state(_ entry: ListedWaiver) -> String {
    switch entry.state {
    case .inForce: "действует"
    case .notYet: "ещё не действует"
    case .ended: "срок прошёл"
    case .revoked: "отменено" + (entry.waiver.revoked.map { " с \($0.russian)" } ?? "")
    }
  }

  static func json(_ entry: ListedWaiver) -> JSONText {
    let waiver = entry.waiver
    let state =
      switch entry.state {
      case .inForce: "in-force"
      case .notYet: "not-yet"
      case .ended: "ended"
      case .revoked: "revoked"
      }
    return [
      "id": .integer(Int(waiver.id)), "rule": .string(waiver.rule), "finding": JSONText(waiver.finding),
      "class": JSONText(waiver.studyClass), "subject": JSONText(waiver.subject), "teacher": JSONText(waiver.teacher),
      "pupil": JSONText(waiver.pupil), "reason": .string(waiver.reason), "by": .string(waiver.decidedBy),
      "paper": .string(waiver.paper), "from": .string(waiver.from.description),
      "until": .string(waiver.until.description), "revoked": JSONText(waiver.revoked?.description),
      "state": .string(state), "problem": JSONText(entry.problem),
    ]
  }
}
