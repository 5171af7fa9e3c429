import Testing

/// What a built-in rule's example can tell, the example of a school's own rule can tell too.
@Suite struct ExampleFactTests {
  private func text(_ path: String) throws -> String {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let name = path.split(separator: ".").last.map(String.init) ?? ""
    return try #require(SourceTree.files(under: folder, extensions: [name]).first { $0.path == path }).text
  }

  @Test func everyFactCanBeWrittenInAFile() throws {
    let declared = try #require(
      try text("Sources/Control/Examples/RuleExample.swift").split(separator: "public enum ExampleFact").last)
    let names = declared.prefix(upTo: declared.firstRange(of: "\n}")?.lowerBound ?? declared.endIndex)
      .matches(of: /\n  case ([a-zA-Z]+)/).map { String($0.1) }
    #expect(names.count > 20)
    let forms = try text("Sources/zavuch/Edge/ExampleFactForm.swift")
    let page = try text("RuleExamples/README.md")
    for name in names {
      #expect(forms.contains("ExampleFactForm(\"\(name)\""), "нет формы факта \(name)")
      #expect(page.contains("`\(name)`"), "факт \(name) не описан в RuleExamples/README.md")
    }
  }
}
