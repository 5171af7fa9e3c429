import Journal

/// The school's own table of waivers. Names stand as people write them: a check finds them.
extension InterchangeReader {
  mutating func readWaiver(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (rule, reason, decidedBy, paper, from, until) = (0, 1, 2, 3, 4, 5)
    let (finding, firstPlace, revoked) = (6, 7, 11)
    let key = rows.optionalText(row, finding)
    let ruleOfKey = key.map { String($0.prefix { $0 != ":" }) }
    guard let id = rows.optionalText(row, rule) ?? ruleOfKey else {
      throw rows.problem(row, rule, "не сказано, какое правило", "Впишите правило в rule или ключ замечания в finding.")
    }
    if let key, ruleOfKey != id || !key.contains(":") {
      throw rows.problem(
        row, finding, "ключ замечания не этого правила",
        "Ключ начинается правилом: \(id):…; все ключи: zavuch findings.")
    }
    let places = (0..<4).map { rows.optionalText(row, firstPlace + $0) }
    guard (key == nil) != places.allSatisfy({ $0 == nil }) else {
      throw rows.problem(
        row, key == nil ? rule : finding,
        key == nil ? "не сказано, о ком решение" : "названо и одно замечание, и место",
        "Впишите либо finding, либо хотя бы одно из class, subject, teacher, pupil.")
    }
    for column in [reason, decidedBy, paper] { _ = try rows.required(row, column) }
    let (first, last) = (try rows.requiredDate(row, from), try rows.requiredDate(row, until))
    guard first <= last else {
      throw rows.problem(row, until, "срок решения раньше его начала", "Поменяйте местами или исправьте from и until.")
    }
    let end = try rows.date(row, revoked)
    let identity = [id, key ?? ""] + places.map { $0 ?? "" } + [first.description]
    guard waivers.insert(identity).inserted else {
      throw rows.problem(row, rule, "повтор: такое же решение уже есть выше", "Оставьте одну строку; принята первая.")
    }
    add(
      .waivers, school: 0,
      [.text(id), text(key)] + places.map(text)
        + [
          .text(rows.text(row, reason)), .text(rows.text(row, decidedBy)), .text(rows.text(row, paper)), day(first),
          day(last), day(end),
        ], rows.place(row))
  }
}
