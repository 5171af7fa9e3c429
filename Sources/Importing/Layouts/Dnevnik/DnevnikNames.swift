import Journal

/// How Дневник.ру names the lessons of a class, or of a group of it, in one subject. Its journals and its lesson planning make
/// the same keys of the same names, so that the lesson of one is the lesson of the other without anybody being asked.
struct DnevnikNames {
  /// As the export spells it: `10 а`.
  let className: String
  /// `11-а`, `Англ.яз 2`; the class itself where the export names no group.
  let groupName: String
  let schoolYear: Int
  let subjectKey: String

  /// `subject`: the short name (`Англ. яз.`), or the full one where the export does not give the short one.
  init(className: String, groupName: String, schoolYear: Int, subject: String) {
    self.className = className
    self.groupName = groupName
    self.schoolYear = schoolYear
    subjectKey = DnevnikNames.key(subject)
  }

  var classKey: String { DnevnikNames.classKey(className, schoolYear: schoolYear) }

  static func classKey(_ name: String, schoolYear: Int) -> String { "\(schoolYear)/\(ClassName(name)?.key ?? name)" }

  var journalKey: String { "dnevnik/\(classKey)/\(groupKey)/\(subjectKey)" }

  /// `n` from 1 among the day's lessons.
  static func lessonKey(_ journal: String, _ date: CivilDate, _ n: Int) -> String {
    "\(journal)/\(date)\(n > 1 ? "#\(n)" : "")"
  }

  /// The whole class is one group, however it is spelt.
  private var groupKey: String {
    let group = ClassName(groupName)
    return group != nil && group == ClassName(className) ? group?.key ?? "" : DnevnikNames.key(groupName)
  }

  private static func key(_ name: String) -> String { CodeFolding.fold(inSheetName(name)) }

  /// Characters that the name of a sheet cannot hold are spaces in it.
  private static func inSheetName(_ name: String) -> String {
    String(name.map { "\\/?*[]:".contains($0) ? " " : $0 })
  }

  /// The subject's short name: the name of the journal's sheet (`Англ. яз. Англ.яз 2`) without the group at its end. Nil where
  /// the sheet has another name. Names of sheets are cut after 31 characters, which may cut the group.
  static func shortSubject(sheet: String, group: String) -> String? {
    let name = CodeFolding.collapse(sheet)
    var end = " " + CodeFolding.collapse(inSheetName(group))
    let isTheEnd = { (end: String) in name.suffix(end.count).lowercased() == end.lowercased() }
    if sheet.utf16.count >= 31 {
      while end.count > 1, !isTheEnd(end) { end.removeLast() }
    }
    guard end.count > 1, isTheEnd(end), name.count > end.count else {
      // Whoever retyped the line «Класс» may have spelt the class otherwise.
      guard let told = classAtEnd(ofSheet: sheet), told.name == ClassName.exported(group) else { return nil }
      return told.rest
    }
    return CodeFolding.collapse(name.dropLast(end.count))
  }

  /// `Русск. яз. 10 а`: the class that the sheet's name ends with, and what stands before it.
  static func classAtEnd(ofSheet name: String) -> (name: ClassName, rest: String)? {
    let words = CodeFolding.collapse(name).split(separator: " ")
    for count in 1...2 where words.count > count {
      let end = words.suffix(count).joined(separator: " ")
      guard end.first?.isNumber == true, let name = ClassName.exported(end), name.letter.count == 1 else { continue }
      return (name, words.dropLast(count).joined(separator: " "))
    }
    return nil
  }

  /// `7а (Англ.яз 2)` apart; the class twice where there is no bracket. A bracket that nobody closed ends with the text.
  static func classAndGroup(_ text: String) -> (String, String) {
    guard let open = text.firstIndex(of: "(") else { return (text, text) }
    let close = text.lastIndex(of: ")").flatMap { $0 > open ? $0 : nil } ?? text.endIndex
    let name = CodeFolding.collapse(text[..<open])
    let group = CodeFolding.collapse(text[text.index(after: open)..<close])
    return (name, group.isEmpty ? name : group)
  }

  /// «Анна Викторовна Смирнова, Пётр Орлов»: the export writes «Имя Отчество Фамилия», whatever its label says. Given as
  /// «Фамилия Имя Отчество».
  static func teachers(_ text: String) -> [String] {
    text.split { $0 == "," || $0 == ";" }.map { surnameFirst(CodeFolding.collapse($0)) }.filter { !$0.isEmpty }
  }

  private static func surnameFirst(_ name: String) -> String {
    let words = name.split(separator: " ")
    // «Эльшан Гасан оглы Мамедов»: however long the patronymic is, the surname is last.
    return (words.suffix(1) + words.dropLast()).joined(separator: " ")
  }

  /// The text after «Заголовок:»; nil where the cell does not begin with the word. People drop the space after the colon, put
  /// one before it, or indent the line.
  static func text(after head: String, in raw: String) -> String? {
    let line = CodeFolding.collapse(raw)
    guard line.lowercased().hasPrefix(head.lowercased()) else { return nil }
    let rest = CodeFolding.collapse(line.dropFirst(head.count))
    guard rest.first == ":" else { return nil }
    return CodeFolding.collapse(rest.dropFirst())
  }
}

extension ClassName {
  /// A class of an export: nil also where the letters hold digits, as where two names ran into one.
  static func exported(_ text: String) -> ClassName? {
    ClassName(text).flatMap { $0.letter.contains(where: \.isNumber) ? nil : $0 }
  }
}
