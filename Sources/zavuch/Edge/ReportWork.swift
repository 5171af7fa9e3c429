import CommandLineInterface
import Control
import Journal
import JournalStore
import Reporting

/// Makes the documents of one order, report by report; what several of them rest on is worked out once.
struct ReportWork {
  let maker: ReportMaker
  let order: ReportOrder
  let console: Console
  private var check: CheckResult?
  private var analyses: [PeriodAnalysis]?
  /// Nil where nobody wants a workbook.
  private let evidence: EvidenceMaker?

  /// A report that can be made for each of its addressees is made for each of them apart.
  var isSplit = false
  /// Of what is signed; nil makes drafts.
  var signature: ReportMaker.Signature?
  /// What a report by a check tells, where nothing is to be judged anew.
  var registered: RegisteredCheck?

  struct Delivery {
    var document: ReportDocument
    var asOf: CivilDate
    /// For whom it is, in words for the file's name; empty for the whole school.
    var whom: [String]
    /// The days that it tells, with the period's name where it has one.
    var window: String
    /// The period that was asked for, in the journal's words; nil where none was.
    var period: String?

    /// What the file's name says besides report and date.
    func suffixes(_ privacy: PrivacyProfile?) -> [String] {
      whom + [period.map(ReportReference.word), privacy?.rawValue].compactMap { $0 }
    }
  }

  typealias Taking = (Delivery) throws -> Void

  private var store: JournalStore { maker.store }

  init(maker: ReportMaker, order: ReportOrder, formats: [ReportFormat], console: Console) {
    self.maker = maker
    evidence = formats.contains { $0 == .xlsx || $0 == .ods } ? EvidenceMaker(maker: maker) : nil
    self.order = order
    self.console = console
  }

  mutating func make(_ template: ReportTemplate, _ deliver: Taking) throws {
    switch template.basis {
    case .check where registered == nil: try makeOfCheck(template, deliver)
    case .check, .registered:
      let check = try registered ?? CheckRegistration.find(store, asOf: order.asOf, from: order.from, to: order.to)
      try makeOfRegistered(template, check, order.check(store, isNarrowed: false), deliver)
    case .period: try makeOfPeriod(template, deliver)
    }
  }

  /// A filtered check is not registered: its report tells what it was narrowed to.
  private mutating func makeOfCheck(_ template: ReportTemplate, _ deliver: Taking) throws {
    let request = try order.check(store, isNarrowed: !template.hasAddressees)
    let result = try check ?? Control.check(store, request)
    if check == nil { try CheckRegistration.warn(store, result, rules: request.book, console) }
    check = result.scope == nil ? result : nil
    try show(result, request) { check, scope, whom in
      guard let scope else { return try makeOfRegistered(template, check, request, deliver) }
      let subject = ReportMaker.Subject(basis: .check(check.id), scope: scope, privacy: order.privacy)
      try handOver(template, subject, check, request, whom, to: deliver)
    }
  }

  private func handOver(
    _ template: ReportTemplate, _ subject: ReportMaker.Subject, _ check: RegisteredCheck, _ request: CheckRequest,
    _ whom: [String], to deliver: Taking
  ) throws {
    var document = try maker.document(template, of: subject, signature)
    document.evidence = try evidence?.table(template, subject, of: check, request)
    try deliver(
      Delivery(
        document: document, asOf: check.asOf, whom: whom,
        window: "\(check.from.russian)–\(check.to.russian)"))
  }

  /// The page of the check, its as-of date, and for whom it is.
  mutating func makeDashboard(_ deliver: ([UInt8], CivilDate, [String]) throws -> Void) throws {
    guard order.pupils.isEmpty, order.period == nil else {
      throw UsageError(
        "Панель проверки отбирается по --class и --teacher, ученики и учебные периоды в ней не выбираются.",
        hint: "Уберите --pupil и --period.")
    }
    let request = try order.check(store, isNarrowed: true)
    let result = try check ?? Control.check(store, request)
    if check == nil { try CheckRegistration.warn(store, result, rules: request.book, console) }
    check = result.scope == nil ? result : nil
    try show(result, request) { check, scope, whom in
      let subject = ReportMaker.Subject(basis: .check(check.id), scope: scope, privacy: order.privacy)
      try deliver(try DashboardMaker(maker: maker).page(of: check, request, subject), check.asOf, whom)
    }
  }

  /// Hands over the check registered, or in the form of a registered one what it was narrowed to.
  private func show(
    _ result: CheckResult, _ request: CheckRequest, _ body: (RegisteredCheck, CheckScope?, [String]) throws -> Void
  ) throws {
    guard let scope = result.scope else {
      return try body(CheckRegistration.ofReport(store, result, today: order.today, console), nil, [])
    }
    let whom = Self.whom(scope.classes, request.classes) + Self.whom(scope.teachers, request.teachers)
    try Control.withUnregistered(store, result, digest: CheckRegistration.digest) { try body($0, scope, whom) }
  }

