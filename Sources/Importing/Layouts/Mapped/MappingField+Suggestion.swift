import Journal

extension MappingField {
  /// Beginnings of words in headers; the first that is met decides, so the narrower stand before the wider.
  private static let signs: [(field: MappingField, stems: [String])] = [
    (.homework, ["ДОМАШН", "ДЗ", "Д/З"]), (.birthDate, ["РОЖД", "Д/Р", "Д.Р"]), (.enrolled, ["ЗАЧИСЛ", "ПРИБЫЛ"]),
    (.left, ["ВЫБЫЛ", "ВЫБЫТ", "ОТЧИСЛ"]), (.entered, ["ВНЕСЕН", "ВЫСТАВЛЕН", "ЗАПИСАН"]),
    (.final, ["ИТОГОВ"]), (.mark, ["ОТМЕТК", "ОЦЕНК", "БАЛЛ"]), (.work, ["РАБОТ", "КОНТРОЛЯ"]),
    (.teacher, ["УЧИТЕЛ", "ПЕДАГОГ", "ПРЕПОДАВАТ"]),
    (.pupil, ["УЧЕНИК", "УЧАЩ", "ОБУЧАЮЩ", "ФИО", "Ф.И.О", "ФАМИЛИЯ"]), (.studyClass, ["КЛАСС", "КЛ."]),
    (.group, ["ГРУПП", "ПОДГРУПП"]), (.subject, ["ПРЕДМЕТ", "ДИСЦИПЛИН"]), (.topic, ["ТЕМА"]),
    (.attendance, ["ПРОПУСК", "ПОСЕЩ", "ОТСУТСТВ"]), (.period, ["ПЕРИОД", "ЧЕТВЕРТ", "ТРИМЕСТР", "ПОЛУГОД"]),
    (.date, ["ДАТА", "ЧИСЛО"]), (.number, ["УРОК"]),
  ]

  /// The field that a header's words suggest; nil where they suggest none, and for means and totals.
  static func suggested(by header: String) -> MappingField? {
    let folded = CodeFolding.fold(header)
    guard !folded.isEmpty, folded.count <= 40, !SummaryText.isSummary(folded), !folded.contains("РУКОВОД") else {
      return nil
    }
    if folded.contains("УЧЕБНЫЙ ГОД") { return .year }
    let words = folded.split { !($0.isLetter || "/.".contains($0)) }
    return signs.first { sign in words.contains { word in sign.stems.contains { word.hasPrefix($0) } } }?.field
  }
}
