import Archive
import CommandLineInterface
import Control
import Journal

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
      .value("from", "ДАТА", help: "начало периода контроля, если на одну дату проверок несколько"),
      .value("to", "ДАТА", help: "конец периода контроля, если на одну дату проверок несколько"),
    ],
    examples: [
      Example(
        "zavuch sign control --as deputy --name \"Смирнова Е.В.\" --date 2025-10-16", "последняя справка")
    ],
    statuses: [.unverified]
  ) { invocation, console in
    let location = try StoreLocation(invocation)
    let configuration = try Configuration(invocation, location)
    let (name, asOf) = try ReportReference.read(
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
      archive: SchoolArchive(location, configuration), stores: stores)
    let check = try CheckRegistration.find(
      store, asOf: asOf, from: try CheckOptions.date("from", invocation), to: try CheckOptions.date("to", invocation))
    guard date >= check.asOf else {
      throw UsageError(
        "Дата подписания \(date.russian) раньше контрольной даты отчёта \(check.asOf.russian).",
        hint: "Укажите --date не раньше контрольной даты.")
    }
    try refuse(date, tooFarAfter: check.asOf, today: Today.date(timeZone: configuration.timeZone))
    let registration = try office.sign(name, of: check, by: signer, on: date)
    console.print("Подписано: № \(registration.number) от \(date.russian), \(signer.position) \(signer.name)")
    if let earlier = try office.archive.earlier(than: registration, asOf: check.asOf, in: store) {
      console.message(
        """
        Отчёт на \(check.asOf.russian) уже подписан под № \(earlier.number) от \(earlier.signedOn.russian). С тех пор \
        изменились данные, настройки или программа, поэтому у этого свой номер; прежний остаётся в архиве.
        """)
    }
    for file in registration.files { console.print("\(office.archive.folder)/\(registration.folder)/\(file.name)") }
    console.print("Голова журнала архива (запишите её на бумагу): \(registration.head.paperText)")
    return .done
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
