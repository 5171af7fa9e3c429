import Archive
import FoundationEssentials

/// Whether the log is as it was written, and the files are what it names.
extension ReportLog {
  /// What is looked at of a line.
  struct Record {
    var number: Int
    var file: String
    var sha256: String
    var previous: String
    /// A line of a program that did not number them yet.
    let isUnnumbered: Bool

    /// - Parameter place: of the line, from 1; the number of one that has none.
    init?(_ line: [UInt8], place: Int) {
      guard let told = try? JSONDecoder().decode(Told.self, from: Data(line)) else { return nil }
      (file, sha256, previous) = (told.file, told.sha256, told.previous)
      (number, isUnnumbered) = (told.number ?? place, told.number == nil)
    }

    private struct Told: Decodable {
      var number: Int?
      var file: String
      var sha256: String
      var previous: String
    }
  }

  /// Of a line that reads.
  struct Line {
    /// In the file, from 1.
    var place: Int
    var record: Record
    var digest: String
  }

  /// What is not as it was written, in Russian, in the order of the file; then the files that are there no more, which is no
  /// fault: drafts are thrown away and moved.
  struct Verification {
    var count = 0
    var fileCount = 0
    var problems: [String] = []
    var missing: [String] = []
  }

  enum Files {
    case none
    /// All but those in the school's archive, which proves itself; of each file that was signed there must be a line.
    case outside(archive: String, signed: [String])
  }

  /// Nil where no report was ever made.
  func verify(_ files: Files) -> Verification? {
    let bytes = FileManager.default.contents(atPath: path).map(Array.init)
    let headBytes = FileManager.default.contents(atPath: headPath).map(Array.init)
    var found = Verification()
    guard let bytes else {
      guard let headBytes else { return nil }
      let last = Head(headBytes).map { ", а в нём было записей: \($0.number)" } ?? ""
      found.problems = ["файла нет\(last). \(Self.restore)"]
      return found
    }
    let lines = read(bytes, &found).map { line in
      var line = line
      line.record.file = named(place(of: line.record.file))
      return line
    }
    judgeOrder(lines, &found)
    judge(Head(headBytes ?? []), isThere: headBytes != nil, lines, &found)
    if case .outside(let archive, let signed) = files {
      let folder = "\(named(archive))/"
      judgeFiles(lines.filter { !$0.record.file.hasPrefix(folder) }, &found)
      if found.problems.isEmpty { judgeSigned(signed, lines, &found) }
    }
    return found
  }

  private static let restore = "Верните его из резервной копии и выясните, кто его менял."

  private func read(_ bytes: [UInt8], _ found: inout Verification) -> [Line] {
    var lines: [Line] = []
    let parts = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast(
      bytes.last == UInt8(ascii: "\n") || bytes.isEmpty ? 1 : 0)
    for (place, part) in zip(1..., parts) {
      let part = Array(part)
      guard let record = Record(part, place: place) else {
        found.problems.append("строка \(place): не читается как запись о составленном отчёте. \(Self.restore)")
        continue
      }
      lines.append(Line(place: place, record: record, digest: Digest(of: part).sha256))
    }
    found.count = parts.count
    return lines
  }

  /// Numbers tell what was taken out, put in and moved; the digest that the next line holds tells what was changed.
  private func judgeOrder(_ lines: [Line], _ found: inout Verification) {
    let ordered = lines.sorted { ($0.record.number, $0.place) < ($1.record.number, $1.place) }
    if let moved = zip(lines, ordered).first(where: { $0.place != $1.place }) {
      found.problems.append(
        """
        строка \(moved.0.place): здесь запись \(moved.0.record.number), а должна быть \(moved.1.record.number): строки \
        переставлены. \(Self.restore)
        """)
    }
    var before: Line?
    for line in ordered {
      defer { before = line }
      let number = line.record.number
      guard let last = before else {
        if number > 1 { found.problems.append(Self.removed(1...number - 1, before: line)) }
        if number == 1, line.record.previous != Digest(of: []).sha256 {
          found.problems.append("строка \(line.place): первая запись ссылается на запись до неё. \(Self.restore)")
        }
        continue
      }
      let expected = last.record.number + 1
      if number < expected {
        found.problems.append(
          "строка \(line.place): запись \(number) здесь вторая, первая — в строке \(last.place). \(Self.restore)")
      } else if number > expected, !hasUnread(between: last, and: line, lines, found) {
        found.problems.append(Self.removed(expected...number - 1, before: line))
      } else if number == expected, line.record.previous != last.digest {
        found.problems.append(
          "строка \(last.place): запись \(last.record.number) изменена: в следующей другой её отпечаток. \(Self.restore)"
        )
      }
    }
  }

