import CommandLineInterface
import Control
import Journal

extension Configuration {
  /// `subjects`: what the exports do not say of a subject, for all classes or for some.
  static func subjects(_ value: JSON5Value) throws(JSON5Error) -> [SubjectSetting] {
    let names = ["subjects", "classes", "grades", "graded", "briefing", "weeklyHours", "double"]
    var settings: [SubjectSetting] = []
    for element in try value.elements() {
      var setting = SubjectSetting(scope: SettingScope())
      for member in try element.members() {
        switch member.key {
        case "graded": setting.isGraded = try member.value.flag()
        case "briefing": setting.needsBriefing = try member.value.flag()
        case "double": setting.isDouble = try member.value.flag()
        case "weeklyHours": setting.weeklyHours = try hundredths(member.value)
        default:
          guard member.key != "kinds", try setting.scope.take(member) else { throw member.unknown(among: names) }
        }
      }
      guard setting != SubjectSetting(scope: setting.scope) else {
        throw JSON5Error(
          "о предмете ничего не сказано; можно указать graded, briefing, weeklyHours, double", at: element.place)
      }
      guard !setting.scope.isEveryone else {
        throw JSON5Error("не сказано, о каких предметах или классах речь: subjects, classes, grades", at: element.place)
      }
      settings.append(setting)
    }
    return settings
  }

  /// Hours a week, up to 30, with at most two digits after the point.
  private static func hundredths(_ value: JSON5Value) throws(JSON5Error) -> Int {
    guard case .number(let number) = value.content, (0...30).contains(number) else {
      throw value.wrong("число часов в неделю от 0 до 30")
    }
    return Int((number * 100).rounded())
  }

  /// `exemptions`: pupils taught by a plan of their own.
  static func exemptions(_ value: JSON5Value) throws(JSON5Error) -> [PupilRegime] {
    let names = ["pupil", "class", "subjects", "from", "to", "marks", "attendance", "paper"]
    var regimes: [PupilRegime] = []
    for element in try value.elements() {
      var (regime, days) = (PupilRegime(pupil: ""), DayBounds())
      for member in try element.members() {
        switch member.key {
        case "pupil": regime.pupil = try member.value.name()
        case "class": regime.studyClass = try member.value.name()
        case "subjects": regime.subjects = try member.value.names()
        case "marks": regime.isOfMarks = try member.value.flag()
        case "attendance": regime.isOfAttendance = try member.value.flag()
        case "paper": regime.paper = try member.value.name()
        default: guard try days.take(member) else { throw member.unknown(among: names) }
        }
      }
      (regime.from, regime.to) = (days.from, days.to)
      guard !regime.pupil.isEmpty else {
        throw JSON5Error("не назван ученик: pupil: \"Фамилия Имя\"", at: element.place)
      }
      guard regime.isOfMarks || regime.isOfAttendance else {
        throw JSON5Error(
          "ученика нечего освобождать: и marks, и attendance — false; уберите строку или поставьте true",
          at: element.place)
      }
      regimes.append(regime)
    }
    return regimes
  }

  /// `documents`: the orders, lists and agreements that the school must have.
  static func documents(_ value: JSON5Value) throws(JSON5Error) -> [DocumentSetting] {
    var papers: [DocumentSetting] = []
    for element in try value.elements() {
      var paper = DocumentSetting(key: "", title: "", clause: "")
      for member in try element.members() {
        switch member.key {
        case "key": paper.key = try member.value.name()
        case "title": paper.title = try member.value.name()
        case "clause": paper.clause = try member.value.name()
        case "number": paper.number = CodeFolding.collapse(try member.value.stringOrNumber())
        case "date": paper.recordedOn = try member.value.day()
        case "until": paper.validTo = try member.value.day()
        default: throw member.unknown(among: ["key", "title", "clause", "number", "date", "until"])
        }
      }
      guard !paper.key.isEmpty, !paper.title.isEmpty, !paper.clause.isEmpty else {
        throw JSON5Error(
          "у документа нужны key (своё короткое имя), title (название) и clause (пункт Положения)", at: element.place)
      }
      guard !papers.contains(where: { $0.key == paper.key }) else {
        throw JSON5Error("два документа с одним key «\(paper.key)»; назовите их по-разному", at: element.place)
      }
      papers.append(paper)
    }
    return papers
  }
}
