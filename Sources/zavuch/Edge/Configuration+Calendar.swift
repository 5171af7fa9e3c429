import CommandLineInterface
import Control
import Journal

extension Configuration {
  /// `periods`: the days of quarters, trimesters, half-years and the year.
  static func periods(_ value: JSON5Value) throws(JSON5Error) -> [PeriodSetting] {
    var settings: [(setting: PeriodSetting, place: JSON5Place)] = []
    for element in try value.elements() {
      let setting = try period(element)
      if let other = settings.first(where: { $0.setting.contradicts(setting) }) {
        throw JSON5Error(
          "дни \(setting.days.russian) пересекаются с \(other.setting.days.russian) из строки \(other.place.line), а классы те же",
          at: element.place)
      }
      settings.append((setting, element.place))
    }
    return settings.map(\.setting)
  }

  private static func period(_ element: JSON5Value) throws(JSON5Error) -> PeriodSetting {
    var (name, scope, days): ((kind: PeriodKind, ordinal: Int?)?, SettingScope, DayBounds) = (
      nil, SettingScope(), DayBounds()
    )
    for member in try element.members() {
      switch member.key {
      case "name": name = try periodName(member.value)
      case "subjects", "kinds": throw member.unknown(among: ["name", "from", "to", "classes", "grades"])
      default:
        if try days.take(member) { continue }
        guard try scope.take(member) else {
          throw member.unknown(among: ["name", "from", "to", "classes", "grades"])
        }
      }
    }
    guard let name, let from = days.from, let to = days.to else {
      throw JSON5Error("у периода нужны name («1 четверть»), from и to (первый и последний день)", at: element.place)
    }
    guard from.schoolYear == to.schoolYear else {
      throw JSON5Error(
        "период \(from.russian)–\(to.russian) лежит в двух учебных годах; учебный год начинается 1 сентября",
        at: element.place)
    }
    return PeriodSetting(kind: name.kind, ordinal: name.ordinal, days: DaySpan(from: from, to: to), scope: scope)
  }

  private static func periodName(_ value: JSON5Value) throws(JSON5Error) -> (kind: PeriodKind, ordinal: Int?) {
    let text = try value.string()
    let ordinal = PeriodKind.ordinal(label: text)
    guard let kind = PeriodKind(label: text), kind <= .year, kind == .year || ordinal != nil else {
      throw JSON5Error(
        "не понятно, какой это период: «\(text)»; нужно вида «1 четверть», «2 триместр», «1 полугодие» или «Год»",
        at: value.place)
    }
    return (kind, kind == .year ? nil : ordinal)
  }

  /// `holidays`: days without lessons; without `to` one day.
  static func holidays(_ value: JSON5Value) throws(JSON5Error) -> [DaySpan] {
    var spans: [DaySpan] = []
    for element in try value.elements() {
      var days = DayBounds()
      for member in try element.members() where try !days.take(member) {
        throw member.unknown(among: ["from", "to"])
      }
      guard let from = days.from else {
        throw JSON5Error("у каникул нужен первый день: from: \"2025-10-27\"", at: element.place)
      }
      spans.append(DaySpan(from: from, to: days.to ?? from))
    }
    return spans
  }

  /// `shiftedDays`: a day that is worked for another.
  static func shiftedDays(_ value: JSON5Value) throws(JSON5Error) -> [ShiftedDay] {
    var shifts: [ShiftedDay] = []
    for element in try value.elements() {
      var (worked, free): (CivilDate?, CivilDate?) = (nil, nil)
      for member in try element.members() {
        switch member.key {
        case "day": worked = try member.value.day()
        case "instead": free = try member.value.day()
        default: throw member.unknown(among: ["day", "instead"])
        }
      }
      guard let worked, let free else {
        throw JSON5Error(
          "у перенесённого дня нужны day (когда учатся) и instead (вместо какого дня)", at: element.place)
      }
      guard worked != free, !shifts.contains(where: { [$0.worked, $0.free].contains { [worked, free].contains($0) } })
      else {
        throw JSON5Error("день назван дважды: \(worked.russian) вместо \(free.russian)", at: element.place)
      }
      shifts.append(ShiftedDay(worked: worked, free: free))
    }
    return shifts
  }
}

extension PeriodSetting {
  /// Of one kind and for the same classes the days of two periods are apart; one period has one pair of days.
  fileprivate func contradicts(_ other: PeriodSetting) -> Bool {
    guard kind == other.kind, days.from.schoolYear == other.days.from.schoolYear, scope.competes(with: other.scope)
    else { return false }
    return ordinal == other.ordinal || days.overlaps(other.days)
  }
}

extension DaySpan {
  fileprivate var russian: String { "\(from.russian)–\(to.russian)" }
}
