/// A problem told in the terminal: where, what, how it stands there, what to do.
public struct Diagnostic: Hashable, Sendable {
  /// «журнал.xlsx, лист «Алгебра», строка 12, столбец AB»; empty if the problem has no place.
  public var place: String
  /// Without a full stop.
  public var problem: String
  /// The raw text; nil if there is none to show, as for a whole file. An empty one is shown as empty.
  public var excerpt: String?
  /// What to do about it; empty if nothing can be done.
  public var hint: String

  /// Longer excerpts are cut.
  static let excerptLength = 60

  public init(place: String, problem: String, excerpt: String? = nil, hint: String = "") {
    self.place = place
    self.problem = problem
    self.excerpt = excerpt
    self.hint = hint
  }

  /// A block without a line end after it. The place with the problem stays one line however long, so that it can be
  /// searched, unless it `wrapsProblem`, as on a terminal; the lines under it are indented, and the hint is wrapped to
  /// `width` characters.
  public func text(width: Int = 100, wrapsProblem: Bool = false) -> String {
    let head = place.isEmpty ? problem.visible : "\(place.visible): \(problem.visible)"
    var lines = wrapsProblem ? head.wrapped(to: width, indent: 2) : [head]
    if let excerpt {
      lines.append("  записано: " + (excerpt.isEmpty ? "(пусто)" : "«\(excerpt.visible.cut(to: Self.excerptLength))»"))
    }
    if !hint.isEmpty {
      let label = "  что делать: "
      for (index, line) in hint.visibleLines.wrapped(to: width - label.count).enumerated() {
        lines.append(index == 0 ? label + line : line.indented(by: label.count))
      }
    }
    return lines.joined(separator: "\n")
  }
}
