/// Distinct things in the order they were first met: a writer's style table.
struct Palette<Element: Hashable & Sendable>: Sendable {
  private(set) var elements: [Element] = []
  private var indices: [Element: Int] = [:]

  /// The element's place, from 0; a new one is added at the end.
  mutating func index(of element: Element) -> Int {
    if let index = indices[element] { return index }
    indices[element] = elements.count
    elements.append(element)
    return elements.count - 1
  }

  func place(of element: Element) -> Int? { indices[element] }
}
