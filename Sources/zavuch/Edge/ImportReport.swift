import CommandLineInterface
import Importing
import Journal
import JournalStore

/// The import report: a line of JSON a file with the keys of CONTROL 4, or sentences for people.
enum ImportReport {
  static func json(
    _ file: ImportedFile, _ change: ChangeCounts, _ listed: [FactChange], _ identities: [IdentityOutcome]
  ) -> JSONText {
    let counts = file.counts
    return [
      "file": .string(file.path), "layout": JSONText(file.layout),
      "school": file.schools.count == 1 && !file.schools[0].isEmpty ? .string(file.schools[0]) : .null,
      "takenAt": JSONText(file.takenAt?.description), "sheets": .integer(file.sheetCount),
      "classes": .array(file.classes.map(JSONText.string)), "lessons": .integer(counts.lessons),
      "pupils": .integer(counts.pupils), "marks": .integer(counts.marks), "absences": .integer(counts.absences),
      "finalMarks": .integer(counts.finalMarks), "exempt": .integer(counts.exempt), "topics": .integer(counts.topics),
      "homework": .integer(counts.homework), "logins": .integer(counts.logins),
      "accounts": accounts(counts),
      "rejected": .array(file.rejected.map(json)), "new": .integer(change.new), "changed": .integer(change.changed),
      "vanished": .integer(change.vanished), "changes": .array(listed.map(json)),
      "joined": .integer(identities.map(\.joined.count).reduce(0, +)),
      "joinedNames": .array(identities.flatMap(\.joined).map(json)),
      "ambiguous": .array(identities.flatMap(\.ambiguous).map(json)),
      "unusedAliases": .array(identities.flatMap(\.unusedAliases).map(JSONText.string)),
      "notices": .array(file.notices.map(json)),
    ]
  }

  /// Null for a file that names no accounts.
  private static func accounts(_ counts: FactCounts) -> JSONText {
    let accounts = [
      ("pupils", counts.pupilAccounts), ("parents", counts.parentAccounts), ("teachers", counts.teacherAccounts),
    ]
    guard accounts.contains(where: { $0.1.all > 0 }) else { return .null }
    return .object(accounts.map { ($0, ["all": .integer($1.all), "loggedIn": .integer($1.loggedIn)]) })
  }

  private static func json(_ problem: ImportProblem) -> JSONText {
    [
      "sheet": JSONText(problem.place.sheet), "row": JSONText(problem.place.row),
      "column": JSONText(problem.place.column.map(CellPlace.columnLetters)), "raw": .string(problem.raw),
      "problem": .string(problem.problem), "hint": .string(problem.hint),
    ]
  }

  /// How many problems of one file are told one by one; the JSON has them all.
  private static let toldProblems = 20

  static func tell(_ file: ImportedFile, _ change: ChangeCounts, _ listed: [FactChange], on console: Console) {
    guard file.layout != nil else {
      console.print("✗ \(file.path): не принят")
      for problem in file.rejected { console.report(diagnostic(problem, file)) }
      return
    }
    let moment = file.takenAt.map { ", выгрузка на \($0.russian)" } ?? ""
    let kind = file.layout.flatMap { Importer.title(ofLayout: $0) }.map { " — \($0)" } ?? ""
    let isSame = change == ChangeCounts() && file.rejected.isEmpty
    // Of lists of classes or pupils nothing is followed: the first such list would be told as bringing nothing.
    let nothingNew = isSame && file.counts.areFollowed ? ", нового нет" : ""
    console.print(
      "✓ \(file.path)\(kind): \(found(file.counts, classes: file.classes.count))\(moment)\(nothingNew)", wrappedUnder: 2
    )
    if !isSame {
      console.print(
        "  новых \(change.new), изменено \(change.changed), исчезло \(change.vanished), "
          + "отклонено \(file.rejected.count)", wrappedUnder: 2)
    }
    tell(listed, on: console)
    for problem in file.notices { console.report(diagnostic(problem, file)) }
    for problem in file.rejected.prefix(toldProblems) { console.report(diagnostic(problem, file)) }
    if file.rejected.count > toldProblems {
      console.message("  … и ещё отклонено: \(file.rejected.count - toldProblems); полный список — с параметром --json")
    }
  }

  static func found(_ counts: FactCounts, classes: Int = 0) -> String {
    let accounts = [
      ("учеников", counts.pupilAccounts), ("родителей", counts.parentAccounts), ("учителей", counts.teacherAccounts),
    ].filter { $0.1.all > 0 }.map { "\($0) \($1.all) (входили \($1.loggedIn))" }
    let parts =
      [
        ("классов", classes), ("уроков", counts.lessons), ("учеников", accounts.isEmpty ? counts.pupils : 0),
        ("отметок", counts.marks), ("пропусков", counts.absences), ("итоговых", counts.finalMarks),
        ("освобождений", counts.exempt), ("тем", counts.topics), ("домашних заданий", counts.homework),
        ("входов", accounts.isEmpty ? counts.logins : 0),
      ].filter { $0.1 > 0 }.map { "\($0) \($1)" }
      + (accounts.isEmpty ? [] : ["учётных записей: \(accounts.joined(separator: ", "))"])
    return parts.isEmpty ? "принят" : parts.joined(separator: ", ")
  }

  private static func diagnostic(_ problem: ImportProblem, _ file: ImportedFile) -> Diagnostic {
    var place = file.path
    if let sheet = problem.place.sheet { place += ", лист «\(sheet)»" }
    if let row = problem.place.row { place += ", строка \(row)" }
    if let column = problem.place.column { place += ", столбец \(CellPlace.columnLetters(column))" }
    return Diagnostic(
      place: place, problem: problem.problem, excerpt: problem.raw.isEmpty ? nil : problem.raw, hint: problem.hint)
  }
}
