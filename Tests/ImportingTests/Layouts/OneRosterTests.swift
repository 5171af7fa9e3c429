import Importing
import Journal
import Testing

@Suite struct OneRosterTests {
  private static let head = "sourcedId,status,dateLastModified"
  static let roster: [(name: String, text: String)] = [
    (
      "AcademicSessions.csv",
      "\(head),title,type,startDate,endDate,parentSourcedId,schoolYear\nq1,,,1 четверть,gradingPeriod,2025-09-01,2025-10-26,y,2026\ny,,,2025/26,schoolYear,2025-09-01,2026-05-31,,2026\n"
    ),
    ("orgs.csv", "\(head),name,type,identifier,parentSourcedId\nS1,,,Школа № 1,school,,D\nD,,,Район,district,,\n"),
    (
      "courses.csv",
      "\(head),schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes\nK1,,,,Алгебра,A,7,S1,,\n"
    ),
    (
      "classes.csv",
      "\(head),title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods\r\nH7,,,7 а,07,K0,,homeroom,,S1,y,,,\nH8,,,7 б,07,K0,,Homeroom,,S1,y,,,\r\nA7,,,Алгебра 7,07,K1,,Scheduled,,S1,\"q1,y\",\"M, N\",,\"1,2\"\nX,tobedeleted,,Старый,07,K1,,scheduled,,S1,,,,"
    ),
    (
      "results.csv",
      "\(head),lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment,textScore\nr1,,,i1,u1,fully graded,5,2025-09-12,,\nr2,,,i1,u2,fully graded,4.5,2025-09-12,,\nr3,,,i2,u1,fully graded,87,2025-09-13,,\nr4,,,i2,u2,not submitted,,,,\nr5,,,i2,u3,exempt,,,,\nr6,,,i9,u1,fully graded,5,,,\nr7,,,i1,u9,fully graded,5,,,\nr8,,,i1,u3,fully graded,4,,,зач\n"
    ),
    ("categories.csv", "\(head),title,weight\nc1,,,Контрольная,2\n"),
    (
      "lineItems.csv",
      "\(head),title,description,assignDate,dueDate,classSourcedId,categorySourcedId,gradingPeriodSourcedId,resultValueMin,resultValueMax\ni1,,,Дроби,,2025-09-08,2025-09-10,A7,c1,q1,1,5\ni2,,,Тест,,2025-09-08,2025-09-11,A7,,q1,0,100\n"
    ),
    (
      "Enrollments.csv",
      "\(head),classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\ne1,,,H7,S1,u1,student,,2025-09-01,2026-06-01\ne2,,,H8,S1,u2,student,,1/09/2025,31/05/2026\ne3,,,A7,S1,u1,student,,,\ne4,,,A7,S1,u2,student,,,\ne5,,,A7,S1,t1,teacher,true,,\ne6,,,H7,S1,t1,teacher,true,,\ne7,,,X,S1,u1,student,,,\ne8,,,H7,S1,u8,student,,,\ne9,,,НЕТ,S1,u1,student,,,\n"
    ),
  ]
  static let users = (
    "users.csv",
    "\(head),enabledUser,orgSourcedIds,role,username,givenName,familyName,middleName,metadata.gender\nt1,,,true,S1,teacher,a,Анна,Смирнова,,f\nu1,,2025-10-01T10:00:00.000Z,true,S1,student,b,Иван,Белов,Ильич,m\nu2,,,TRUE,S1,student,c,Ольга,Волкова,,f\nu3,,,true,S1,student,d,Пётр,Орлов,,m\np1,,,true,S1,parent,e,Отец,Белов,,m\nu1,,,true,S1,student,b,Иван,Белов,Ильич,m\n"
  )

