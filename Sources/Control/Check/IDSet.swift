/// A set of row ids, which are small and dense: cheap enough to be added to for every unit.
struct IDSet: Sendable {
  private var marks: [Bool] = []

  mutating func insert(_ id: Int64?) {
    guard let id, id >= 0 else { return }
    let index = Int(id)
    if index >= marks.count { marks += [Bool](repeating: false, count: index + 1 - marks.count) }
    marks[index] = true
  }

  mutating func formUnion(_ other: IDSet) {
    for id in other.ids { insert(id) }
  }

  var count: Int { marks.count { $0 } }

  /// In order.
  var ids: [Int64] { marks.indices.filter { marks[$0] }.map(Int64.init) }
}
