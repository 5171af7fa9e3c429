/// Which module may see which: the one direction of the flow. Each check gives what breaks it, a line each.
enum ModuleGraph {
  /// Every module of the package and what of ours it may depend on. System libraries are not listed: they are below all.
  static let allowed: [String: Set<String>] = [
    "CommandLineInterface": [],
    "Journal": [],
    "Importing": ["Journal"],
    "JournalStore": ["Journal"],
    "Control": ["Journal", "JournalStore"],
    "Reporting": ["Journal", "JournalStore"],
    "Rendering": ["Reporting", "Journal"],
    "Archive": [],
    "SampleSchool": [],
    "zavuch-bench": ["Importing", "Journal"],
    "zavuch-bench-writers": ["Rendering", "Reporting", "Journal"],
    "zavuch": [
      "CommandLineInterface", "Journal", "Importing", "JournalStore", "Control", "Reporting", "Rendering", "Archive",
      "SampleSchool",
    ],
  ]

  /// Imports of a module that is not declared as a dependency but comes with one: the document's values are `Journal`'s
  /// dates and moments, and a renderer must name their types.
  static let allowedThroughAnother: [String: Set<String>] = ["Rendering": ["Journal"]]

  static func violations(ofDependencies targets: [PackageDescription.Target]) -> [String] {
    let system = Set(targets.filter { $0.type == "system-target" }.map(\.name))
    var violations: [String] = []
    for target in targets where target.type != "test" && target.type != "system-target" {
      guard let allowed = allowed[target.name] else {
        violations.append("\(target.name) is not in the table of allowed dependencies")
        continue
      }
      for dependency in target.dependencies where !allowed.contains(dependency) && !system.contains(dependency) {
        violations.append("\(target.name) may not depend on \(dependency)")
      }
    }
    let present = Set(targets.map(\.name))
    violations += allowed.keys.filter { !present.contains($0) }.sorted().map { "there is no module \($0)" }
    return violations
  }

  /// Every import of a package's module must be declared, not only reachable, and allowed.
  static func violations(ofImportsIn file: SourceTree.File, targets: [PackageDescription.Target]) -> [String] {
    let ours = Dictionary(uniqueKeysWithValues: targets.map { ($0.name, $0) })
    guard let target = targets.first(where: { file.path.hasPrefix($0.path + "/") }) else {
      return ["\(file.path) belongs to no target"]
    }
    return imports(in: file.text).compactMap { line, module in
      guard let imported = ours[module], module != target.name else { return nil }
      if imported.type != "system-target", allowed[target.name]?.contains(module) != true {
        return "\(file.path):\(line): \(target.name) may not import \(module)"
      }
      if target.dependencies.contains(module) || allowedThroughAnother[target.name]?.contains(module) == true {
        return nil
      }
      return "\(file.path):\(line): \(target.name) imports \(module) without declaring it"
    }
  }

  /// The modules named by import lines, with the lines' numbers from 1.
  static func imports(in text: String) -> [(line: Int, module: String)] {
    let pattern =
      /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var|actor)\s+)?(\w+)/
    return text.split(separator: /\r?\n/, omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      line.prefixMatch(of: pattern).map { (index + 1, String($0.1)) }
    }
  }
}
