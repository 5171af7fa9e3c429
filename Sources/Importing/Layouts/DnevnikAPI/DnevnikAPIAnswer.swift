import Journal

/// One list of records of API v2 and which it is, known by the fields of its records (FORMATS 7).
struct DnevnikAPIAnswer {
  enum Kind: CaseIterable {
    // In the order of reading: what refers comes after what is referred to.
    case schools, subjects, workTypes, teachers, groups, periods, timetables, lessons, works, students, persons, marks
    case logEntries, finalMarks
  }

  let kind: Kind
  /// A list, or the record itself where there is one.
  let list: JSONValue

  /// A bare list, a list under a name (`{logEntries: […]}`), one school, or days of a schedule with a list of each kind.
  static func answers(in root: JSONValue) -> [DnevnikAPIAnswer] {
    if root.isObject, kind(ofRecord: root) == .schools { return [DnevnikAPIAnswer(kind: .schools, list: root)] }
    if root.isArray { return kind(of: root).map { [DnevnikAPIAnswer(kind: $0, list: root)] } ?? [] }
    let lists = root.members.map(\.value).filter(\.isArray)
    let days = root["days"]?.elements ?? []
    let nested = days.flatMap { day in day.members.map(\.value).filter(\.isArray) }
    return (lists + nested).compactMap { list in kind(of: list).map { DnevnikAPIAnswer(kind: $0, list: list) } }
  }

  private static func kind(of list: JSONValue) -> Kind? {
    list.elements.first(where: \.isObject).flatMap { kind(ofRecord: $0) }
  }

  private static func kind(ofRecord record: JSONValue) -> Kind? {
    func has(_ keys: String...) -> Bool { keys.allSatisfy { record[$0] != nil } }
    if has("per-subject-final-marks") { return .finalMarks }
    if has("Items", "FirstLessonNumber") { return .timetables }
    if has("Id", "LastName"), has("HouseMaster") || has("Subjects") || has("FirstName") { return .teachers }
    if has("person", "membershipstatus") { return .students }
    if has("person", "work", "value") { return .marks }
    if has("person", "lesson", "status") { return .logEntries }
    if has("workType", "lesson"), has("markCount") || has("displayInJournal") || has("periodNumber") { return .works }
    if has("title", "subject"), has("date") || has("works") { return .lessons }
    if has("kindId", "title") { return .workTypes }
    if has("start", "finish", "number") { return .periods }
    if has("parentIds") || has("parallel", "name") || has("studyyear", "name") { return .groups }
    // What all records of API v2 have, and no other system's.
    let hasTwin = has("id_str") || has("idStr")
    if has("firstName", "lastName"), hasTwin || has("userId") || has("shortName") { return .persons }
    if has("name", "fullName", "markType") || has("name", "municipality") { return .schools }
    return has("name") && (hasTwin || has("knowledgeArea") || has("fgosSubjectId")) ? .subjects : nil
  }

  /// An answer that tells of an error.
  static func error(in root: JSONValue) -> ImportProblem? {
    let types = ["apiServerError", "parameterInvalid", "apiUnknownError", "authorizationRequired", "permissionDenied"]
    guard let type = root["type"]?.text, types.contains(type) || type.hasPrefix("api"), root["description"] != nil
    else {
      return nil
    }
    let description = root["description"]?.text?.nonEmpty.map { ": \($0)" } ?? ""
    return ImportProblem(
      "это не данные, а ошибка сервера Дневник.ру \(type)\(description)",
      hint: "Повторите запрос: данных в этом файле нет.", raw: excerpt(root.raw))
  }
}

extension JSONValue {
  /// An identifier of API v2: it comes as a number and as a text (`lesson` and `lesson_str`, in some answers `lessonStr`), or
  /// as the object itself; some answers begin names with a capital.
  func id(_ name: String = "id") -> String? {
    for twin in ["\(name)_str", "\(name)Str"] {
      if let text = self[twin]?.text?.nonEmpty { return text }
    }
    if let value = self[name], !value.isNull { return value.isObject ? value.id() : value.text }
    return name == "id" ? self["Id"]?.text : nil
  }

  /// Local time, with a fraction, a `Z` or an offset that is dropped.
  func moment(_ name: String) -> LocalMoment? {
    self[name]?.text.flatMap { LocalMoment(String($0.prefix(19))) }
  }
}
