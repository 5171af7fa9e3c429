import FoundationEssentials
import Importing
import Journal

/// Text files of one folder, read as an import reads them.
struct ExportFolder {
  /// Batches in order, and all files of them.
  let batches: [JournalBatch]

  var files: [ImportedFile] { batches.flatMap(\.files) }
  var rejected: [String] { files.flatMap { ExportFolder.told($0.rejected) } }
  var notices: [String] { files.flatMap { ExportFolder.told($0.notices) } }

  /// The folder is named «выгрузка».
  init(_ texts: [(name: String, text: String)], takenAt: String? = nil, layout: String? = nil) throws {
    let scratch = FileManager.default.temporaryDirectory.path + "/zavuch-layouts-\(UUID().uuidString)"
    let folder = "\(scratch)/выгрузка"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    for (name, text) in texts { try FileBytes(text.utf8).write(to: "\(folder)/\(name)") }
    var batches: [JournalBatch] = []
    let options = ImportOptions(takenAt: takenAt.flatMap { LocalMoment($0) }, layout: layout)
    try Importer(options) { batches.append($0) }.read([folder])
    self.batches = batches
  }

  /// «лист:строка:столбец что случилось «как записано»».
  private static func told(_ problems: [ImportProblem]) -> [String] {
    problems.map { problem in
      let place = [
        problem.place.sheet, problem.place.row.map(String.init), problem.place.column.map(CellPlace.columnLetters),
      ]
      return "\(place.compactMap { $0 }.joined(separator: ":")) \(problem.problem) «\(problem.raw)»"
    }
  }
}

extension JournalBatch {
  /// «дата #номер предмет: тема / задание» of every lesson, in order.
  var lessonLines: [String] {
    lessons.map { lesson in
      let number = lesson.number.map { " #\($0)" } ?? ""
      let texts = [lesson.topic, lesson.homework].map { $0 ?? "" }.joined(separator: " / ")
      return "\(lesson.date)\(number) \(subjects[Int(lesson.subject)].name): \(texts)"
    }
  }

  /// «дата предмет ученик: отметка (как записано) вид работы», of every mark, in order.
  var markLines: [String] {
    marks.map { mark in
      let lesson = lessons[Int(mark.lesson)]
      let work = mark.work >= 0 ? " \(works[Int(mark.work)].kind)" : ""
      return "\(lesson.date) \(subjects[Int(lesson.subject)].name) \(pupils[Int(mark.pupil)].name): \(mark.value.text)"
        + (mark.raw.map { " (\($0))" } ?? "") + work
    }
  }

  var attendanceLines: [String] {
    attendance.map { record in
      let lesson = lessons[Int(record.lesson)]
      let pupil = record.pupil >= 0 ? pupils[Int(record.pupil)].name : "все"
      return "\(lesson.date) \(subjects[Int(lesson.subject)].name) \(pupil): \(record.code.rawValue)"
        + (record.raw.map { " (\($0))" } ?? "")
    }
  }

  var finalLines: [String] {
    finalMarks.map {
      "\(subjects[Int($0.subject)].name) \(pupils[Int($0.pupil)].name) \(periods[Int($0.period)].name): \($0.value.text)"
    }
  }

  /// «лист:строка» of a place.
  func told(_ place: FactPlace) -> String { "\(sheets[Int(place.sheet)].name):\(place.row)" }
}
