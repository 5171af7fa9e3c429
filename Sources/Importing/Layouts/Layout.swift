import Journal

/// The layout of one kind of export: knows its files by their content and turns their cells into facts. A layout knows no
/// bytes; a container knows no schools.
struct Layout: Sendable {
  /// Stable id of CONTROL 4, as `--layout` takes it.
  let id: String
  /// As a person names it: «журналы класса Дневник.ру».
  let title: String
  let recognise: @Sendable (OpenedFile) -> Certainty
  /// What a file that no layout recognised lacks to be one of these; nil where it is not near.
  var nearMiss: @Sendable (OpenedFile) -> ImportProblem? = { _ in nil }
  /// Whether the file is a part of an export that the files of its folder make together; else it is an export of its own.
  var isPart: @Sendable (OpenedFile) -> Bool = { _ in false }
  /// Reads one export into a batch whose `files` are the given ones, in their order. Takes the files away from the caller, so
  /// that nobody holds their bytes longer than needed. Throws `ImportProblem` where nothing of it can go in.
  let read: @Sendable (inout [OpenedFile], ImportOptions) throws -> JournalBatch
}
