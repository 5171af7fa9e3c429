import Archive
import CommandLineInterface
import Control
import Journal
import JournalStore
import Reporting

extension Command {
  static let sign = Command(
    name: "sign",
    summary: "подписать отчёт и положить его в архив",
    discussion: """
      Отчёт получает номер и дату, печатается заново без пометки «ПРОЕКТ» во всех форматах и кладётся в архив байт в байт \
      с контрольными суммами SHA-256 и Стрибог-256. Кто, как кто и когда подписал, записывается в журнал архива. \
      Электронную подпись программа не ставит: её ставят сертифицированным средством на файл из архива.
      """,
    arguments: [
      .one("ОТЧЁТ", help: "название отчёта (control), с датой (control-2025-10-15) или файл проекта", kind: .path)
    ],
    options: [
      .value(
        "as", "КТО", help: "в каком качестве", kind: .oneOf(SignerRole.allCases.map(\.rawValue)), required: true),
      .value("name", "ФАМИЛИЯ", help: "кто подписывает: «Фамилия И.О.»", required: true),
      .value("date", "ДАТА", help: "дата подписания", required: true),
      .value("as-of", "ДАТА", help: "контрольная дата, если её нет в названии (по умолчанию последней проверки)"),
      .value("from", "ДАТА", help: "начало периода контроля, если на одну дату проверок несколько"),
      .value("to", "ДАТА", help: "конец периода контроля, если на одну дату проверок несколько"),
      .repeated("class", "КЛАСС", help: "отчёт этого класса"),
      .repeated("teacher", "УЧИТЕЛЬ", help: "выписка этого учителя"),
      .repeated("pupil", "УЧЕНИК", help: "выписка этого ученика"),
      .value("period", "ПЕРИОД", help: "учебный период отчёта по периоду (по умолчанию последний начавшийся)"),
      .value(
        "privacy", "ПРОФИЛЬ", help: "как названы обучающиеся (по умолчанию как в шаблоне)",
        kind: .oneOf(PrivacyProfile.allCases.map(\.rawValue))),
    ],
    examples: [
      Example(
        "zavuch sign control --as deputy --name \"Смирнова Е.В.\" --date 2025-10-16", "последняя справка"),
      Example(
        "zavuch sign class-period-5А-2025-10-25 --as class-teacher --name \"Орлов П.И.\" --date 2025-10-27",
        "отчёт классного руководителя"),
    ],
    statuses: [.unverified]
  ) { invocation, console in
    let location = try StoreLocation(invocation)
    let configuration = try Configuration(invocation, location)
    let reference = try ReportReference(
      try invocation.required("ОТЧЁТ"), among: ReportLibrary.open(configuration, location).list().map(\.id))
    let stores = try location.stores()
    guard stores.count == 1, let store = stores.first else {
      throw UsageError(
        "В хранилище несколько школ, а подписывают отчёт одной.", hint: "Укажите файл школы: --store ПАПКА/ШКОЛА.sqlite"
      )
    }
    let role = try invocation.required("as", as: "deputy, director или class-teacher") { SignerRole(rawValue: $0) }
    let date = try invocation.required("date", as: "дата ГГГГ-ММ-ДД или ДД.ММ.ГГГГ") { CivilDate($0) }
    let position: String? =
      switch role {
      case .deputy: configuration.deputy.position
      case .director: configuration.director.position
      case .classTeacher: nil
      }
    let signer = Signer(role, name: try invocation.required("name"), position: position)
    let office = SigningOffice(
      maker: try ReportMaker(store: store, configuration: configuration, location),
      archive: SchoolArchive(location, configuration), log: ReportLog(location), stores: stores, console: console)
    let request = try request(reference, ReportOrder(invocation, configuration), office.maker)
    let asOf = request.check?.asOf ?? request.order.asOf ?? date
    guard date >= asOf else {
      throw UsageError(
        "Дата подписания \(date.russian) раньше контрольной даты отчёта \(asOf.russian).",
        hint: "Укажите --date не раньше контрольной даты.")
    }
    try refuse(date, tooFarAfter: asOf, today: Today.date(timeZone: configuration.timeZone))
    let registration = try office.sign(request, by: signer, on: date)
    let first = try office.archive.first(under: registration).flatMap { CivilDate($0.signedOn) }
    console.print(
      "Подписано: № \(registration.number) от \((first ?? date).russian), "
        + "\(first == nil ? "" : "следующая подпись \(date.russian): ")\(signer.position) \(signer.name)")
    if let doubt = try office.doubt(on: registration, of: request) { console.message(doubt) }
    if let earlier = try office.archive.earlier(than: registration, asOf: asOf, in: store) {
      console.message(
        """
        Отчёт на \(asOf.russian) уже подписан под № \(earlier.number) от \(earlier.signedOn.russian). С тех пор \
        изменились данные, настройки или программа, поэтому у этого свой номер; прежний остаётся в архиве.
        """)
    }
    for file in registration.files { console.print("\(office.archive.folder)/\(registration.folder)/\(file.name)") }
    console.print("Голова журнала архива (запишите её на бумагу): \(registration.head.paperText)")
    return .done
  }

