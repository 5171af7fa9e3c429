import Journal

/// What the words around a table say of all of it: the lines above its header, the sheet's name, the file's name.
struct TableContext {
  private let lines: [String]

  init(_ survey: SheetSurvey) {
    let above = stride(from: 1, to: survey.headerRow ?? 1, by: 1).map { row in
      (1...max(1, survey.text.columnCount(row: row))).map { CodeFolding.collapse(survey.text[row, $0]) }
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    let name = survey.path.split(separator: "/").last.map(String.init) ?? survey.path
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    lines = above + [survey.text.name, stem.replacing("_", with: " ")]
  }

  /// Nil where nothing tells it.
  func value(_ field: MappingField) -> String? {
    lines.lazy.compactMap { line in
      switch field {
      case .studyClass: TableContext.studyClass(line)
      case .year: TableContext.year(line)
      case .period: TableContext.period(line)
      case .subject: TableContext.labelled(["ПРЕДМЕТ", "НАИМЕНОВАНИЕ ПРЕДМЕТА"], line) ?? TableContext.subject(line)
      case .teacher: TableContext.labelled(["УЧИТЕЛЬ", "ПЕДАГОГ", "ПРЕПОДАВАТЕЛЬ"], line)
      default: nil
      }
    }.first
  }

  /// `8А`, `8 «А»`, `8-а`; a letter that classes have, for «5 ч» is no class.
  private static func studyClass(_ line: String) -> String? {
    let words = line.split { $0 == " " || $0 == "," }.map { word in
      word.trimmed { !($0.isLetter || $0.isNumber) }
    }
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : ""
      for text in [word, word.allSatisfy(\.isNumber) && next.count == 1 ? "\(word)\(next)" : ""] {
        guard let name = ClassName(text), (1...11).contains(name.grade), name.letter.count == 1,
          "АБВГДЕЖЗИКЛМН".contains(name.letter), text.count <= 5
        else { continue }
        return name.key
      }
    }
    return nil
  }

  private static func year(_ line: String) -> String? {
    guard let match = line.firstMatch(of: /(20\d\d)\s*[\/–-]\s*(20)?(\d\d)/), let first = Int(match.1),
      TableMapping.schoolYear("\(first)/\(match.3)") != nil
    else { return nil }
    return "\(first)/\(first + 1)"
  }

  private static func period(_ line: String) -> String? {
    let folded = line.lowercased()
    guard let match = folded.firstMatch(of: /([1-4]|iv|i{1,3})[\s-]*(?:я|ая|й|ый|е|ое)?\s*(четверт|триместр|полугод)/)
    else { return nil }
    let number = ["i": "1", "ii": "2", "iii": "3", "iv": "4"][String(match.1)] ?? String(match.1)
    let word = ["четверт": "четверть", "полугод": "полугодие"][String(match.2)] ?? "триместр"
    return "\(number) \(word)"
  }

  private static func labelled(_ labels: [String], _ line: String) -> String? {
    guard let colon = line.firstIndex(of: ":"), labels.contains(CodeFolding.fold(line[..<colon])) else { return nil }
    let value = CodeFolding.collapse(line[line.index(after: colon)...])
    return value.isEmpty ? nil : value
  }

  /// A line that is nothing but a subject, as a sheet's name often is.
  private static func subject(_ line: String) -> String? {
    GridSigns.isSubject(line) && line.count <= 40 && !line.contains(where: \.isNumber) ? line : nil
  }
}

extension Substring {
  fileprivate func trimmed(_ isOuter: (Character) -> Bool) -> String {
    String(String(drop(while: isOuter).reversed().drop(while: isOuter)).reversed())
  }
}
