/// A set of row ids, which are small and dense: cheap enough to be added to for every unit.
struct IDSet {
  private var marks: [Bool] = []

  mutating func insert(_ id: Int64?) {
    guard let id, id >= 0 else { return }
    let index = Int(id)
    if index >= marks.count { marks += [Bool](repeating: false, count: index + 1 - marks.count) }
    marks[index] = true
  }

  /// In order.
  var ids: [Int64] { marks.indices.filter { marks[$0] }.map(Int64.init) }
}
