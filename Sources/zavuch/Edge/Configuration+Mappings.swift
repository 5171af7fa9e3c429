import CommandLineInterface
import Importing
import Journal

extension Configuration {
  /// `mappings`: what the columns of other tables are. All that is wrong is refused at its place.
  static func mappings(_ value: JSON5Value) throws(JSON5Error) -> [TableMapping] {
    var mappings: [TableMapping] = []
    for element in try value.elements() {
      let mapping = try MappingSettings(element).mapping
      guard !mappings.contains(where: { $0.name == mapping.name }) else {
        throw JSON5Error("две таблицы с одним названием «\(mapping.name)»; назовите их по-разному", at: element.place)
      }
      mappings.append(mapping)
    }
    return mappings
  }
}

/// One element of `mappings` on its way to a mapping.
private struct MappingSettings {
  private(set) var mapping = TableMapping(name: "")
  /// Where a field is named, for what is wrong with it.
  private var places: [MappingField: JSON5Place] = [:]

  private static let names = ["name", "sheet", "header", "columns", "across", "constant", "dates"]

  init(_ value: JSON5Value) throws(JSON5Error) {
    for member in try value.members() {
      switch member.key {
      case "name": mapping.name = try member.value.string()
      case "sheet": mapping.sheet = try member.value.string()
      case "header": mapping.headerRow = try member.value.rowNumber()
      case "columns": try readColumns(member.value)
      case "across": mapping.across = try across(member.value)
      case "constant": try readConstants(member.value)
      case "dates": mapping.dates = try dates(member.value)
      default: throw member.unknown(among: MappingSettings.names)
      }
    }
    guard !mapping.name.isEmpty else {
      throw JSON5Error("у таблицы нет названия: добавьте name: \"…\"", at: value.place)
    }
    if let fault = mapping.fault {
      throw JSON5Error(
        "таблица «\(mapping.name)»: \(fault.problem)", at: fault.field.flatMap { places[$0] } ?? value.place)
    }
  }

  private mutating func field(_ member: JSON5Value.Member, among fields: [MappingField]) throws(JSON5Error)
    -> MappingField
  {
    guard let field = MappingField(rawValue: member.key), fields.contains(field) else {
      let names = fields.map(\.rawValue)
      let meant = fields.first { $0.russian == member.key.lowercased() }?.rawValue
      throw JSON5Error(
        "неизвестное поле «\(member.key)»\(JSON5Value.near(meant ?? member.key, names)); "
          + "допустимы: \(names.joined(separator: ", "))",
        at: member.place)
    }
    places[field] = member.place
    return field
  }

  private mutating func readColumns(_ value: JSON5Value) throws(JSON5Error) {
    for member in try value.members() {
      let field = try field(member, among: MappingField.allCases)
      var references: [TableMapping.Reference] = []
      if case .array(let elements) = member.value.content {
        for element in elements { references.append(try reference(element)) }
      } else {
        references = [try reference(member.value)]
      }
      guard !references.isEmpty else { throw JSON5Error("столбец не назван", at: member.value.place) }
      mapping.columns.append(TableMapping.Column(field, references: references))
    }
  }

  private func reference(_ value: JSON5Value) throws(JSON5Error) -> TableMapping.Reference {
    guard case .string(let text) = value.content else { throw value.wrong("заголовок столбца или буква вида \"=C\"") }
    if text.hasPrefix("=") { return .number(try column(value)) }
    guard !CodeFolding.fold(text).isEmpty else {
      throw JSON5Error("заголовок столбца пуст; столбец без заголовка называют буквой: \"=C\"", at: value.place)
    }
    return .header(text)
  }

  private func column(_ value: JSON5Value) throws(JSON5Error) -> Int {
    let text = try value.string()
    guard let number = ColumnName.number(text.hasPrefix("=") ? text.dropFirst() : text[...]) else {
      throw JSON5Error("«\(text)» — не буква столбца; столбцы таблицы: A, B … Z, AA, AB …", at: value.place)
    }
    return number
  }

  private mutating func readConstants(_ value: JSON5Value) throws(JSON5Error) {
    for member in try value.members() {
      let field = try field(member, among: MappingField.allCases.filter(\.canBeConstant))
      mapping.constants[field] = CodeFolding.collapse(try member.value.stringOrNumber())
    }
  }

  private mutating func across(_ value: JSON5Value) throws(JSON5Error) -> TableMapping.Across {
    var (field, cell): (MappingField?, MappingField?)
    var (from, to, months): (Int?, Int?, Int?)
    for member in try value.members() {
      switch member.key {
      case "field":
        field = try word(member.value, among: TableMapping.Across.fields)
        if let field { places[field] = member.value.place }
      case "cell":
        cell = try word(member.value, among: TableMapping.Across.cells)
        if let cell { places[cell] = member.value.place }
      case "from": from = try column(member.value)
      case "to": to = try column(member.value)
      case "months": months = try member.value.rowNumber()
      default: throw member.unknown(among: ["field", "cell", "from", "to", "months"])
      }
    }
    guard let field, let cell, let from else {
      throw JSON5Error(
        "в across нужны field (что в заголовках столбцов), cell (что в ячейках) и from (буква первого столбца)",
        at: value.place)
    }
    if let to, to < from { throw JSON5Error("в across столбец to стоит левее столбца from", at: value.place) }
    return TableMapping.Across(field: field, cell: cell, from: from, to: to, monthRow: months)
  }

  private func word(_ value: JSON5Value, among fields: [MappingField]) throws(JSON5Error) -> MappingField {
    let text = try value.string()
    guard let field = MappingField(rawValue: text), fields.contains(field) else {
      let names = fields.map(\.rawValue)
      throw JSON5Error(
        "не годится «\(text)»\(JSON5Value.near(text, names)); допустимы: \(names.joined(separator: ", "))",
        at: value.place)
    }
    return field
  }

  private func dates(_ value: JSON5Value) throws(JSON5Error) -> DatePattern {
    let text = try value.string()
    guard let pattern = DatePattern(text) else {
      throw JSON5Error(
        "не понятно, как записаны даты: «\(text)»; нужно вида ДД.ММ.ГГГГ, ДД.ММ.ГГ, ММ/ДД/ГГГГ, «Д месяц ГГГГ» или ДД.ММ",
        at: value.place)
    }
    return pattern
  }
}
