import Journal
import Testing

@testable import Control

@Suite struct SentenceTemplateTests {
  private let facts = FindingFacts(
    window: RuleExample.window, pupilName: "Иванов Пётр", className: "5А", subjectName: "Алгебра", accountName: "",
    teacherName: "Смирнова А.В.", periodName: "1 четверть", workKind: "Контрольная работа", itemName: "",
    day: RuleExample.date(16),
    evidence: [
      "number": 2, "late": 21, "two": 2, "many": 112, "deadline": Int64(RuleExample.date(20).days),
      "at": LocalMoment(RuleExample.date(17), hour: 12).seconds,
    ])

  @Test(arguments: [
    ("{ученик}, {класс}, {предмет}, {учитель}", "Иванов Пётр, 5А, Алгебра, Смирнова А.В."),
    ("{дата} {период} {контрольная дата}", "16.09.2025 1 четверть 30.09.2025"),
    ("{урок}: {работа}", "16.09.2025 (2-й по расписанию): письменная работа «Контрольная работа»"),
    ("{начало периода контроля}–{конец периода контроля}", "16.09.2025–30.09.2025"),
    ("{late} {late: день, дня, дней}", "21 21 день"), ("{two: день, дня, дней}", "2 дня"),
    ("{many: день, дня, дней}", "112 дней"), ("до {deadline дата}", "до 20.09.2025"),
    ("{at момент}", "17.09.2025 12:00:00"), ("{внесено at at}", "17.09.2025"),
    ("не внесено[, хотя внесли {none дата}].", "не внесено."),
    ("внесено[ {at момент}].", "внесено 17.09.2025 12:00:00."),
    ("нет {none}, {none дата}", "нет —, —"),
  ]) func tellsFacts(_ text: String, _ told: String) throws {
    #expect(try SentenceTemplate(text).text(facts) == told)
  }

  @Test(arguments: [
    ("{учинек}", "ученик"), ("{late", "не закрыта"), ("late}", "лишняя"), ("[late", "не закрыта"), ("late]", "лишняя"),
    ("[просто]", "нет столбца"), ("[{a}[{b}]]", "внутри"), ("{late: день, дня}", "три слова"),
    ("{дней: а, б, в}", "латиницей"),
    ("{late дата дата}", "неизвестное"), ("{}", "неизвестное"), ("{внесено at Все}", "латиницей"),
  ]) func tellsWhatIsWrong(_ text: String, _ told: String) throws {
    let fault = #expect(throws: SentenceTemplate.Fault.self) { try SentenceTemplate(text) }
    #expect(fault?.problem.contains(told) == true, "\(fault?.problem ?? "")")
  }
}
