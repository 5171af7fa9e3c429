import CommandLineInterface
import Foundation
import Testing

@Suite struct CompletionTests {
  static let bash = find("bash")
  static let zsh = find("zsh")

  static func find(_ tool: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(tool)" }
      .first(where: FileManager.default.isExecutableFile)
  }

  /// What the tool prints, its errors included.
  private func run(_ tool: String, _ arguments: [String], in folder: URL? = nil) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  @Test(
    .enabled(if: bash != nil, "bash is not installed"),
    arguments: [
      (["zavuch", ""], "import check sign broken completion help"),
      (["zavuch", "c"], "check completion"),
      (["zavuch", "--"], "--store --config --help --version"),
      (["zavuch", "--store", "x", "i"], "import"),
      (["zavuch", "--store", "=", "x", "i"], "import"),
      (["zavuch", "check", "--a"], "--as-of"),
      (["zavuch", "check", "--st"], "--store"),
      (["zavuch", "check", "--by", ""], "school class teacher"),
      (["zavuch", "check", "--by", "class,t"], "class,teacher"),
      (["zavuch", "check", "--by", "=", "s"], "school"),
      (["zavuch", "check", "--by", "="], "school class teacher"),
      (["zavuch", "check", "--rule", "l"], "lesson-not-entered"),
      (["zavuch", "check", "--as-of", ""], ""),
      (["zavuch", "check", ""], ""),
      (["zavuch", "import", "май"], "май 1.xlsx|майские"),
      (["zavuch", "check", "--config", "май"], "май 1.xlsx|майские"),
      (["zavuch", "sign", "--out", ""], "майские"),
      (["zavuch", "help", "s"], "sign"),
      (["zavuch", "completion", ""], "bash zsh"),
    ])
  func bashOffers(_ words: [String], _ expected: String) throws {
    let bash = try #require(Self.bash)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zavuch-completion-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("майские"), withIntermediateDirectories: true)
    try Data().write(to: folder.appendingPathComponent("май 1.xlsx"))
    let script =
      SampleProgram.program.completionScript(for: .bash) + """
        COMP_WORDS=("$@")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _zavuch
        IFS="|"
        echo "${COMPREPLY[*]}"
        """
    let offered = try run(bash, ["-c", script, "bash"] + words, in: folder)
    #expect(
      offered.trimmingCharacters(in: .newlines).split(separator: "|").sorted()
        == expected.split(separator: expected.contains("|") ? "|" : " ").sorted())
  }

  @Test(.enabled(if: zsh != nil, "zsh is not installed")) func zshReadsItsScript() throws {
    let zsh = try #require(Self.zsh)
    #expect(try run(zsh, ["-f", "-n", "-c", SampleProgram.program.completionScript(for: .zsh)]) == "")
  }

  @Test func zshSpecificationsAreQuoted() {
    let command = Command(
      name: "go", summary: "идти: раз", arguments: [.any("ПУТЬ", help: "путь", kind: .folder)],
      options: [
        .flag("json", help: "знак ' и [скобки]"), .list("by", "ЧТО", help: "что", kind: .oneOf(["a", "b"])),
        .value("as", "КЕМ", help: "кем", kind: .suggested(["x"])), .repeated("class", "КЛАСС", help: "класс"),
      ]
    ) { _, _ in .done }
    let script = Program(name: "p", version: "1", summary: "s", commands: [command]).completionScript(for: .zsh)
    #expect(script.contains("    'go:идти\\: раз'\n"))
    #expect(
      script.contains(
        """
                go)
                  _arguments \\
                    '--json[знак '\\'' и \\[скобки\\]]' \\
                    '*--by=[что]:ЧТО:_sequence compadd - a b' \\
                    '--as=[кем]:КЕМ:(x)' \\
                    '*--class=[класс]:КЛАСС: ' \\
                    '(- *)'{-h,--help}'[показать справку]' \\
                    '*:ПУТЬ:_files -/'
                  ;;

        """))
  }
}
