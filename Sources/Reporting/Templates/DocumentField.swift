/// Values of the document itself, named `document.…` in templates; the caller gives them.
enum DocumentField: String, CaseIterable, Sendable {
  case organisation, place, number, date, scope
  case deputyPosition = "deputy-position"
  case deputyName = "deputy-name"
  case directorPosition = "director-position"
  case directorName = "director-name"
  case programVersion = "program-version"

  /// The first part of the names.
  static let prefix = "document"

  var kind: ReportQuery.Kind { self == .date ? .date : .text }

  /// For the people who write templates.
  var meaning: String {
    switch self {
    case .organisation: "полное наименование организации"
    case .place: "место составления"
    case .number: "номер документа; пусто, пока не подписан"
    case .date: "дата документа; пусто, пока не подписан"
    case .scope: "отбор: «класс 5А», «учитель Иванова А.С.»; пусто, если проверка охватывает всю школу"
    case .deputyPosition: "должность заместителя директора"
    case .deputyName: "его инициалы и фамилия; может быть пусто"
    case .directorPosition: "должность директора"
    case .directorName: "его инициалы и фамилия; может быть пусто"
    case .programVersion: "версия программы"
    }
  }

  func value(in context: ReportContext) -> Value {
    switch self {
    case .organisation: .text(context.organisation)
    case .place: .text(context.place)
    case .number: context.number.map(Value.text) ?? .empty
    case .date: context.date.map(Value.date) ?? .empty
    case .scope: context.scope.map(Value.text) ?? .empty
    case .deputyPosition: .text(context.deputy.position)
    case .deputyName: context.deputy.name.map(Value.text) ?? .empty
    case .directorPosition: .text(context.director.position)
    case .directorName: context.director.name.map(Value.text) ?? .empty
    case .programVersion: .text(context.programVersion)
    }
  }
}
