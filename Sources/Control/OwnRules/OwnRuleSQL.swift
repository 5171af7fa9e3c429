import JournalStore

/// The SQL of a school's own rule: pieces of the program's that it may take over, and what is wrong with it.
enum OwnRuleSQL {
  /// A piece by its name in double braces, `{{exists m}}`: its arguments stand between blanks.
  private struct Piece {
    var name: String
    var arguments: Int
    var sql: ([String]) -> String
  }

  private static func pieces(of rule: String) -> [Piece] {
    [
      Piece(name: "exists", arguments: 1) { RuleSQL.exists($0[0]) },
      Piece(name: "may-exist", arguments: 1) { RuleSQL.mayExist($0[0]) },
      Piece(name: "shown", arguments: 1) { RuleSQL.isShown($0[0]) },
      Piece(name: "first-day", arguments: 2) { RuleSQL.firstDay($0[0], $0[1]) },
      Piece(name: "day", arguments: 1) { RuleSQL.day($0[0]) },
      Piece(name: "enrolled", arguments: 2) { RuleSQL.enrolled($0[0], on: $0[1]) },
      Piece(name: "member", arguments: 2) { RuleSQL.member($0[0], on: $0[1]) },
      Piece(name: "ungraded", arguments: 2) { RuleSQL.isUngraded(subject: $0[0], studyClass: $0[1]) },
      Piece(name: "norm", arguments: 4) {
        RuleSQL.norm($0[0], of: rule, studyClass: $0[1], subject: $0[2], kind: $0[3])
      },
    ]
  }

  /// The statement with its pieces in their places.
  static func expanded(_ sql: String, of rule: String) throws(OwnRuleFault) -> String {
    let pieces = pieces(of: rule)
    var parts = sql.split(separator: "{{", omittingEmptySubsequences: false).makeIterator()
    var text = String(parts.next() ?? "")
    while let part = parts.next() {
      let halves = part.split(separator: "}}", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2 else { throw OwnRuleFault("select", "двойная скобка {{ не закрыта: нет }}") }
      let words = halves[0].split(whereSeparator: \.isWhitespace).map(String.init)
      guard let piece = pieces.first(where: { $0.name == words.first }) else {
        throw OwnRuleFault(
          "select",
          "нет вставки {{\(words.first ?? "")}}; есть: \(pieces.map(\.name).joined(separator: ", "))")
      }
      guard words.count == piece.arguments + 1 else {
        throw OwnRuleFault(
          "select", "вставке {{\(piece.name)}} нужно частей после имени: \(piece.arguments), а стоит \(words.count - 1)"
        )
      }
      text += piece.sql(Array(words.dropFirst())) + halves[1]
    }
    return text
  }

  /// What SQLite says, with the line of the statement, and how to put it right where that can be told.
  static func explanation(_ error: any Error, of sql: String) -> String {
    guard let error = error as? StoreError else { return "\(error)" }
    var text = error.message
    if let offset = error.offset {
      let before = sql.utf8.prefix(offset)
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      let rest = String(sql.utf8.dropFirst(offset).prefix { $0 != UInt8(ascii: "\n") }) ?? ""
      text += " Строка \(line) запроса, у слов «\(rest.prefix(40))»."
    }
    for units in PreparedUnits.allCases {
      guard
        let table = units.tables.first(where: {
          error.message.contains("«\($0)»") || error.message.hasSuffix("no such table: \($0).")
        })
      else {
        continue
      }
      text += " Таблицу \(table) готовит reads: [\"\(units.rawValue)\"]."
    }
    return text
  }
}
