import Journal

extension ExampleEntry {
  public var russian: String {
    switch self {
    case .on(let day): "внесено \(RuleExample.date(day).russian)"
    case .between(let first, let last):
      "внесено между выгрузками \(RuleExample.date(first).russian) и \(RuleExample.date(last).russian)"
    case .betweenEvenings(let first, let last):
      "внесено между выгрузками конца дней \(RuleExample.date(first).russian) и \(RuleExample.date(last).russian)"
    case .firstSeen(let day): "есть уже в первой выгрузке \(RuleExample.date(day).russian)"
    }
  }
}

extension ExampleFact {
  /// One line of the example as `zavuch rules ID` prints it.
  public var russian: String {
    switch self {
    case .source(let says, let snapshot): Self.source(says, snapshot)
    case .grade(let grade): "класс \(grade)А"
    case .ungradedSubject: "предмет без отметок"
    case .namesake: "в списке есть полный тёзка ученика"
    case .enrolled(let from, let to): "ученик зачислен\(Self.span(from, to))"
    case .moved(let day): "ученик перешёл в 5Б \(RuleExample.date(day).russian)"
    case .goneFromLists(let day): "выгрузка от \(RuleExample.date(day).russian) ученика уже не называет"
    case .group(let from, let to): "ученик в группе 1\(Self.span(from, to))"
    case .exempt(let from, let to, let entry): "ученик освобождён от предмета\(Self.span(from, to)), \(entry.russian)"
    case .lesson(let name, let day, let number, let inGroup, let entry):
      Self.lesson(name, day, number, inGroup, entry)
    case .topic(let lesson, let text, let entry): "урок \(lesson): тема «\(text)», \(entry.russian)"
    case .writtenWork(let lesson): "урок \(lesson): письменная работа"
    case .mark(let lesson, let value, let entry): "урок \(lesson): отметка «\(value)», \(entry.russian)"
    case .attendance(let lesson, let code, let entry): "урок \(lesson): «\(code.rawValue)», \(entry.russian)"
    case .cell(let lesson, let raw, let mark, let code, let entry):
      "урок \(lesson): в ячейке «\(raw)» — отметка «\(mark)» и «\(code.rawValue)», \(entry.russian)"
    case .everybodyPresent(let lesson, let entry): "урок \(lesson): «все присутствуют», \(entry.russian)"
    case .login(let role, let day):
      "вход \(role == .parent ? "родителя" : role == .pupil ? "ученика" : "учителя") \(RuleExample.date(day).russian)"
    case .homework(let lesson, let text, let entry): "урок \(lesson): домашнее задание «\(text)», \(entry.russian)"
    case .finalMark(let value, let decided, let entry):
      "отметка за 1 четверть «\(value)», \(entry.russian)"
        + (decided.map { ", решение от \(RuleExample.date($0).russian)" } ?? "")
    case .period(let from, let to):
      from == nil && to == nil ? "дни 1 четверти неизвестны" : "1 четверть\(Self.span(from, to))"
    case .doubleLessons: "в настройках: столбец алгебры означает два урока подряд"
    case .check(let asOf, let from, let to):
      "контрольная дата \(RuleExample.date(asOf).russian), период контроля\(Self.span(from, to))"
    case .weeklyHours(let hours): "по предмету \(Self.hundredths(hours)) ч в неделю"
    case .journalOfSubject: "загружены журналы по предметам, а не таблицы всей школы"
    case .covered(let from): "выгрузка показывает уроки начиная с \(RuleExample.date(from).russian)"
    case .needsBriefing: "по предмету нужен инструктаж"
    case .holiday(let from, let to): "каникулы\(Self.span(from, to))"
    case .plan(let number, let day):
      "план: урок № \(number)" + (day.map { ", \(RuleExample.date($0).russian)" } ?? ", без даты")
    case .classHour(let day, let topic, let direction, let attendance):
      "классный час \(RuleExample.date(day).russian): тема «\(topic ?? "")», направление «\(direction ?? "")», "
        + "посещаемость \(attendance == true ? "отмечена" : attendance == false ? "не отмечена" : "неизвестна")"
    case .birth(let day): "ученик родился \(RuleExample.date(day).russian)"
    case .consent(let kind, let given, let withdrawn):
      "согласие «\(kind)» дано \(RuleExample.date(given).russian)"
        + (withdrawn.map { ", отозвано \(RuleExample.date($0).russian)" } ?? "")
    case .classListVerified(let day): "список класса сверен \(RuleExample.date(day).russian)"
    case .paperTally(let lesson, let marks, let absences):
      "урок \(lesson): в бумажном журнале отметок — \(marks), пропусков — \(absences)"
    case .document(let recorded, let validTo):
      "приказ " + (recorded.map { "от \(RuleExample.date($0).russian)" } ?? "не указан")
        + (validTo.map { ", действует по \(RuleExample.date($0).russian)" } ?? "")
    case .registered(let day): "проверка зарегистрирована \(RuleExample.date(day).russian)"
    case .waiver(let rule, let from, let until, let revoked):
      "решение о замечаниях «\(RuleBook.builtIn.named(rule)?.title ?? rule)» в 5А действует\(Self.span(from, until))"
        + (revoked.map { ", отменено с \(RuleExample.date($0).russian)" } ?? "")
    case .norm(let name, let value): "норма «\(name)» для 5А — \(value)"
    case .report(let made, let from, let to, let logins, let last, let roles, let isWhole):
      Self.report(made, from, to, logins, last, roles) + (isWhole ? "" : ", одна ячейка не читается")
    }
  }

