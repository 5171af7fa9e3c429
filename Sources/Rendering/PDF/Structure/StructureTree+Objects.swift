extension StructureTree {
  /// Writes the tree and returns its root, to be named in the catalog. Elements that hold nothing are left out.
  func write(to objects: inout PDFObjects, pages: [PDFReference]) throws(PDFRenderingError) -> PDFReference {
    let root = objects.reserve()
    let references = objects.reserve(elements.count)
    let isFilled = filled()
    var object = PDFBytes()
    for index in elements.indices where isFilled[index] {
      let element = elements[index]
      object.removeAll()
      object.append("<</S")
      object.append(name: element.kind.rawValue)
      object.append("/P ")
      object.append(index == 0 ? root : references[element.parent])
      if let alternative = alternatives[index] {
        object.append("/Alt")
        object.append(text: alternative)
      }
      if let bounds = bounds[index] {
        object.append("/A<</O/Layout/Placement/Block/BBox[")
        for number in bounds { object.append(numbers: number) }
        object.append("]>>")
      }
      if element.isNumbered { object.append("/A<</O/List/ListNumbering/Decimal>>") }
      appendAttributes(of: element, to: &object)
      appendKids(of: index, references, isFilled, pages, to: &object)
      object.append(">>")
      try objects.set(references[index], object)
    }

    var numbers = PDFBytes()
    for (page, marks) in owners.enumerated() {
      object.removeAll()
      object.append("[")
      for mark in marks {
        object.append(references[mark])
      }
      object.append("]")
      numbers.append(page)
      numbers.append(" ")
      numbers.append(try objects.add(object))
    }
    object = PDFBytes("<</Type/StructTreeRoot/K ")
    object.append(references[0])
    object.append("/ParentTree<</Nums[")
    object.append(numbers)
    object.append("]>>/ParentTreeNextKey ")
    object.append(owners.count)
    object.append(">>")
    try objects.set(root, object)
    return root
  }

  /// Cells stay though they are empty: a table's rows must have them all.
  private func filled() -> [Bool] {
    var isFilled = elements.map { element in
      switch element.kind {
      case .document, .tableCell, .tableHeader: true
      default: element.firstMark != nil
      }
    }
    for index in elements.indices.reversed() where isFilled[index] { isFilled[elements[index].parent] = true }
    return isFilled
  }

  private func appendAttributes(of element: Element, to object: inout PDFBytes) {
    guard element.scope != nil || element.columnSpan > 1 || element.rowSpan > 1 else { return }
    object.append("/A<</O/Table")
    if let scope = element.scope {
      object.append("/Scope")
      object.append(name: scope.rawValue)
    }
    if element.columnSpan > 1 {
      object.append("/ColSpan ")
      object.append(element.columnSpan)
    }
    if element.rowSpan > 1 {
      object.append("/RowSpan ")
      object.append(element.rowSpan)
    }
    object.append(">>")
  }

  private func appendKids(
    of index: Int, _ references: [PDFReference], _ isFilled: [Bool], _ pages: [PDFReference],
    to object: inout PDFBytes
  ) {
    if let first = elements[index].firstMark {
      object.append("/Pg ")
      object.append(pages[first.page])
      object.append("/K")
      guard hasSeveralMarks(index) else {
        object.append(" ")
        return object.append(first.number)
      }
      object.append("[")
      for mark in marks(of: index) {
        guard mark.page != first.page else {
          object.append(mark.number)
          object.append(" ")
          continue
        }
        object.append("<</Type/MCR/Pg ")
        object.append(pages[mark.page])
        object.append("/MCID ")
        object.append(mark.number)
        object.append(">>")
      }
      return object.append("]")
    }
    var child = elements[index].firstChild
    guard child != 0 else { return }
    object.append("/K[")
    while child != 0 {
      if isFilled[child] { object.append(references[child]) }
      child = elements[child].nextSibling
    }
    object.append("]")
  }
}