  /// `request` made the check.
  private func makeOfRegistered(
    _ template: ReportTemplate, _ check: RegisteredCheck, _ request: CheckRequest, _ deliver: Taking
  ) throws {
    if template.needsRatings {
      try Control.fillRatingTables(store, check: check.id, weights: order.configuration.rating)
    }
    defer { try? RatingTables.drop(in: store.database) }
    let subject = ReportMaker.Subject(basis: .check(check.id), privacy: order.privacy)
    func take(_ subject: ReportMaker.Subject, _ whom: [String]) throws {
      try handOver(template, subject, check, request, whom, to: deliver)
    }
    if isSplit, template.hasAddressees { return try split(template, subject, take) }
    guard template.hasAddressees, !order.people.isEmpty else {
      guard order.people.isEmpty || template.basis == .check && registered == nil else {
        throw UsageError(
          "Отчёт \(template.id) составляется по всей школе.", hint: "Уберите --class и --teacher.")
      }
      return try take(subject, [])
    }
    for person in try chosen(order.people, among: maker.addressees(template, of: subject) ?? [], template) {
      var subject = subject
      subject.addressee = person
      try take(subject, [person])
    }
  }

  private mutating func makeOfPeriod(_ template: ReportTemplate, _ deliver: Taking) throws {
    guard order.teachers.isEmpty, order.from == nil, order.to == nil else {
      throw UsageError(
        "Отчёт \(template.id) составляется по учебному периоду.",
        hint: "Вместо --teacher, --from и --to укажите --class и --period, например --period '1 четверть'.")
    }
    let request = order.analysis()
    let analyses = try Control.fillPeriodTables(store, request)
    defer { try? PeriodTables.drop(in: store.database) }
    let whom = order.classes.isEmpty ? [] : analyses.map(\.studyClass.name)
    let window = Self.window(analyses)
    let period = order.period.map { Self.name(analyses) ?? $0 }
    func take(_ subject: ReportMaker.Subject, _ whom: [String]) throws {
      let document = try maker.document(template, of: subject, signature)
      try deliver(Delivery(document: document, asOf: request.asOf, whom: whom, window: window, period: period))
    }
    var subject = ReportMaker.Subject(basis: .period(asOf: request.asOf), period: period, privacy: order.privacy)
    guard order.pupils.isEmpty else {
      guard template.hasAddressees else {
        throw UsageError(
          "Отчёт \(template.id) составляется по классам.", hint: "Уберите --pupil или укажите --class.")
      }
      for person in try chosen(order.pupils, among: maker.addressees(template, of: subject) ?? [], template) {
        subject.addressee = person
        try take(subject, [person])
      }
      return
    }
    if isSplit, template.hasAddressees { return try split(template, subject, take) }
    try take(subject, whom)
  }

  /// «1 четверть, 01.09.2025–26.10.2025»; without a name where the classes' periods are several.
  private static func window(_ analyses: [PeriodAnalysis]) -> String {
    let periods = analyses.map(\.period)
    guard let from = periods.map(\.from).min(), let to = periods.map(\.to).max() else { return "" }
    return "\(name(analyses).map { "\($0), " } ?? "")\(from.russian)–\(to.russian)"
  }

  /// Of the period; nil where the classes' periods are several.
  private static func name(_ analyses: [PeriodAnalysis]) -> String? {
    guard let name = analyses.first?.period.name, analyses.allSatisfy({ $0.period.name == name }) else { return nil }
    return name
  }

  private func split(
    _ template: ReportTemplate, _ subject: ReportMaker.Subject,
    _ take: (ReportMaker.Subject, [String]) throws -> Void
  ) throws {
    for person in try maker.addressees(template, of: subject) ?? [] {
      var subject = subject
      subject.addressee = person
      try take(subject, [person])
    }
  }

  /// The addressees that a person means: by name, or by its first words.
  private func chosen(
    _ words: [String], among names: [String], _ template: ReportTemplate
  ) throws -> [String] {
    var chosen: Set<String> = []
    for word in words {
      let meant = names.filter { name in
        CodeFolding.fold(name) == CodeFolding.fold(word) || StoreLocation.fileName(name) == word
          || Self.words(name).starts(with: Self.words(word))
      }
      guard !meant.isEmpty else {
        throw UsageError(
          "В отчёте \(template.id) нет «\(word)».",
          hint: names.isEmpty ? "Он пуст: писать некому." : "Есть: \(names.joined(separator: ", ")).")
      }
      chosen.formUnion(meant)
    }
    return names.filter(chosen.contains)
  }

  private static func words(_ name: String) -> [String] {
    name.split { $0 == " " || $0 == "," }.map { CodeFolding.fold(String($0)) }
  }

  /// Names for the file's: the school's own where each word found one thing, else the words as given, which are fewer.
  private static func whom(_ found: [UnitPlace.Item]?, _ given: [String]?) -> [String] {
    guard let found, let given else { return [] }
    // Rows of several sources that are one have one name.
    var names: [String] = []
    for item in found where !names.contains(item.name) { names.append(item.name) }
    return names.count <= given.count ? names : given
  }
}
