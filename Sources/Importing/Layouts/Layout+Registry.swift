import Journal

extension Layout {
  /// All layouts but the school's own; where none takes a file, the first that comes near tells why.
  static let all: [Layout] = [
    .interchange, .dnevnikJournal, .dnevnikPlanning, .dnevnikActivity, .studentReport, .netSchoolReport,
    .netSchoolGrades, .studentTable, .dnevnikAPI, .netSchoolDiary, .eljur, .mesh, .petersburg, .oneRoster,
  ]

  /// With the school's own tables, if it has any.
  static func all(_ options: ImportOptions) -> [Layout] {
    options.mappings.isEmpty ? all : all + [.mapped(options.mappings)]
  }

  /// The layout that knows the file most surely; with `--layout` only that one is asked. Throws `ImportProblem` where
  /// none does, and where two do alike.
  static func of(_ file: OpenedFile, _ options: ImportOptions) throws -> Layout {
    let all = all(options)
    if let id = options.layout {
      if id == MappedLayout.id, options.mappings.isEmpty {
        throw ImportProblem(
          "в настройках не описано ни одной таблицы",
          hint: "Опишите её в файле настроек, в mappings: zavuch import --describe ФАЙЛ.")
      }
      guard let only = all.first(where: { $0.id == id }), only.recognise(file) > .none else {
        if id == MappedLayout.id, let near = MappedLayout.nearMiss(file, options.mappings) { throw near }
        throw ImportProblem(
          "не похоже на выгрузку вида \(id), который назван в --layout",
          hint: "Уберите --layout: вид узнаётся по содержанию файла.")
      }
      return only
    }
    let certainties = all.map { $0.recognise(file) }
    let best = certainties.max() ?? .none
    let fitting = zip(all, certainties).filter { $0.1 == best }.map(\.0)
    guard best > .none, let layout = fitting.first else {
      throw all.lazy.compactMap { $0.nearMiss(file) }.first ?? file.unknown
    }
    guard fitting.count == 1 else {
      let names = fitting.map { "\($0.title) (\($0.id))" }.joined(separator: ", ")
      throw ImportProblem(
        "подходит к нескольким видам выгрузок: \(names)",
        hint: "Укажите вид: --layout \(fitting.map(\.id).joined(separator: " или --layout ")).")
    }
    return layout
  }
}
