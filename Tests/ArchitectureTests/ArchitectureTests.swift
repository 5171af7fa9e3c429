import Foundation
import Testing

@Suite struct ArchitectureTests {
  @Test(.enabled(if: PackageDescription.swift != nil, "swift is not on PATH"))
  func modulesDependOneWay() throws {
    let description = try PackageDescription.load(with: #require(PackageDescription.swift))
    #expect(description.targets.first { $0.name == "zavuch" }?.dependencies.contains("Rendering") == true)
    #expect(ModuleGraph.violations(ofDependencies: description.targets) == [])
    let files = try SourceTree.files(under: "Sources", extensions: ["swift"])
    #expect(files.flatMap { ModuleGraph.violations(ofImportsIn: $0, targets: description.targets) } == [])
    #expect(files.contains { ModuleGraph.imports(in: $0.text).contains { $0.module == "Journal" } })
  }

  @Test func noFileIsTooLong() throws {
    let files = try ["Sources", "Tests"].flatMap {
      try SourceTree.files(under: $0, extensions: ["swift", "h", "modulemap"])
    }
    #expect(files.contains { $0.path == "Tests/ArchitectureTests/ArchitectureTests.swift" })
    #expect(files.flatMap(SourceRules.violations(ofLengthOf:)) == [])
  }

  @Test func modulesBelowTheCommandsAreDeterministic() throws {
    let files = try SourceTree.files(under: "Sources", extensions: ["swift"]).filter {
      !$0.path.hasPrefix("Sources/zavuch/")
    }
    #expect(files.contains { $0.path == "Sources/Journal/CivilDate.swift" })
    #expect(files.flatMap(SourceRules.violations(ofWordsIn:)) == [])
  }

  static let page = SourceTree.root.appendingPathComponent("ARCHITECTURE.md")

  @Test(.enabled(if: FileManager.default.fileExists(atPath: page.path), "there is no ARCHITECTURE.md yet"))
  func everyModuleIsOnTheMap() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    #expect(SourceRules.modulesNotNamed(in: text, of: try SourceTree.modules()) == [])
  }
}
