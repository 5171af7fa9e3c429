import CommandLineInterface
import Control
import Journal
import Reporting

/// Registered checks for the terminal and as JSON.
enum ChecksReport {
  static func tell(_ summaries: [CheckSummary], on console: Console) {
    guard !summaries.isEmpty else {
      console.print("Зарегистрированных проверок ещё нет. Зарегистрировать: zavuch check --register или zavuch run.")
      return
    }
    var table = TextTable([
      .init("№", .right), .init("На дату"), .init("Период контроля", wraps: true), .init("Соблюдено", .right),
      .init("Замечаний", .right), .init("новых", .right), .init("повторно", .right),
      .init("неисправимых", .right), .init("устранено", .right),
    ])
    for summary in summaries {
      let check = summary.check
      table.append([
        String(check.id), check.asOf.russian, window(check), share(summary.kept, of: summary.judged),
        String(summary.open), String(summary.new), String(summary.repeated), String(summary.known),
        String(summary.putRight),
      ])
    }
    console.write(table.text(width: console.width))
  }

  /// One check: its figures, then what each rule counted.
  static func tell(_ summary: CheckSummary, rules: [CheckComparison.RulePair], on console: Console) {
    let check = summary.check
    console.print("Проверка № \(check.id) на \(check.asOf.russian), период \(window(check))")
    console.print(
      check.previous.map { "Сравнена с проверкой № \($0)." } ?? "Первая: сравнивать было не с чем.")
    console.print(
      "Замечаний \(summary.open): новых \(summary.new), повторно \(summary.repeated), сообщено раньше, а исправить "
        + "нельзя \(summary.known). Устранено \(summary.putRight), исчезло \(summary.gone).")
    var table = TextTable([
      .init("Требование", wraps: true), .init("Соблюдено", .right), .init("Нарушено", .right),
      .init("Не определено", .right),
    ])
    for pair in rules {
      guard let counts = pair.after else {
        table.append([pair.demand, "не применялось", "—", "—"])
        continue
      }
      table.append([pair.demand, counts.share, String(counts.broken), String(counts.undetermined)])
    }
    console.write(table.text(width: console.width))
    rules.compactMap(\.after).tellMissingShares(on: console)
  }

  static func tell(_ sources: [CheckedSource], on console: Console) {
    console.print("\nВыгрузки, которые видела проверка:")
    for source in sources {
      let moment = source.takenAt.map { ", состояние на \($0.russian)" } ?? ""
      console.print("  \(source.path)\(moment)")
    }
  }

  static func tell(_ rerun: Rerun, of check: RegisteredCheck, on console: Console) {
    let name = "Проверка № \(check.id) на \(check.asOf.russian)"
    guard !rerun.isSame else {
      console.print("\(name): результат тот же, до последней записи.")
      return
    }
    let text = """
      \(name): сейчас результат был бы другим. Так бывает, когда позже загружены выгрузки, которые говорят и о том \
      времени, принято или отозвано решение о замечании или правило изменилось в новой версии программы. Записанный \
      результат остаётся.
      """
    for line in text.wrapped(to: console.width) { console.print(line) }
    if !rerun.rules.isEmpty {
      var table = TextTable([
        .init("Требование", wraps: true), .init("Нарушено было", .right), .init("стало", .right),
        .init("Не определено было", .right), .init("стало", .right),
      ])
      for change in rerun.rules {
        func cell(_ counts: UnitCounts?, _ part: (UnitCounts) -> Int) -> String {
          counts.map { String(part($0)) } ?? "—"
        }
        table.append([
          change.demand, cell(change.before, \.broken), cell(change.after, \.broken),
          cell(change.before, \.undetermined), cell(change.after, \.undetermined),
        ])
      }
      console.write(table.text(width: console.width))
    }
    for (title, keys) in [("Появилось бы", rerun.appeared), ("Не стало бы", rerun.vanished)] where !keys.isEmpty {
      console.print("\(title) замечаний: \(keys.count)")
      for key in keys.prefix(20) { console.print("  \(key)") }
      if keys.count > 20 { console.print("  и ещё \(keys.count - 20)") }
    }
  }

  static func json(_ summary: CheckSummary) -> JSONText {
    let check = summary.check
    return [
      "number": .integer(Int(check.id)), "asOf": .string(check.asOf.description),
      "from": .string(check.from.description), "to": .string(check.to.description),
      "previous": check.previous.map { .integer(Int($0)) } ?? .null, "kept": .integer(summary.kept),
      "judged": .integer(summary.judged), "undetermined": .integer(summary.undetermined),
      "open": .integer(summary.open), "new": .integer(summary.new), "repeated": .integer(summary.repeated),
      "known": .integer(summary.known), "putRight": .integer(summary.putRight), "gone": .integer(summary.gone),
      "sources": .integer(summary.sources), "inputsDigest": .string(summary.inputsDigest),
    ]
  }

  static func window(_ check: RegisteredCheck) -> String {
    CheckWindow(asOf: check.asOf, from: check.from, to: check.to).russian
  }

  static func share(_ kept: Int, of judged: Int) -> String { Value.share(part: kept, whole: judged).plainText }
}

extension [UnitCounts] {
  /// Under a table of shares, where one of them is not printed.
  func tellMissingShares(on console: Console) {
    guard contains(where: { $0.judged > 0 && !$0.isShareTelling }) else { return }
    let note =
      "Доли нет («—»), где неопределённых случаев больше, чем определённых: доля остатка ничего не говорит о целом."
    for line in note.wrapped(to: console.width) { console.print(line) }
  }
}

extension UnitCounts {
  /// «43,0 %»; «—» where it would tell of a remainder only.
  var percent: String { ChecksReport.share(kept, of: isShareTelling ? judged : 0) }

  /// «43,0 % (3 из 7)»: of units with a determined verdict; «— (3 из 7)» where more have none.
  var share: String {
    judged > 0 ? "\(percent) (\(kept) из \(judged))" : percent
  }
}
