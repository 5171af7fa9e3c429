/// The three forms of a Russian word with a number: 1 замечание, 2 замечания, 5 замечаний.
struct PluralForms: Hashable, Sendable {
  var one: String
  var few: String
  var many: String

  func form(_ count: Int) -> String {
    let count = count.magnitude
    if (11...14).contains(count % 100) { return many }
    switch count % 10 {
    case 1: return one
    case 2...4: return few
    default: return many
    }
  }
}
