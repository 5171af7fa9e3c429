/// What a document is made of, for screen readers and for taking its content out again: the structure tree of a tagged
/// PDF (ISO 32000-1, 14.7). Elements are numbered in reading order; 0 is the document.
final class StructureTree {
  /// Standard structure types of ISO 32000-1, 14.8.4.
  enum Kind: String {
    case document = "Document"
    case section = "Sect"
    case division = "Div"
    case paragraph = "P"
    case heading1 = "H1"
    case heading2 = "H2"
    case heading3 = "H3"
    case heading4 = "H4"
    case heading5 = "H5"
    case heading6 = "H6"
    case list = "L"
    case listItem = "LI"
    case label = "Lbl"
    case listBody = "LBody"
    case table = "Table"
    case tableHead = "THead"
    case tableBody = "TBody"
    case tableRow = "TR"
    case tableHeader = "TH"
    case tableCell = "TD"
    case caption = "Caption"
    case figure = "Figure"
  }

  /// Whose cells a header cell heads.
  enum Scope: String {
    case column = "Column"
    case row = "Row"
  }

  /// Of numbers alone: a register of 200 pages has a hundred thousand elements.
  struct Element {
    let kind: Kind
    let parent: Int
    var scope: Scope?
    var columnSpan = 1
    var rowSpan = 1
    /// The labels of a list are numbers.
    var isNumbered = false
    /// Children are a chain; 0, the document, is nobody's child.
    fileprivate(set) var firstChild = 0
    fileprivate var lastChild = 0
    fileprivate(set) var nextSibling = 0
    fileprivate(set) var firstMark: Mark?
  }

  /// A piece of a page's content that belongs to an element.
  struct Mark: Hashable {
    /// From 0.
    let page: Int
    /// From 0 on every page.
    let number: Int
  }

  private(set) var elements: [Element] = [Element(kind: .document, parent: 0)]
  /// The elements that own the marks of each page, by the marks' numbers.
  private(set) var owners: [[Int]] = []
  /// Words that stand for the content of figures.
  private(set) var alternatives: [Int: String] = [:]
  /// Where figures stand: left, bottom, right and top in PDF's coordinates.
  private(set) var bounds: [Int: [Double]] = [:]
  private var otherMarks: [Int: [Mark]] = [:]
  private var headingLevel = 0

  func add(
    _ kind: Kind, under parent: Int = 0, scope: Scope? = nil, columnSpan: Int = 1, rowSpan: Int = 1,
    isNumbered: Bool = false, alternative: String? = nil
  ) -> Int {
    let index = elements.count
    var element = Element(kind: kind, parent: parent)
    element.scope = scope
    element.columnSpan = columnSpan
    element.rowSpan = rowSpan
    element.isNumbered = isNumbered
    elements.append(element)
    if let alternative { alternatives[index] = alternative }
    let last = elements[parent].lastChild
    if last == 0 { elements[parent].firstChild = index } else { elements[last].nextSibling = index }
    elements[parent].lastChild = index
    return index
  }

  /// Levels of headings begin with 1 and skip none on the way down (ISO 14289-1, 7.4.2), whatever a template says.
  func addHeading(level: Int) -> Int {
    headingLevel = max(1, min(level, headingLevel + 1, 6))
    return add(Kind(rawValue: "H\(headingLevel)") ?? .heading6)
  }

  /// A number for the piece of content that is drawn next on the page.
  func mark(_ element: Int, page: Int) -> Int {
    while owners.count <= page { owners.append([]) }
    let mark = Mark(page: page, number: owners[page].count)
    owners[page].append(element)
    if elements[element].firstMark == nil {
      elements[element].firstMark = mark
    } else {
      otherMarks[element, default: []].append(mark)
    }
    return mark.number
  }

  func place(_ figure: Int, bounds: [Double]) { self.bounds[figure] = bounds }

  /// All pieces of an element in the order in which they are drawn.
  func marks(of element: Int) -> [Mark] {
    (elements[element].firstMark.map { [$0] } ?? []) + otherMarks[element, default: []]
  }

  func hasSeveralMarks(_ element: Int) -> Bool { otherMarks[element] != nil }

  func children(of element: Int) -> [Int] {
    var children: [Int] = []
    var child = elements[element].firstChild
    while child != 0 {
      children.append(child)
      child = elements[child].nextSibling
    }
    return children
  }
}
