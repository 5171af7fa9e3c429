import Journal
import Reporting

extension SampleDocument {
  static func metrics() throws -> Table {
    let rows: [(String, Int, Int)] = [
      ("Уроки занесены в день проведения", 22_701, 23_690),
      ("Отметки за письменные работы выставлены в течение недели", 1_204, 1_310),
      ("Тема урока указана", 23_512, 23_690),
      ("Домашнее задание указано", 20_118, 22_034),
      ("График накопляемости отметок выполнен", 318, 352),
      ("Инструктаж по технике безопасности записан", 0, 0),
    ]
    var body = rows.map {
      Table.Row([.text($0.0), .integer($0.2), .integer($0.2 - $0.1), .share(part: $0.1, whole: $0.2)])
    }
    let checked = rows.reduce(0) { $0 + $1.2 }
    let kept = rows.reduce(0) { $0 + $1.1 }
    body.append(
      Table.Row(
        [.text("Всего"), .integer(checked), .integer(checked - kept), .share(part: kept, whole: checked)], kind: .total)
    )
    return Table(
      name: "Показатели", caption: "Таблица 1. Показатели контроля за II полугодие 2025/26 учебного года",
      columns: [
        .init("Показатель", width: 6), .init("Проверено записей", width: 2, alignment: .right),
        .init("Нарушений", width: 2, alignment: .right), .init("Доля выполнения", width: 2, alignment: .right),
      ], rows: body)
  }

  static func findings() throws -> Table {
    let teachers = [
      "Абдрахманова-Воскресенская Гульназ Рахматулловна, учитель русского языка и литературы",
      "Ключников Пётр Ильич, учитель физики", "Скворцова Ия Ко, учитель математики",
      "Преображенский Константин Константинович, учитель истории и обществознания",
    ]
    let subjects = ["Русский язык", "Физика", "Алгебра", "История России. Всеобщая история"]
    let told = [
      "Урок занесён позже дня проведения", "Домашнее задание не указано",
      "Отметки за контрольную работу выставлены через 12 дней после неё; срок — 7 дней",
      "У пяти обучающихся (Воробьёв, Галкина, Дроздова, Зимородков, Коростелёв) нет ни одной отметки за четверть",
    ]
    var rows: [Table.Row] = []
    for (number, teacher) in teachers.enumerated() {
      rows.append(Table.Row([.text(teacher)], kind: .group))
      for index in 0..<15 {
        let day = try date("01.04.2026").advanced(by: index * 3 + number)
        rows.append(
          Table.Row([
            .integer(number * 15 + index + 1), .text("\(5 + index % 5)\(["А", "Б", "В"][index % 3])"),
            .text(subjects[number]), .date(day), .text(told[(index + number) % told.count]),
            .moment(LocalMoment(day.advanced(by: 2), hour: 8 + index % 9, minute: index * 3, second: 7)),
            .decimal(hundredths: 300 + index * 13), index % 4 == 0 ? .empty : .integer(index % 4),
          ]))
      }
    }
    rows.append(
      Table.Row(
        [.text("Итого"), .empty, .empty, .empty, .integer(60), .empty, .decimal(hundredths: 391), .integer(90)],
        kind: .total))
    return Table(
      name: "Замечания: май/июнь",
      caption:
        "Таблица 2. Замечания по ведению журнала, найденные при сплошной проверке записей за апрель — июнь 2026 года",
      columns: [
        .init("№", width: 1, alignment: .right), .init("Класс", width: 1, alignment: .center),
        .init("Предмет", width: 3), .init("Дата урока", width: 2, alignment: .center), .init("Замечание", width: 6),
        .init("Занесено", width: 3, alignment: .center), .init("Средний балл", width: 1, alignment: .right),
        .init("Повторно", width: 1, alignment: .right),
      ], rows: rows)
  }
}
