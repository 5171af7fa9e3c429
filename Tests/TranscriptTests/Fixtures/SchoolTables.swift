/// The interchange tables of one small school: a class of three, two subjects, three lessons. A test changes the text it
/// is about.
struct SchoolTables {
  /// In the order in which the program reads the files of a folder.
  static let names = [
    "attendance", "classes", "exemptions", "final_marks", "group_pupils", "groups", "holidays", "lessons", "logins",
    "marks", "periods", "pupils", "schools", "subjects", "teachers", "works",
  ]

  private var texts: [String: String] = [
    "schools": """
    id;name
    S1;Школа № 1

    """,
    "teachers": """
    id;school_id;name
    T1;S1;Смирнова Анна Викторовна
    T2;S1;Орлов Пётр Ильич

    """,
    "classes": """
    id;school_id;grade;letter;head_teacher_id
    C1;S1;5;А;T1

    """,
    "groups": """
    id;class_id;name
    G1;C1;Англ. 1

    """,
    "pupils": """
    id;class_id;name;birth_date;enrolled;left
    P1;C1;Белов Иван;2014-03-01;2025-09-01;
    P2;C1;Волкова Ольга;;;
    P3;C1;Громов Яков;;;

    """,
    "group_pupils": """
    group_id;pupil_id;from;to
    G1;P1;;
    G1;P2;;

    """,
    "subjects": """
    id;name;weekly_hours;graded
    SU1;Математика;5;1
    SU2;Английский язык;3;1

    """,
    "periods": """
    id;school_id;name;start;end
    Q1;S1;1 четверть;2025-09-01;2025-10-26

    """,
    "holidays": """
    school_id;from;to
    S1;2025-10-27;2025-11-02

    """,
    "lessons": """
    id;class_id;subject_id;teacher_id;date;number;group_id;topic;homework;entered_at
    L1;C1;SU1;T1;2025-09-01;1;;Дроби;№ 5;2025-09-01T09:00:00
    L2;C1;SU2;T2;2025-09-01;2;G1;Знакомство;.;2025-09-01T10:00:00
    L3;C1;SU1;T1;2025-09-02;1;;Сложение дробей;;

    """,
    "works": """
    id;lesson_id;kind;is_written
    W1;L1;контрольная;1
    W2;L2;ответ;0

    """,
    "marks": """
    id;work_id;pupil_id;value;entered_at
    M1;W1;P1;5;2025-09-01T09:10:00
    M2;W1;P2;4/5;2025-09-02T15:00:00
    M3;W2;P2;зач;2025-09-01T10:05:00

    """,
    "attendance": """
    lesson_id;pupil_id;code;entered_at
    L1;P3;Н;2025-09-01T09:01:00
    L2;;В;2025-09-01T10:01:00

    """,
    "final_marks": """
    pupil_id;subject_id;period_id;value;decided_at;entered_at
    P1;SU1;Q1;5;2025-10-24;2025-10-25T12:00:00
    P2;SU1;Q1;осв;;

    """,
    "exemptions": """
    pupil_id;subject_id;from;to
    P3;SU2;2025-09-01;

    """,
    "logins": """
    person_id;role;class_id;at
    P1;pupil;C1;2025-09-03T18:00:00
    P1;parent;C1;2025-09-03T19:00:00
    T1;teacher;;2025-09-01T08:00:00

    """,
  ]

  subscript(name: String) -> String {
    get { texts[name] ?? "" }
    set { texts[name] = newValue }
  }

  mutating func replace(_ text: String, with other: String, in name: String) {
    texts[name] = texts[name]?.split(separator: text, omittingEmptySubsequences: false).joined(separator: other)
  }

  mutating func removeLastColumn(of name: String) {
    self[name] = self[name].split(separator: "\n").map { row in
      row[..<(row.lastIndex(of: ";") ?? row.endIndex)] + "\n"
    }.joined()
  }

  mutating func append(_ rows: String..., to name: String) {
    texts[name, default: ""] += rows.map { $0 + "\n" }.joined()
  }

  mutating func remove(_ names: String...) {
    for name in names { texts[name] = nil }
  }

  /// File names and texts, in order.
  var files: [(name: String, text: String)] {
    texts.sorted { $0.key < $1.key }.map { ("\($0.key).csv", $0.value) }
  }

  /// Changed before it is written, if a test wants so.
  static func changed(_ change: (inout SchoolTables) -> Void) -> SchoolTables {
    var tables = SchoolTables()
    change(&tables)
    return tables
  }
}

extension Scratch {
  func write(_ tables: SchoolTables, to folder: String = "Школа") throws {
    for file in tables.files { try write(file.text, to: "\(folder)/\(file.name)") }
  }

  /// A store of the school as it would be without one table, which is beside it, changed.
  func importWithout(_ name: String, _ change: (inout SchoolTables) -> Void) throws {
    let whole = SchoolTables.changed(change)
    var others = SchoolTables()
    others.remove(name)
    try write(others)
    try zavuch("import", "Школа")
    try write(whole[name], to: "\(name).csv")
  }
}
