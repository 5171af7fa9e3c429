extension Invocation {
  /// The value turned into a type: `try invocation.value("as-of", as: "дата ДД.ММ.ГГГГ") { CivilDate($0) }`.
  ///
  /// - Parameter expected: what is expected, in the nominative; the message reads «ожидается: дата ДД.ММ.ГГГГ».
  /// - Throws: `UsageError` naming the option and the value if `transform` gives nil.
  public func value<T>(_ name: String, as expected: String, _ transform: (String) throws -> T?) throws -> T? {
    guard let text = try value(name) else { return nil }
    return try converted(text, of: name, as: expected, transform)
  }

  public func required<T>(_ name: String, as expected: String, _ transform: (String) throws -> T?) throws -> T {
    try converted(required(name), of: name, as: expected, transform)
  }

  public func values<T>(_ name: String, as expected: String, _ transform: (String) throws -> T?) throws -> [T] {
    try values(name).map { try converted($0, of: name, as: expected, transform) }
  }

  public func integer(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
    try value(name, as: "целое число от \(range.lowerBound) до \(range.upperBound)") { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  private func converted<T>(
    _ text: String, of name: String, as expected: String, _ transform: (String) throws -> T?
  ) throws -> T {
    guard let value = try transform(text) else {
      throw UsageError("Значение «\(text)» не подходит для \(try parameter(name).genitive): ожидается \(expected).")
    }
    return value
  }
}
