import CommandLineInterface
import Control

/// The options of `history` as a request.
enum HistoryOptions {
  static func request(_ invocation: Invocation) throws -> HistoryRequest {
    let day = try CheckOptions.date("date", invocation)
    let (from, to) = (try CheckOptions.date("from", invocation), try CheckOptions.date("to", invocation))
    guard day == nil || (from == nil && to == nil) else {
      throw UsageError("--date называет один день, а --from и --to — несколько.", hint: "Оставьте что-нибудь одно.")
    }
    if let from, let to, to < from {
      throw UsageError("Конец \(to.russian) раньше начала \(from.russian).", hint: "Проверьте --from и --to.")
    }
    return HistoryRequest(
      lesson: try invocation.value("lesson"), studyClass: try invocation.value("class"),
      subject: try invocation.value("subject"), pupil: try invocation.value("pupil"),
      teacher: try invocation.value("teacher"), from: day ?? from, to: day ?? to,
      onlyChanges: try invocation.flag("changes"))
  }
}