  /// The report that is meant, and what it rests on: a registered check, or the evening that a period is looked at from.
  private static func request(
    _ reference: ReportReference, _ order: ReportOrder, _ maker: ReportMaker
  ) throws -> SigningOffice.Request {
    let template = try maker.template(reference.name)
    var order = order
    order.asOf = reference.asOf ?? order.asOf
    var reference = reference
    if template.basis == .period { reference.readPeriod(among: try periods(maker.store)) }
    try fill(&order, from: reference)
    let kind = template.addresseeKind ?? (template.basis == .period ? .studyClass : nil)
    if let whom = reference.whom {
      switch kind {
      case .studyClass: order.classes = [whom]
      case .teacher: order.teachers = [whom]
      case .pupil: order.pupils = [whom]
      case nil:
        throw UsageError(
          "Отчёт «\(reference.name)-\(whom)-\((order.asOf ?? order.today).description)» составлен с отбором по классу или учителю, такой не подписывают.",
          hint:
            "Подписывают отчёт по всей школе, например \(reference.name)-\((order.asOf ?? order.today).description).")
      }
    }
    guard template.basis == .period else {
      let check = try CheckRegistration.find(maker.store, asOf: order.asOf, from: order.from, to: order.to)
      return SigningOffice.Request(template: template, order: order, check: check)
    }
    guard order.asOf != nil else {
      throw UsageError(
        "Отчёт \(template.id) составляется по журналу на контрольную дату, а она не названа.",
        hint: "Укажите ту же, что у проекта: --as-of ДАТА, или назовите его файл: \(template.id)-ДАТА.")
    }
    return SigningOffice.Request(template: template, order: order, check: nil)
  }

  /// What the file's name says and the options do not; they must not differ.
  private static func fill(_ order: inout ReportOrder, from reference: ReportReference) throws {
    if let named = reference.privacy {
      guard order.privacy ?? named == named else {
        throw UsageError(
          "Имена обучающихся в названном файле — \(named.rawValue), а --privacy говорит другое.",
          hint: "Уберите --privacy или назовите другой файл.")
      }
      order.privacy = named
    }
    if let named = reference.period {
      let kind = PeriodKind(label: named)
      guard order.period.map({ PeriodKind.isMeant(by: $0, kind: kind, name: named) }) ?? true else {
        throw UsageError(
          "Названный файл составлен за период «\(named)», а --period говорит другое.",
          hint: "Уберите --period или назовите другой файл.")
      }
      order.period = named
    }
  }

  /// The names of all periods; a year that no source names is analysed too.
  private static func periods(_ store: JournalStore) throws -> [String] {
    let query = try store.database.prepare("SELECT DISTINCT name FROM period ORDER BY name")
    var names: [String] = []
    while try query.step() { names.append(query.text(0)) }
    return names + ["Год"]
  }

  /// A slip of the pen in the year would stand in the archive for ever. The clock alone refuses nothing: it may be wrong.
  private static func refuse(_ date: CivilDate, tooFarAfter asOf: CivilDate, today: CivilDate) throws {
    let last = max(asOf.advanced(by: 7), today.advanced(by: 3))
    guard date > last else { return }
    throw UsageError(
      "Дата подписания \(date.russian) ещё не наступила: сегодня \(today.russian).",
      hint: "Проверьте --date. Самая поздняя дата, которую можно поставить сегодня, — \(last.russian).")
  }
}