  private static func removed(_ numbers: ClosedRange<Int>, before line: Line) -> String {
    let what =
      numbers.count == 1
      ? "удалена запись \(numbers.lowerBound)" : "удалены записи \(numbers.lowerBound)–\(numbers.upperBound)"
    return "перед строкой \(line.place): \(what). \(restore)"
  }

  /// A line between them that does not read may be the one that is missing; it is told already.
  private func hasUnread(between a: Line, and b: Line, _ lines: [Line], _ found: Verification) -> Bool {
    b.place - a.place == b.record.number - a.record.number && found.count > lines.count
  }

  private func judge(_ head: Head?, isThere: Bool, _ lines: [Line], _ found: inout Verification) {
    guard isThere || lines.contains(where: { !$0.record.isUnnumbered }) || found.count > lines.count else { return }
    guard let head else {
      found.problems.append(
        "\(isThere ? "не читается файл" : "нет файла") «\(Self.headName)» с отпечатком последней записи. Верните его из резервной копии."
      )
      return
    }
    guard let line = lines.last(where: { $0.record.number == head.number }) else {
      // A last line that does not read is told already.
      if let last = lines.last, head.number > last.record.number + found.count - last.place {
        found.problems.append(
          "после строки \(last.place): журнал кончается записью \(last.record.number), а последней была \(head.number): "
            + "конец отрезан. \(Self.restore)")
      } else if lines.isEmpty, found.count == 0 {
        found.problems.append("все записи удалены, последней была \(head.number). \(Self.restore)")
      }
      return
    }
    let isFollowed = lines.contains { $0.record.number == head.number + 1 }
    // The next line's digest tells of it.
    guard line.digest != head.digest, !isFollowed else { return }
    found.problems.append("строка \(line.place): последняя запись изменена. \(Self.restore)")
  }

  /// A signature is logged before it is registered; so a log that knows nothing of it is not the one it was logged in.
  private func judgeSigned(_ files: [String], _ lines: [Line], _ found: inout Verification) {
    let logged = Set(lines.map(\.record.file))
    let unknown = files.map(named).filter { !logged.contains($0) }
    guard let first = unknown.first else { return }
    let others = unknown.count > 1 ? " и ещё о стольких: \(unknown.count - 1)" : ""
    found.problems.append(
      "нет записи о подписанном файле «\(first)»\(others): журнал заменён или начат заново. \(Self.restore)")
  }

  /// A file made again is what the last line of it says.
  private func judgeFiles(_ lines: [Line], _ found: inout Verification) {
    var latest: [String: Line] = [:]
    for line in lines { latest[line.record.file] = line }
    found.fileCount = latest.count
    for line in latest.values.sorted(by: { $0.place < $1.place }) {
      let file = line.record.file
      guard FileManager.default.fileExists(atPath: place(of: file)) else {
        found.missing.append(file)
        continue
      }
      guard (try? Digest(ofFile: place(of: file)))?.sha256 != line.record.sha256 else { continue }
      found.problems.append(
        "строка \(line.place): файл «\(file)» изменён после того, как его составили. Составьте его заново.")
    }
  }
}

extension ReportLog.Verification {
  var isIntact: Bool { problems.isEmpty }

  /// In Russian, the first problem before all others.
  var description: String {
    var text: String
    if let first = problems.first {
      text = "Журнал отчётов не прошёл проверку.\nПервое нарушение. «\(ReportLog.name)», \(first)"
      if problems.count > 1 { text += "\nОстальные нарушения (\(problems.count - 1)):" }
      for (number, problem) in zip(1..., problems.dropFirst()) { text += "\n\(number). \(problem)" }
    } else {
      text = "Журнал отчётов цел. Записей: \(count)" + (fileCount > 0 ? ", файлов: \(fileCount)." : ".")
    }
    guard !missing.isEmpty else { return text }
    let named = missing.prefix(5).joined(separator: ", ") + (missing.count > 5 ? " и другие" : "")
    return text + "\nНет на месте (нарушением это не считается, проекты убирают): \(missing.count) — \(named)."
  }
}
