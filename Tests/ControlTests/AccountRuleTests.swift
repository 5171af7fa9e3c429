import Journal
import Testing

@testable import Control

@Suite struct AccountRuleTests {
  private func outcome(_ fixture: Fixture, asOf: Int = 30, from: Int = 16, to: Int? = nil) throws -> [Int] {
    try fixture.judge(.pupilNotParticipating, asOf: asOf, from: from, to: to)
  }

  @Test func unitIsTheAccountAndSaysSo() throws {
    let fixture = try Fixture()
    try fixture.addReport(made: 31, from: 1, to: 60, logins: 3, last: 15, of: .pupil)
    let told = try fixture.outcome(.pupilNotParticipating)
    #expect(told.rule.units == "учётных записей обучающихся" && told.rule.unit == .account)
    let finding = try #require(try fixture.findings(.pupilNotParticipating).first)
    #expect(finding.key == "pupil-not-participating:ИВАНОВ ПЁТР/1/5А")
    #expect(finding.place.account?.name == "Иванов Пётр" && finding.place.pupil == nil)
    #expect(finding.sentence.contains("входов с учётной записи") && finding.place.studyClass?.name == "5А")
  }

  @Test func loginsOfPupilsGoBeforeAccounts() throws {
    let fixture = try Fixture()
    try fixture.addReport(made: 31, from: 1, to: 60, logins: 3, last: 15, of: .pupil)
    try fixture.addLogin(.pupil, 20)
    #expect(try outcome(fixture) == [1, 0, 0])
    #expect(try fixture.outcome(.pupilNotParticipating).rule.unit == .pupil)
    // Of parents no login is known, so theirs are accounts.
    try fixture.addReport(made: 31, from: 1, to: 60, logins: 3, last: 15, of: .parent)
    #expect(try fixture.outcome(.parentNotParticipating).rule.unit == .account)
  }

  @Test func lookAtTheDiaryIsParticipation() throws {
    let fixture = try Fixture()
    try fixture.addReport(made: 31, from: 1, to: 60, logins: 3, last: 15, of: .pupil, lastView: 20)
    #expect(try outcome(fixture) == [1, 0, 0])
    // Whoever looked after the window may have had a session open in it.
    let later = try Fixture()
    try later.addReport(made: 40, from: 1, to: 60, logins: 3, last: 15, of: .pupil, lastView: 39)
    #expect(try outcome(later) == [0, 0, 1])
  }

  @Test func reportsOfOtherBeginningsAreNotSubtracted() throws {
    let fixture = try Fixture()
    try fixture.addReport(made: 16, from: 1, to: 15, logins: 3, last: 10, of: .pupil)
    try fixture.addReport(made: 40, from: 2, to: 30, logins: 9, last: 39, of: .pupil)
    #expect(try outcome(fixture) == [0, 0, 1])
  }

  @Test func growthOverMoreThanTheWindowProvesNothing() throws {
    let fixture = try Fixture()
    try fixture.addReport(made: 14, from: 1, to: 60, logins: 3, last: 10, of: .pupil)
    try fixture.addReport(made: 40, from: 1, to: 30, logins: 4, last: 39, of: .pupil)
    #expect(try outcome(fixture) == [0, 0, 1])
    // From the day on which the first was made, whose logins it does not count, it proves a login.
    #expect(try outcome(fixture, from: 14) == [1, 0, 0])
  }

  @Test func accountThatReportsHaveLostOrNotYetHadIsNoUnit() throws {
    let fixture = try Fixture()
    let account = try fixture.addReport(made: 31, from: 1, to: 60, logins: 3, last: 15, of: .pupil)
    let evening = LocalMoment.evening(of: RuleExample.date(30)).seconds
    try fixture.store.database.execute("UPDATE account SET gone_by = \(evening) WHERE id = \(account)")
    #expect(try outcome(fixture) == [0, 0, 0])
    try fixture.store.database.execute("UPDATE account SET gone_by = \(evening + 1) WHERE id = \(account)")
    #expect(try outcome(fixture) == [0, 1, 0])
    try fixture.store.database.execute("UPDATE account SET appeared_after = \(fixture.noon(30)) WHERE id = \(account)")
    #expect(try outcome(fixture) == [0, 0, 0])
  }

  @Test func namesakeThatCannotBeToldIsNotAccused() throws {
    let fixture = try Fixture()
    try fixture.addReport(made: 31, from: 1, to: 60, logins: 3, last: 15, of: .pupil)
    try fixture.store.database.execute("UPDATE account SET is_ambiguous = 1")
    #expect(try outcome(fixture) == [0, 0, 1])
  }

  @Test func childrenOfSeveralClassesCountInEach() throws {
    let fixture = try Fixture()
    try fixture.addClass(grade: 7, letter: "Б")
    let account = try fixture.addReport(made: 31, from: 1, to: 60, logins: 3, last: 15, of: .parent)
    try fixture.insert("account_class", [account, 2, 2])
    let request = { (classes: [String]?) in
      CheckRequest(
        window: RuleExample.window, rules: ["parent-not-participating"], classes: classes, by: [.studyClass])
    }
    let all = try Control.check(fixture.store, request(nil))
    #expect(all.groups.map(\.studyClass?.name) == ["5А", "7Б"] && all.rules[0].counts.broken == 1)
    #expect(all.findings.map(\.place.studyClass?.name) == ["5А, 7Б"])
    let one = try Control.check(fixture.store, request(["7б"]))
    #expect(one.groups.map(\.studyClass?.name) == ["7Б"] && one.rules[0].counts.broken == 1)
  }

  @Test func followedFromCheckToCheck() throws {
    let fixture = try Fixture()
    try fixture.addReport(made: 11, from: 1, to: 400, logins: 0, last: nil, of: .pupil)
    func state(asOf: Int, from: Int) throws -> [String] {
      let result = try Control.check(fixture.store, CheckRequest(window: fixture.window(asOf: asOf, from: from)))
      try Control.register(fixture.store, result) { _ in "digest" }
      return result.findings.filter { $0.rule == "pupil-not-participating" }.map(\.state.rawValue)
    }
    #expect(try state(asOf: 10, from: 1) == ["new"])
    try fixture.addReport(made: 21, from: 1, to: 400, logins: 0, last: nil, of: .pupil)
    #expect(try state(asOf: 20, from: 11) == ["repeated"])
    try fixture.addReport(made: 31, from: 1, to: 400, logins: 2, last: 25, of: .pupil)
    #expect(try state(asOf: 30, from: 21) == ["put-right"])
  }

  @Test func opensToTheReportsCells() throws {
    let fixture = try Fixture()
    try fixture.addReport(made: 31, from: 1, to: 60, logins: 3, last: 15, of: .pupil)
    let told = try Control.explain(
      fixture.store, "pupil-not-participating:ИВАНОВ ПЁТР/1/5А", CheckRequest(window: RuleExample.window))
    #expect(told.rule.unit == .account && told.verdict == .broken)
    let login = try #require(told.evidence.first)
    #expect(login.title == "Последний вход, отчёт на 01.10.2025 21:00:00" && login.value == "15.09.2025")
    #expect(login.place == EvidencePlace(path: "school/journal.xlsx", sheet: "Журнал", row: 6, column: "I"))
    #expect(told.evidence.map(\.place.column) == ["I", "J", "E", "F", "G", "H"])
    #expect(
      told.missing.first?.searched.first?.hasPrefix("отчёт об активности «school/journal.xlsx» за 01.09.2025–") == true)
  }
}
