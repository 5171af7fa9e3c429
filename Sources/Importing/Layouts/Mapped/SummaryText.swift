import Journal

/// Words of hand-made tables that look like a pupil's name or a subject and are none: totals, means, signatures.
enum SummaryText {
  private static let totals = [
    "ИТОГО", "ИТОГ", "ИТОГИ", "ВСЕГО", "СРЕДНИЙ БАЛЛ", "СРЕДНЯЯ ОЦЕНКА", "СРЕДНЯЯ ОТМЕТКА", "СРЕДНЕЕ", "СР. БАЛЛ",
    "СР.БАЛЛ", "СР. Б.", "КАЧЕСТВО", "КАЧ.", "УСПЕВАЕМОСТЬ", "УСП.", "ОБУЧЕННОСТЬ", "СТЕПЕНЬ ОБУЧЕННОСТИ", "СОУ",
    "КОЛИЧЕСТВО", "КОЛ-ВО", "ЧИСЛО УЧ", "ПРОЦЕНТ", "ПРОПУСКИ", "ПРОПУЩЕНО", "УСПЕВАЮТ", "НЕ УСПЕВАЮТ", "%",
  ]

  private static let posts: Set<String> = [
    "КЛАССНЫЙ", "КЛ", "ДИРЕКТОР", "ЗАМЕСТИТЕЛЬ", "ЗАМ", "ЗАВУЧ", "УЧИТЕЛЬ", "ПРЕПОДАВАТЕЛЬ", "ПЕДАГОГ", "ПОДПИСЬ",
    "ДАТА", "ПРИМЕЧАНИЕ", "СЕКРЕТАРЬ", "ПРЕДСЕДАТЕЛЬ",
  ]

  /// «Итого», «Средний балл», «% успеваемости».
  static func isSummary(_ text: String) -> Bool {
    let folded = CodeFolding.fold(text)
    return totals.contains { total in
      guard folded.hasPrefix(total) else { return false }
      return total == "%" || folded.dropFirst(total.count).first.map { !$0.isLetter } ?? true
    }
  }

  /// «Классный руководитель Смирнова А.В.»
  static func isSignature(_ text: String) -> Bool {
    posts.contains(String(CodeFolding.fold(text).prefix { $0.isLetter }))
  }

  /// Whether a text can be a pupil's name: two words or more, without digits.
  static func isName(_ text: String) -> Bool {
    PersonName(text) != nil && !text.contains { $0.isNumber || ":%«»_".contains($0) } && !isSignature(text)
  }
}
