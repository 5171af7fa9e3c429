import CommandLineInterface
import Control
import Reporting

/// The учёт пройденного материала under the table of a check: the school in one line; by class and subject where the rule
/// about the plan, a class, a subject or a teacher is asked for.
enum MaterialReport {
  static func tell(_ accounts: [MaterialAccount], inFull: Bool, on console: Console) {
    guard !accounts.isEmpty else { return }
    let planned = accounts.filter { $0.planned != nil }
    let plan =
      planned.isEmpty
      ? "планов с датами нет"
      : "по планам с датами часов дано \(planned.map(\.lessons).reduce(0, +)) из "
        + "\(planned.compactMap(\.planned).reduce(0, +))"
    let lessons = accounts.map(\.lessons).reduce(0, +)
    let topics = accounts.compactMap(\.topics)
    let written =
      topics.isEmpty
      ? "внесённых уроков \(lessons), тем выгрузки не содержат"
      : "тем записано \(topics.reduce(0, +)) из \(lessons) внесённых уроков"
    console.print(
      "Учёт пройденного материала с начала учебного года: "
        + "\(written); \(plan)")
    guard inFull else { return }
    var table = TextTable([
      .init("Класс"), .init("Предмет", wraps: true), .init("Тем записано", .right), .init("Уроков внесено", .right),
      .init("Часов по плану", .right), .init("Всего в плане", .right),
    ])
    for account in accounts {
      table.append([
        account.studyClass.name, account.subject.name, account.topics.map(String.init) ?? "—", String(account.lessons),
        account.planned.map(String.init) ?? "—", account.plannedInAll.map(String.init) ?? "—",
      ])
    }
    console.write(table.text(width: console.width))
  }
}
