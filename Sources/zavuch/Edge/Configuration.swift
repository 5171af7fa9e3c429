import CommandLineInterface
import Control
import FoundationEssentials
import Importing

/// The school's settings (`zavuch.json5`): who signs, what stands in the head of documents, where files lie. A wrong key
/// or type is refused with its line and column; a missing file means the defaults.
struct Configuration {
  struct Person {
    var position: String
    var name: String?
  }

  /// The organisation's full name for the head of documents; the store's own name of the school if not given.
  var organisation: String?
  var place = ""
  var director = Person(position: "Директор")
  var deputy = Person(position: "Заместитель директора по УВР")
  /// The school's time zone, for «today»: `Asia/Vladivostok`; the machine's if not given.
  var timeZone: String?
  /// Folders beside the store.
  var inbox = "Входящие"
  var reports = "Отчёты"
  var archive = "Архив"
  var formats = ["pdf", "html", "xlsx", "ods"]
  /// What `run` makes after a check.
  var runReports = ["control", "class-remarks", "teacher-remarks", DashboardMaker.name]
  /// A folder of the school's own templates, which go before the built-in ones.
  var templates: String?
  /// The folder of the school's own rules; nil where there is none.
  var ownRules: OwnRuleFolder?
  /// Tables of other kinds, as the school describes them.
  var mappings: [TableMapping] = []
  /// Norms, rules switched, the calendar, subjects, pupils and papers.
  var control = ControlSettings()
  /// What the school counts its own way in the analysis of a period.
  var analysis = AnalysisNorms()
  var rating = RatingWeights()

  static let keys = [
    "organisation", "place", "director", "deputy", "timeZone", "inbox", "reports", "archive", "templates",
    "rulesFolder",
    "formats", "runReports", "mappings", "rules", "norms", "periods", "holidays", "shiftedDays", "subjects",
    "exemptions",
    "documents", "analysis", "rating",
  ]

  /// `location` is where folders are looked for.
  static func read(_ path: String, isRequired: Bool, _ location: StoreLocation) throws -> Configuration {
    guard let data = FileManager.default.contents(atPath: path) else {
      guard isRequired else {
        var configuration = Configuration()
        configuration.ownRules = OwnRuleFolder(beside: location)
        return configuration
      }
      throw UsageError("Файла настроек «\(path)» нет или он не читается.", hint: "Проверьте параметр --config.")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw UsageError("Файл настроек «\(path)» не в кодировке UTF-8.", hint: "Сохраните его в UTF-8.")
    }
    do throws(JSON5Error) {
      var configuration = Configuration()
      try configuration.take(try JSON5Reader.read(text), location)
      return configuration
    } catch {
      throw UsageError(
        "\(path), строка \(error.place.line), столбец \(error.place.column): \(error.problem).",
        hint: "Исправьте файл настроек и повторите команду.")
    }
  }

  private mutating func take(_ root: JSON5Value, _ location: StoreLocation) throws(JSON5Error) {
    let members = try root.members()
    // Before the settings that name rules, wherever it stands.
    ownRules =
      if let folder = members.first(where: { $0.key == "rulesFolder" })?.value {
        try OwnRuleFolder(folder, location)
      } else {
        OwnRuleFolder(beside: location)
      }
    // Before the reports that a template of the school's may make, wherever it stands.
    if let folder = members.first(where: { $0.key == "templates" })?.value { templates = try folder.string() }
    for member in members {
      switch member.key {
      case "organisation": organisation = try member.value.string()
      case "place": place = try member.value.string()
      case "director": director = try person(member.value, director)
      case "deputy": deputy = try person(member.value, deputy)
      case "timeZone": timeZone = try zone(member.value)
      case "inbox": inbox = try member.value.string()
      case "reports": reports = try member.value.string()
      case "archive": archive = try member.value.string()
      case "templates", "rulesFolder": break
      case "formats": formats = try readFormats(member.value)
      case "runReports": runReports = try readReports(member.value, location)
      case "mappings": mappings = try Configuration.mappings(member.value)
      case "rules": control.rules = try rules(member.value)
      case "norms": control.norms = try norms(member.value)
      case "periods": control.periods = try Configuration.periods(member.value)
      case "holidays": control.holidays = try Configuration.holidays(member.value)
      case "shiftedDays": control.shiftedDays = try Configuration.shiftedDays(member.value)
      case "subjects": control.subjects = try Configuration.subjects(member.value)
      case "exemptions": control.regimes = try Configuration.exemptions(member.value)
      case "documents": control.documents = try Configuration.documents(member.value)
      case "analysis": analysis = try Configuration.analysis(member.value)
      case "rating": rating = try Configuration.rating(member.value)
      default: throw member.unknown(among: Configuration.keys)
      }
    }
  }

  private func person(_ value: JSON5Value, _ known: Person) throws(JSON5Error) -> Person {
    var person = known
    for member in try value.members() {
      switch member.key {
      case "position": person.position = try member.value.string()
      case "name": person.name = try member.value.string()
      default: throw member.unknown(among: ["position", "name"])
      }
    }
    return person
  }

  /// An unknown zone would count as UTC without a word.
  private func zone(_ value: JSON5Value) throws(JSON5Error) -> String {
    let name = try value.string()
    guard TimeZoneName.isKnown(name) else {
      throw JSON5Error(
        "неизвестный часовой пояс «\(name)»; нужно имя вида Europe/Moscow, Asia/Yekaterinburg или UTC", at: value.place)
    }
    return name
  }

  /// Their templates are the program's, or lie in the school's folder.
  private func readReports(_ value: JSON5Value, _ location: StoreLocation) throws(JSON5Error) -> [String] {
    let folder = ReportLibrary.folder(self, location)
    var reports: [String] = []
    for element in try value.elements() {
      let name = try element.string()
      let isOwn = ReportFiles.exists("\(folder)/\(name).xml")
      reports.append(isOwn ? name : try element.word("отчёта", among: ReportLibrary.builtIn + [DashboardMaker.name]))
    }
    guard !reports.isEmpty else {
      throw JSON5Error("ни одного отчёта; назовите хотя бы control", at: value.place)
    }
    return reports
  }

  private func readFormats(_ value: JSON5Value) throws(JSON5Error) -> [String] {
    var formats: [String] = []
    for element in try value.elements() {
      let format = try element.string()
      guard ReportFormat(rawValue: format) != nil else {
        throw JSON5Error(
          "неизвестный формат «\(format)»; допустимы: \(ReportFormat.allNames)", at: element.place)
      }
      formats.append(format)
    }
    return formats
  }
}
