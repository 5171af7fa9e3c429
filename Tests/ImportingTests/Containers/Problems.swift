import Journal
import Testing

/// The problem that the body ends with; fails the test when there is none.
func problem(
  _ body: () throws -> Void, sourceLocation: SourceLocation = #_sourceLocation
) throws -> ImportProblem {
  try #require(throws: ImportProblem.self, sourceLocation: sourceLocation) { try body() }
}
