import CommandLineInterface
import Control
import Journal
import JournalStore

/// Two checks side by side, for the terminal and as JSON.
enum ComparisonReport {
  struct Filter {
    var studyClass: String?
    var teacher: String?

    func passes(_ remark: CheckComparison.Remark) -> Bool {
      let isOfClass = studyClass.map { asked in
        remark.className.split(separator: ", ").contains { ClassName($0)?.key == ClassName(asked)?.key }
      }
      let isOfTeacher = teacher.map { asked in
        remark.teachers.split(separator: ", ").contains {
          CodeFolding.fold($0).hasPrefix(CodeFolding.fold(asked))
        }
      }
      return (isOfClass ?? true) && (isOfTeacher ?? true)
    }
  }

  /// The two checks asked for, the earlier first.
  static func checks(
    _ numbers: [Int64], in store: JournalStore
  ) throws -> (before: RegisteredCheck, after: RegisteredCheck) {
    let all = try Control.registeredChecks(store)
    if numbers.count == 2 {
      let both = try numbers.map { try Control.registeredCheck($0, in: store) }
      guard both[0].id != both[1].id else {
        throw UsageError("Названа дважды одна проверка: № \(numbers[0]).", hint: "Номера проверок: zavuch checks")
      }
      return (both[0].asOf, both[0].to) <= (both[1].asOf, both[1].to) ? (both[0], both[1]) : (both[1], both[0])
    }
    let after = try numbers.first.map { try Control.registeredCheck($0, in: store) } ?? all.last
    guard let after, let before = all.first(where: { $0.id == after.previous }) else {
      throw UsageError(
        all.isEmpty ? "Зарегистрированных проверок ещё нет." : "Сравнивать не с чем: проверка первая.",
        hint: "Номера проверок: zavuch checks. Зарегистрировать проверку: zavuch check --register")
    }
    return (before, after)
  }

  static func tell(
    _ comparison: CheckComparison, _ remarks: [CheckComparison.Remark], on console: Console
  ) {
    let (before, after) = (comparison.before, comparison.after)
    console.print("Было: проверка № \(before.id) на \(before.asOf.russian), период \(ChecksReport.window(before))")
    console.print("Стало: проверка № \(after.id) на \(after.asOf.russian), период \(ChecksReport.window(after))")
    var table = TextTable([
      .init("Требование", wraps: true), .init("Было", .right), .init("Стало", .right), .init("Нарушено было", .right),
      .init("стало", .right),
    ])
    for pair in comparison.rules where pair.before != nil || pair.after != nil {
      func cell(_ counts: UnitCounts?) -> String {
        counts?.percent ?? "—"
      }
      table.append([
        pair.demand, cell(pair.before), cell(pair.after), pair.before.map { String($0.broken) } ?? "—",
        pair.after.map { String($0.broken) } ?? "—",
      ])
    }
    console.write(table.text(width: console.width))
    comparison.rules.flatMap { [$0.before, $0.after].compactMap { $0 } }.tellMissingShares(on: console)
    for fate in CheckComparison.Remark.Fate.allCases {
      let told = remarks.filter { $0.fate == fate }
      console.print("\n\(fate.title): \(told.count)")
      for remark in told {
        let place = [remark.className, remark.subjectName].filter { !$0.isEmpty }.joined(separator: ", ")
        let times = fate == .repeated && remark.times > 1 ? " (проверок подряд: \(remark.times))" : ""
        let text = "\(place.isEmpty ? "" : place + ": ")\(remark.sentence)\(times)"
        for (index, line) in text.wrapped(to: console.width - 4).enumerated() {
          console.print("\(index == 0 ? "  • " : "    ")\(line)")
        }
      }
    }
  }

  static func json(_ comparison: CheckComparison, _ remarks: [CheckComparison.Remark]) -> JSONText {
    func counts(_ counts: UnitCounts?) -> JSONText {
      counts.map { .object(CheckReport.members([$0])) } ?? .null
    }
    return [
      "before": .integer(Int(comparison.before.id)), "after": .integer(Int(comparison.after.id)),
      "rules": .array(
        comparison.rules.map { ["id": .string($0.rule), "before": counts($0.before), "after": counts($0.after)] }),
      "counts": .object(
        CheckComparison.Remark.Fate.allCases.map { fate in
          (fate.key, .integer(remarks.count { $0.fate == fate }))
        }),
      "findings": .array(
        remarks.map { remark in
          [
            "key": .string(remark.key), "rule": .string(remark.rule), "fate": .string(remark.fate.key),
            "class": .string(remark.className), "subject": .string(remark.subjectName),
            "day": JSONText(remark.day?.description), "teachers": .string(remark.teachers),
            "sentence": .string(remark.sentence), "times": .integer(remark.times),
          ]
        }),
    ]
  }
}

extension CheckComparison.Remark.Fate {
  fileprivate var title: String {
    switch self {
    case .new: "Новые"
    case .repeated: "Повторно"
    case .putRight: "Устранено"
    case .gone: "Исчезло: в выгрузке этого больше нет"
    case .undetermined: "Данных стало недостаточно"
    }
  }

  /// As `check --json` names it.
  fileprivate var key: String { self == .putRight ? "putRight" : rawValue }
}
