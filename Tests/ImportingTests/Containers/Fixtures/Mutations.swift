import FoundationEssentials
import Importing
import Journal
import Testing

/// Damaged copies of small files, the same at every run, and what a reader makes of them: a diagnostic or a good reading within
/// ten seconds each and 256 MiB. Run it in an exit test, so that a trap ends one test and the memory is the reader's own.
///
/// A copy is known by its seed and its number. `ZAVUCH_MUTATION_LOG` names a file that holds the last one begun: after a crash, the
/// one that did it. A copy that ever failed stays as a fixture.
struct Mutations {
  /// Copies that every reader must stand.
  static let count = 10_000

  private let seed: UInt64
  private var random: SeededGenerator
  private var number = 0
  private(set) var readings = 0
  private(set) var problems = 0
  private let log = ProcessInfo.processInfo.environment["ZAVUCH_MUTATION_LOG"]

  private init(seed: UInt64) {
    self.seed = seed
    random = SeededGenerator(seed: seed)
  }

  /// Runs `body`, which must read `count` copies, and holds it to its memory and to both kinds of ending.
  static func run(seed: UInt64, _ body: (inout Mutations) throws -> Void) throws {
    var mutations = Mutations(seed: seed)
    try body(&mutations)
    #expect(mutations.number >= count)
    #expect(mutations.readings > count / 100 && mutations.problems > count / 100)
    #expect(try peakMemory() < 256 << 20)
  }

  /// Damages the bytes, lets `pack` put them where they belong, and reads the file.
  mutating func read(
    _ count: Int, copiesOf original: [UInt8], pack: ([UInt8]) throws -> FileBytes = { FileBytes($0) },
    _ reader: (FileBytes) throws -> Void
  ) throws {
    for _ in 0..<count {
      number += 1
      try log.map { try Data("seed \(seed), copy \(number)\n".utf8).write(to: URL(filePath: $0)) }
      let file = try pack(Mutation.copy(of: original, &random))
      let start = ContinuousClock.now
      _ = FileKind(of: file)
      do {
        try reader(file)
        readings += 1
      } catch let problem as ImportProblem {
        #expect(!problem.problem.isEmpty && !problem.hint.isEmpty && problem.raw.count <= 61, "copy \(number)")
        problems += 1
      }
      #expect(ContinuousClock.now - start < .seconds(10), "seed \(seed), copy \(number)")
    }
  }

  /// Damages the archive itself and, since that mostly ends in the checksums, each of its parts before packing.
  mutating func read(copiesOf archive: ZipFixture, _ reader: (FileBytes) throws -> Void) throws {
    var archive = archive
    let whole = try archive.bytes()
    for index in archive.parts.indices { archive.parts[index].stored = true }
    let share = Mutations.count / (archive.parts.count + 1)
    try read(Mutations.count - share * archive.parts.count, copiesOf: whole, reader)
    for index in archive.parts.indices {
      var copy = archive
      try read(share, copiesOf: archive.parts[index].bytes) { damaged in
        copy.parts[index].bytes = damaged
        return try copy.file()
      } _: {
        try reader($0)
      }
    }
  }

  /// Bytes that this process held at most.
  private static func peakMemory() throws -> Int {
    let status = try String(contentsOf: URL(filePath: "/proc/self/status"), encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    return try #require(line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) })
      * 1024
  }
}
