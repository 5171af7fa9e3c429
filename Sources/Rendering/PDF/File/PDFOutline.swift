/// Headings as bookmarks, nested by their levels.
struct PDFOutline {
  private struct Entry {
    var title: String
    var page: Int
    /// Of the page's top left corner of the view, points in PDF's coordinates.
    var x: Double
    var y: Double
    var children: [Int] = []
  }

  /// 0 is the root.
  private var entries = [Entry(title: "", page: 0, x: 0, y: 0)]

  init(_ layout: PageLayout) {
    var open: [(level: Int, entry: Int)] = []
    for (page, content) in layout.pages.enumerated() {
      for bookmark in content.bookmarks {
        open.removeAll { $0.level >= bookmark.level }
        let index = entries.count
        entries[open.last?.entry ?? 0].children.append(index)
        entries.append(
          Entry(
            title: bookmark.title, page: page, x: content.geometry.left, y: content.geometry.height - bookmark.y))
        open.append((bookmark.level, index))
      }
    }
  }

  /// Nil where there are no headings.
  func write(to objects: inout PDFObjects, pages: [PDFReference]) throws(PDFRenderingError) -> PDFReference? {
    guard entries.count > 1 else { return nil }
    let references = objects.reserve(entries.count)
    for (index, entry) in entries.enumerated() {
      var object = PDFBytes("<<")
      if index == 0 {
        object.append("/Type/Outlines")
      } else {
        object.append("/Title")
        object.append(text: entry.title)
        object.append("/Dest[")
        object.append(pages[entry.page])
        object.append("/XYZ ")
        object.append(numbers: entry.x, entry.y)
        object.append("null]")
      }
      if let first = entry.children.first, let last = entry.children.last {
        object.append("/First ")
        object.append(references[first])
        object.append("/Last ")
        object.append(references[last])
        object.append("/Count ")
        object.append(count(under: index))
      }
      if let (parent, place) = parent(of: index) {
        let siblings = entries[parent].children
        object.append("/Parent ")
        object.append(references[parent])
        if place > 0 {
          object.append("/Prev ")
          object.append(references[siblings[place - 1]])
        }
        if place + 1 < siblings.count {
          object.append("/Next ")
          object.append(references[siblings[place + 1]])
        }
      }
      object.append(">>")
      try objects.set(references[index], object)
    }
    return references[0]
  }

  /// All are shown open.
  private func count(under entry: Int) -> Int {
    entries[entry].children.reduce(0) { $0 + 1 + count(under: $1) }
  }

  private func parent(of entry: Int) -> (entry: Int, place: Int)? {
    for (index, other) in entries.enumerated() {
      if let place = other.children.firstIndex(of: entry) { return (index, place) }
    }
    return nil
  }
}
