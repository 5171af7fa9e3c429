/// Numbers with their noun.
enum RussianCount {
  static func days(_ count: Int) -> String { "\(count) \(form(count, "день", "дня", "дней"))" }

  static func lessons(_ count: Int) -> String { "\(count) \(form(count, "урок", "урока", "уроков"))" }

  static func findings(_ count: Int) -> String {
    "\(count) \(form(count, "замечание", "замечания", "замечаний"))"
  }

  static func times(_ count: Int) -> String { "\(count) \(form(count, "раз", "раза", "раз"))" }

  static func form(_ count: Int, _ one: String, _ few: String, _ many: String) -> String {
    let tens = count % 100
    if (11...14).contains(tens) { return many }
    switch count % 10 {
    case 1: return one
    case 2...4: return few
    default: return many
    }
  }
}