  @Test func rosterAndResults() throws {
    let export = try ExportFolder(Self.roster + [Self.users])
    let batch = try #require(export.batches.first)
    #expect(export.batches.count == 1 && Set(batch.files.map(\.layout)) == ["oneroster"])
    #expect(batch.schools.map(\.name) == ["Школа № 1"] && batch.files[0].takenAt == LocalMoment("2025-10-01T10:00:00"))
    let classes = batch.pupils.map { "\($0.name) \(batch.classes[Int($0.studyClass)].title)" }
    #expect(classes == ["Белов Иван Ильич 7 а", "Волкова Ольга 7 б", "Орлов Пётр класс не указан"])
    #expect(batch.pupils[0].enrolled == CivilDate("2025-09-01") && batch.pupils[0].left == CivilDate("2026-05-31"))
    #expect(batch.pupils[1].enrolled == CivilDate("2025-09-01") && batch.pupils[1].left == CivilDate("2026-05-30"))
    #expect(batch.teachers.map(\.name) == ["Смирнова Анна"] && batch.classes[0].headTeacher == 0)
    // One scheduled class is a group of each class.
    #expect(batch.groups.map { batch.classes[Int($0.studyClass)].title } == ["7 а", "7 б", "класс не указан"])
    #expect(
      batch.markLines.sorted() == [
        "2025-09-10 Алгебра Белов Иван Ильич: 5 Контрольная: Дроби",
        "2025-09-10 Алгебра Волкова Ольга: - (4.5 из 5) Контрольная: Дроби",
        "2025-09-10 Алгебра Орлов Пётр: зач (4) Контрольная: Дроби",
        "2025-09-11 Алгебра Белов Иван Ильич: - (87 из 100) Тест",
        "2025-09-11 Алгебра Орлов Пётр: осв (exempt) Тест",
      ])
    #expect(batch.journals.allSatisfy { $0.says.contains(.partial) })
    #expect(batch.periods.map(\.kind) == [.quarter, .year] && batch.periods.map(\.schoolYear) == [2025, 2025])
    #expect(
      export.rejected.sorted() == [
        "10:D такого класса нет в classes «НЕТ»", "7:A повтор: такой sourcedId уже есть в этом файле «u1»",
        "7:D такой работы нет в lineItems «i9»", "8:E такого пользователя нет в users «u9»",
        "9:F такого пользователя нет в users «u8»",
      ])
    #expect(export.notices.contains { $0.contains("metadata.gender") })
    #expect(export.notices.contains { $0.contains("tobedeleted), пропущено: 1") })
    #expect(export.notices.contains { $0.contains("не по пятибалльной шкале (2)") })
  }

  @Test func rolesOfTheirOwnFile() throws {
    let roster = Self.roster.filter { !["results.csv", "lineItems.csv", "categories.csv"].contains($0.name) }
    let export = try ExportFolder(
      roster + [
        (
          "users.csv",
          "\(Self.head),enabledUser,username,userIds,givenName,familyName,prefferedGivenName,primaryOrgSourcedId,pronouns\nu1,,,true,a,,Иван,Белов,,S1,\nt1,,,true,b,,Анна,Смирнова,,S1,\nu3,,,true,c,,Пётр,Орлов,,S1,\nu2,,,true,c,,Ольга,Волкова,,S1,\nu8,,,true,c,,Ян,Цой,,S1,"
        ),
        (
          "userprofiles.csv",
          "sourcedId,status,dataLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,,\nR1,,1/05/2023,u3,primary,student,,,S1,,\nR2,,1/05/2023,u7,primary,student,,,S1,,"
        ),
      ])
    let batch = try #require(export.batches.first)
    #expect(batch.pupils.map(\.name) == ["Белов Иван", "Волкова Ольга", "Цой Ян", "Орлов Пётр"])
    #expect(
      export.rejected.sorted() == [
        "10:D такого класса нет в classes «НЕТ»", "3:D такого пользователя нет в users «u7»",
      ])
    #expect(batch.journals.isEmpty && batch.files[0].takenAt == nil)
  }

  @Test func dayAndMonthThatNobodyCanTellApart() throws {
    let export = try ExportFolder([
      (
        "academicSessions.csv",
        "\(Self.head),title,type,startDate,endDate,parentSourcedId,schoolYear\ny,,,Год,schoolYear,1/09/2025,5/05/2026,,2026\n"
      )
    ])
    #expect(
      export.rejected.map { String($0.prefix(30)) }
        == ["2:F не читается дата, или непон", "2:F у периода нет начала или ко"].map { String($0.prefix(30)) })
  }

  @Test func tablesOfOursAreNoRoster() throws {
    let export = try ExportFolder([
      ("classes.csv", "id;school_id;grade;letter\nC1;S1;7;б\n"),
      ("users.csv", "\(Self.head),givenName,familyName\nu,,,Иван,Белов\n"),
    ])
    #expect(export.files.map(\.layout) == ["interchange", "oneroster"])
  }
}
