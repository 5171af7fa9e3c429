/// Cuts the flow of strips into pages.
///
/// Strips that keep with each other move to the next page together when they do not fit; a run of them taller than a
/// whole page is cut where the page ends.
struct Paginator {
  private let geometry: PageGeometry
  /// Kept free at the bottom of the first page.
  private var reserve: Double
  private var pages: [Page] = []
  private var page: Page
  /// Height used on the page; nil at its top, where gaps are dropped.
  private var used: Double?

  private init(geometry: PageGeometry, reserve: Double) {
    self.geometry = geometry
    self.reserve = reserve
    page = Page(geometry: geometry)
  }

  /// At least one page, even for an empty flow.
  static func pages(of strips: [Strip], geometry: PageGeometry, reserve: Double = 0) -> [Page] {
    var paginator = Paginator(geometry: geometry, reserve: reserve)
    var start = 0
    while start < strips.count {
      var end = start + 1
      while end < strips.count, strips[end - 1].keepsWithNext, !strips[end].startsPage { end += 1 }
      paginator.place(strips[start..<end])
      start = end
    }
    paginator.pages.append(paginator.page)
    return paginator.pages
  }

  private mutating func place(_ run: ArraySlice<Strip>) {
    guard let first = run.first else { return }
    let height = run.reduce(0) { $0 + $1.gap + $1.height }
    if first.startsPage || !fits(height, gap: first.gap) { turnPage() }
    for strip in run {
      if !fits(strip.gap + strip.height, gap: strip.gap) { turnPage() }
      place(strip)
    }
  }

  private func fits(_ height: Double, gap: Double) -> Bool {
    // Sums of the same heights in another order may differ in the last bits.
    (used.map { $0 + height } ?? height - gap) <= geometry.textHeight - reserve + 1e-6
  }

  /// Nothing happens at the top of a page: there are no empty pages, but for a first one whose reserve leaves too little.
  private mutating func turnPage() {
    guard used != nil || reserve > 0 else { return }
    if let cut { page.groups.append(cut) }
    cut = nil
    pages.append(page)
    page = Page(geometry: geometry)
    reserve = 0
    used = nil
  }

  /// What the last strip wants drawn if the page ends after it, in page coordinates.
  private var cut: Page.Group?

  private mutating func place(_ strip: Strip) {
    var y = used.map { $0 + strip.gap } ?? 0
    if used == nil, let header = strip.header {
      page.groups.append(Page.Group(boxes: header.boxes, x: geometry.left, y: geometry.top))
      y = header.height
    }
    let top = geometry.top + y
    page.groups.append(Page.Group(boxes: strip.boxes, x: geometry.left, y: top))
    cut = strip.boxesWhenCut.isEmpty ? nil : Page.Group(boxes: strip.boxesWhenCut, x: geometry.left, y: top)
    if var bookmark = strip.bookmark {
      bookmark.y = top
      page.bookmarks.append(bookmark)
    }
    used = y + strip.height
  }
}
