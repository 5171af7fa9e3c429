import Journal

extension TableMapping {
  /// Why a mapping cannot give a fact, in Russian.
  public struct Fault: Error, Hashable, Sendable {
    /// The field that is wrong or lacks another; nil for the mapping as a whole.
    public var field: MappingField?
    public var problem: String
  }

  /// The first fault; nil if there is none.
  public var fault: Fault? { repeated ?? constantFault ?? acrossFault ?? missing ?? headerFault }

  private var repeated: Fault? {
    var seen: Set<MappingField> = []
    let all =
      columns.map(\.field) + constants.keys.sorted { $0.rawValue < $1.rawValue } + [across?.field].compactMap { $0 }
    return all.first { !seen.insert($0).inserted }.map {
      Fault(field: $0, problem: "поле \($0.told) названо дважды; оставьте одно из columns, constant и across")
    }
  }

  private var constantFault: Fault? {
    for (field, text) in constants.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      if text == "?" { return Fault(field: field, problem: "вместо «?» впишите \(field.russian)") }
      let expected: String?
      switch field {
      case .studyClass: expected = ClassName(text) == nil ? "класс вида 8А" : nil
      case .year: expected = TableMapping.schoolYear(text) == nil ? "учебный год вида 2024/2025" : nil
      case .period: expected = PeriodKind(label: text) == nil ? "период вида «1 четверть», «2 полугодие», «Год»" : nil
      case .date: expected = date(text) == nil ? "дата вида \(dates?.text ?? "ДД.ММ.ГГГГ")" : nil
      case .number: expected = Int(text) == nil ? "номер урока" : nil
      default: expected = text.isEmpty ? "\(field.russian), а не пустая строка" : nil
      }
      if let expected {
        return Fault(field: field, problem: "не годится «\(text)»: ожидается \(expected)")
      }
    }
    return nil
  }

  private var acrossFault: Fault? {
    guard let across else { return nil }
    if across.field == .date, across.cell == .final {
      return Fault(
        field: .final, problem: "под датами стоят отметки (mark) или посещаемость (attendance), а не итоговые")
    }
    if across.monthRow != nil, across.field != .date {
      return Fault(field: nil, problem: "строка месяцев months нужна только датам: field: \"date\"")
    }
    if columns.contains(where: { $0.field == across.cell }) {
      return Fault(field: across.cell, problem: "поле \(across.cell.told) названо и в columns, и в ячейках across")
    }
    return nil
  }

  private var missing: Fault? {
    let named = named
    for field in MappingField.allCases where named.contains(field) {
      let lacking = field.needs.filter { !named.contains($0) }
      if !lacking.isEmpty {
        return Fault(
          field: field,
          problem: "для поля \(field.told) нужно ещё: \(lacking.map(\.told).joined(separator: ", "))")
      }
    }
    guard MappingField.facts.contains(where: named.contains) else {
      return Fault(field: nil, problem: "в таблице нет ни ученика (pupil), ни даты урока (date): загружать нечего")
    }
    if named.contains(.subject), !named.contains(.date), !named.contains(.final) {
      return Fault(
        field: .subject, problem: "для поля subject (предмет) нужно ещё: date (дата урока) или final (итоговая отметка)"
      )
    }
    if !named.contains(.year), !named.contains(.date) || across?.monthRow != nil || dates?.hasYear == false {
      return Fault(
        field: named.contains(.date) ? .date : .studyClass,
        problem: "неизвестен учебный год: добавьте constant: { year: \"2024/2025\" } или столбец year")
    }
    return nil
  }

  private var headerFault: Fault? {
    guard headerRow != nil || !headers.isEmpty else {
      return Fault(
        field: nil, problem: "не сказано, где строка заголовков: укажите её номер (header) или название столбца")
    }
    return nil
  }
}

extension MappingField {
  /// `pupil (ученик)`.
  public var told: String { "\(rawValue) (\(russian))" }
}
