import Journal
import Reporting

/// A register of marks whose cells fit on a line each; `Scripts/bench-pdf` makes the same rows in Python.
enum BenchTable {
  private static let subjects = ["Алгебра", "Геометрия", "Русский язык", "Литература", "Физика", "Биология", "История"]
  private static let surnames = [
    "Абрамова", "Белов", "Воронцова", "Гусейнов", "Дементьева", "Егоров", "Жданова", "Зайцев",
  ]
  private static let names = ["Анна", "Пётр", "Мария", "Рашад", "Ольга", "Илья", "Софья"]

  static func table(rows: Int) -> Table {
    Table(
      name: "Журнал", caption: "",
      columns: [
        .init("№", width: 9, alignment: .right), .init("Класс", width: 8, alignment: .center),
        .init("Ученик", width: 26), .init("Предмет", width: 20), .init("Дата урока", width: 14),
        .init("Отметка", width: 12, alignment: .right), .init("Внесена", width: 14), .init("Учитель", width: 18),
      ],
      rows: (1...rows).map { number in
        let day = CivilDate(days: Int32(20_000 + number % 270))
        return Table.Row([
          .integer(number), .text("\(5 + number % 7)\(number % 2 == 0 ? "А" : "Б")"),
          .text("\(surnames[number % 8]) \(names[number % 7])"), .text(subjects[number % 7]), .date(day),
          .integer(2 + number % 4), .date(day.advanced(by: number % 9)), .text(surnames[number / 8 % 8]),
        ])
      })
  }
}
