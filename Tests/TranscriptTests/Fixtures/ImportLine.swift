import Foundation
import Testing

/// A line of `import --json` (CONTROL 4).
struct ImportLine: Decodable, Equatable {
  struct Rejected: Decodable, Equatable {
    var sheet: String?
    var row: Int?
    var column: String?
    var raw: String
    var problem: String
    var hint: String
  }

  struct Accounts: Decodable, Equatable {
    struct Count: Decodable, Equatable {
      var all: Int
      var loggedIn: Int
    }

    var pupils: Count
    var parents: Count
    var teachers: Count
  }

  var file: String
  var layout: String?
  var school: String?
  var takenAt: String?
  var sheets: Int
  var classes: [String]
  var lessons: Int
  var pupils: Int
  var marks: Int
  var absences: Int
  var finalMarks: Int
  var exempt: Int
  var topics: Int
  var homework: Int
  var logins: Int
  var accounts: Accounts?
  var rejected: [Rejected]
  var new: Int
  var changed: Int
  var vanished: Int
}

extension Scratch {
  /// Imports without a fault and gives what is told of every file.
  func imported(
    _ arguments: String..., status: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [ImportLine] {
    let outcome = try Zavuch.run(["import"] + arguments + ["--json"], in: folder)
    #expect(outcome.status == status, "\(outcome)", sourceLocation: sourceLocation)
    return try outcome.output.split(separator: "\n").map {
      try JSONDecoder().decode(ImportLine.self, from: Data($0.utf8))
    }
  }
}
