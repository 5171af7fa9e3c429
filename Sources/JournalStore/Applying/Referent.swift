/// What a row of an export can refer to: its name in a sentence and the interchange table that has it.
enum Referent: String {
  case studyClass = "класс"
  case group = "группа"
  case subject = "предмет"
  case teacher = "учитель"
  case pupil = "ученик"
  case period = "период"
  case lesson = "урок"
  case work = "работа"

  var table: String {
    switch self {
    case .studyClass: "classes"
    case .group: "groups"
    case .subject: "subjects"
    case .teacher: "teachers"
    case .pupil: "pupils"
    case .period: "periods"
    case .lesson: "lessons"
    case .work: "works"
    }
  }

  /// «не найден» in the noun's gender.
  var notFound: String { self == .group || self == .work ? "не найдена" : "не найден" }
}
