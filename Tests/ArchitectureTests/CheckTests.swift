import Testing

/// The checks themselves, on made-up input: each must be able to fail.
@Suite struct CheckTests {
  private typealias Target = PackageDescription.Target

  /// A package that keeps every rule, with the given targets in place of its own.
  private func package(_ changed: Target...) -> [Target] {
    let names = Set(changed.map(\.name))
    return changed + ModuleGraph.allowed.keys.sorted().filter { !names.contains($0) }.map { Target($0) }
  }

  private func file(_ path: String, _ text: String) -> SourceTree.File {
    SourceTree.File(path: "Sources/\(path)", text: text)
  }

  @Test func dependenciesAgainstTheFlowAreFound() {
    let system = Target("CSQLite", type: "system-target")
    #expect(ModuleGraph.violations(ofDependencies: package()) == [])
    #expect(
      ModuleGraph.violations(
        ofDependencies: package(
          system, Target("JournalStore", ["Journal", "CSQLite"]), Target("RenderingTests", ["Rendering"], type: "test"))
      ) == [])
    #expect(
      ModuleGraph.violations(
        ofDependencies: package(
          Target("Journal", ["Archive"]), Target("Control", ["Journal", "Rendering"]),
          Target("Rendering", ["Reporting", "JournalStore"]), Target("Tools"))
      ) == [
        "Journal may not depend on Archive", "Control may not depend on Rendering",
        "Rendering may not depend on JournalStore", "Tools is not in the table of allowed dependencies",
      ])
    #expect(
      ModuleGraph.violations(ofDependencies: package().filter { $0.name != "Archive" })
        == ["there is no module Archive"])
  }

  @Test func onlyTheExecutableMaySeeARenderer() {
    let seeing = ModuleGraph.allowed.filter { $0.value.contains("Rendering") }.map(\.key).sorted()
    #expect(seeing == ["zavuch", "zavuch-bench-writers"])
  }

  @Test func importsAreFoundInEverySpelling() {
    let text = """
      // import Comment
      import Journal
        @testable import Control
      public import struct Reporting.Value
      @_spi(A) @preconcurrency import Archive
      let important = "import Nothing"
      import\tCSQLite.Sub
      """
    #expect(ModuleGraph.imports(in: text).map(\.module) == ["Journal", "Control", "Reporting", "Archive", "CSQLite"])
    #expect(ModuleGraph.imports(in: text).map(\.line) == [2, 3, 4, 5, 7])
  }

  @Test func importsAgainstTheFlowOrUndeclaredAreFound() {
    let targets = package(
      Target("CSQLite", type: "system-target"), Target("JournalStore", ["Journal", "CSQLite"]),
      Target("Control", ["JournalStore"]), Target("Rendering", ["Reporting"]))
    func violations(_ path: String, _ text: String) -> [String] {
      ModuleGraph.violations(ofImportsIn: file(path, text), targets: targets)
    }
    #expect(violations("JournalStore/A.swift", "import CSQLite\nimport Foundation\nimport Journal") == [])
    #expect(violations("Rendering/PDF/A.swift", "import Journal\nimport Reporting") == [])
    #expect(
      violations("Rendering/A.swift", "import Reporting\nimport JournalStore")
        == ["Sources/Rendering/A.swift:2: Rendering may not import JournalStore"])
    #expect(
      violations("Control/A.swift", "import Journal\nimport CSQLite\nimport JournalStore") == [
        "Sources/Control/A.swift:1: Control imports Journal without declaring it",
        "Sources/Control/A.swift:2: Control imports CSQLite without declaring it",
      ])
    #expect(violations("Lost/A.swift", "") == ["Sources/Lost/A.swift belongs to no target"])
  }

  @Test func longFilesAreFound() {
    let lines = String(repeating: "\n", count: SourceRules.longest)
    #expect(SourceRules.violations(ofLengthOf: file("A.swift", lines)) == [])
    #expect(
      SourceRules.violations(ofLengthOf: file("A.swift", lines + "\n")) == ["Sources/A.swift: 501 lines, more than 500"]
    )
  }

  @Test(arguments: [
    ("let now = Date()", "Date()"), ("let now = Date.now", "Date.now"), ("f(.random(in: 1...2))", ".random("),
    ("a.randomElement()", ".randomElement("), ("let a = try! f()", "try!"), ("let a = b as! C", "as!"),
    ("fatalError(\"x\")", "fatalError("), ("Locale.current.identifier", "Locale.current"),
    ("TimeZone.current", "TimeZone.current"), ("getenv(\"A\")", "getenv("), ("  // TODO: later", "TODO"),
    ("let a = 1  // FIXME", "FIXME"),
  ])
  func forbiddenWordsAreFound(_ line: String, _ word: String) {
    #expect(SourceRules.violations(ofWordsIn: file("A.swift", "\n" + line)) == ["Sources/A.swift:2: \(word)"])
  }

  @Test(arguments: [
    "CivilDate()", "// Date() is for the command line", "a.randomAccess", "self.random.next()", "try f()", "a as? B",
    "MASTODON", "TODOS",
  ])
  func innocentWordsAreLeft(_ line: String) {
    #expect(SourceRules.violations(ofWordsIn: file("A.swift", line)) == [])
  }

  @Test func modulesThatThePageForgetsAreFound() {
    let page = "| `Journal` | what a journal is |\n| `JournalStore` | the store |"
    #expect(
      SourceRules.modulesNotNamed(in: page, of: ["Journal", "JournalStore", "Control", "Store"]) == [
        "Control", "Store",
      ])
  }
}