  private static func report(_ made: Int, _ from: Int, _ to: Int, _ logins: Int, _ last: Int?, _ roles: AccountRoles)
    -> String
  {
    let days = "\(RuleExample.date(from).russian)–\(RuleExample.date(to).russian)"
    let whose = roles == .pupil ? "ученика" : roles == .parent ? "родителя" : "учителя"
    let seen = last.map { "последний \(RuleExample.date($0).russian)" } ?? "последнего нет"
    return "отчёт об активности от \(RuleExample.date(made).russian) за \(days): учётная запись \(whose), "
      + "входов \(logins), \(seen)"
  }

  private static func source(_ says: SourceCapabilities, _ snapshot: Int?) -> String {
    let named: [(SourceCapabilities, String)] = [
      (.topics, "темы"), (.marks, "отметки"), (.works, "работы"), (.attendance, "посещаемость"),
      (.everybodyPresent, "«все присутствуют»"), (.logins, "входы"), (.lessonTimes, "время внесения уроков"),
      (.markTimes, "время отметок"), (.attendanceTimes, "время посещаемости"),
      (.finalMarkTimes, "время отметок за период"),
    ]
    let lacking = named.filter { !says.contains($0.0) }.map(\.1)
    let lacks = lacking.isEmpty ? "содержит всё" : "не содержит: " + lacking.joined(separator: ", ")
    return "выгрузка \(snapshot.map { "вечера \(RuleExample.date($0).russian) " } ?? "")\(lacks)"
  }

  private static func span(_ from: Int?, _ to: Int?) -> String {
    (from.map { " с \(RuleExample.date($0).russian)" } ?? "") + (to.map { " по \(RuleExample.date($0).russian)" } ?? "")
  }

  /// 250 is «2,5».
  private static func hundredths(_ value: Int) -> String {
    let rest = String(value % 100 + 100).dropFirst()
    let fraction = rest == "00" ? "" : "," + (rest.hasSuffix("0") ? rest.dropLast() : rest)
    return "\(value / 100)\(fraction)"
  }

  private static func lesson(_ name: Int, _ day: Int, _ number: Int?, _ inGroup: Bool, _ entry: ExampleLessonEntry)
    -> String
  {
    let place = number.map { ", \($0)-й по расписанию" } ?? ""
    let entered =
      switch entry {
      case .on(let day): "внесён \(RuleExample.date(day).russian)"
      case .never: "не внесён"
      case .ofItsFacts: "времени внесения нет"
      }
    return "урок \(name)\(inGroup ? " группы 1" : "") \(RuleExample.date(day).russian)\(place), \(entered)"
  }
}
