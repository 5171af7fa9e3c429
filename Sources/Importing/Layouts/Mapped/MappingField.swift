import Journal

/// What a column of a mapped table can be. The raw value is the word in the school's settings.
public enum MappingField: String, Hashable, Sendable, CaseIterable {
  case pupil
  case studyClass = "class"
  case group, subject, teacher, date, number, topic, homework, work, mark, attendance, period, final, entered
  case birthDate = "birth_date"
  case enrolled, left, year

  /// As a person names it.
  public var russian: String {
    switch self {
    case .pupil: "ученик"
    case .studyClass: "класс"
    case .group: "группа"
    case .subject: "предмет"
    case .teacher: "учитель"
    case .date: "дата урока"
    case .number: "номер урока"
    case .topic: "тема"
    case .homework: "домашнее задание"
    case .work: "вид работы"
    case .mark: "отметка"
    case .attendance: "посещаемость"
    case .period: "период"
    case .final: "итоговая отметка"
    case .entered: "когда внесено"
    case .birthDate: "дата рождения"
    case .enrolled: "зачислен"
    case .left: "выбыл"
    case .year: "учебный год"
    }
  }

  /// Whether one value can hold for a whole table.
  public var canBeConstant: Bool {
    switch self {
    case .pupil, .studyClass, .group, .subject, .teacher, .date, .number, .work, .period, .year: true
    default: false
    }
  }

  /// What else a table must have for the field to say anything.
  var needs: [MappingField] {
    switch self {
    case .mark, .attendance: [.pupil, .studyClass, .subject, .date]
    case .date: [.studyClass, .subject]
    case .topic, .homework, .group, .number, .teacher: [.date]
    case .final: [.pupil, .studyClass, .subject, .period]
    case .pupil: [.studyClass]
    case .work: [.mark]
    case .birthDate, .enrolled, .left: [.pupil]
    case .studyClass, .subject, .period, .entered, .year: []
    }
  }

  /// Fields that are facts, or make one: a table without any of them says nothing.
  static let facts: [MappingField] = [.pupil, .date]
}
