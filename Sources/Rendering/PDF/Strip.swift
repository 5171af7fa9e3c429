/// A horizontal strip of the flow that no page break cuts: a line of a paragraph, a row of a table. Points.
struct Strip {
  /// What is drawn again at the top of a page that begins inside a table.
  struct RepeatedHeader {
    var height: Double
    var boxes: [PageBox]
  }

  /// Space above, dropped at the top of a page.
  var gap: Double = 0
  var height: Double
  /// From the strip's upper left corner.
  var boxes: [PageBox] = []
  /// No page break between this strip and the next one.
  var keepsWithNext = false
  /// A page break the author asked for stands before this strip.
  var startsPage = false
  var header: RepeatedHeader?
  /// Drawn too when the page ends after this strip: the lower border of a row that goes on.
  var boxesWhenCut: [PageBox] = []
  var bookmark: Page.Bookmark?
}
