import Journal

extension Approval {
  /// The lines as they stand under each other, with rules to write on.
  public var lines: [String] {
    switch self {
    case .byOfficial(let position, let name, let date):
      ["УТВЕРЖДАЮ", position, "____________ " + (name ?? "________________"), date?.russian ?? Approval.dateRule]
    case .byPaper(let paper, let date, let number):
      ["УТВЕРЖДЕНО", paper, "от \(date?.russian ?? "____________") № \(number ?? "______")"]
    }
  }

  static let dateRule = "«____» ______________ 20___ г."
}
