/// Where an import tells how far it is: the file, and of a long one its sheets and rows, in steps so wide that telling
/// takes no time. Numbers come first, for a line of a terminal may cut the name. Where nobody listens nothing is made up.
public struct ReadingProgress: Sendable {
  private static let step = 1 << 14

  private let tell: (@Sendable (String) -> Void)?
  private var name = ""
  /// «файл 3 из 12»; empty for the only one.
  private var number = ""

  public init(_ tell: (@Sendable (String) -> Void)? = nil) {
    self.tell = tell
  }

  /// Of one file among several, or of a folder whose tables are read together.
  func beginning(_ name: String, _ number: Int = 1, of total: Int = 1) -> ReadingProgress {
    guard tell != nil else { return self }
    var progress = self
    progress.name = name
    progress.number = total > 1 ? "файл \(number) из \(total)" : ""
    progress.say("")
    return progress
  }

  /// A row of a table or sheet; `total` is how many rows there may be at most, 0 where nobody knows.
  func row(_ row: Int, of total: Int = 0, in table: String = "") {
    guard row % Self.step == 0 else { return }
    let part = total > row ? "\(row * 100 / total) %" : "строк \(row)"
    say(table.isEmpty ? part : "\(table) \(part)")
  }

  func sheet(_ number: Int, of total: Int) {
    if total > 1 { say("лист \(number) из \(total)") }
  }

  private func say(_ part: String) {
    guard let tell else { return }
    let numbers = [number, part].filter { !$0.isEmpty }
    tell(numbers.isEmpty ? name : "\(numbers.joined(separator: ", ")): \(name)")
  }
}
