import Testing

/// A table is wrong as a whole: it is refused, the other tables go in.
@Suite struct BrokenTableTranscripts {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func strangeColumns() throws {
    try scratch.write("город;столица\nА;Б\n", to: "Города.csv")
    try scratch.expect(
      """
      $ zavuch import Города.csv
      ✗ Города.csv: не принят
      ! Города.csv, строка 1: не похоже ни на одну известную выгрузку: такие столбцы не встречаются
      !   записано: «город;столица»
      !   что делать: Опишите в настройках, что значат столбцы: заготовку даст команда zavuch import
      !               --describe ФАЙЛ. Если это таблица обмена, назовите столбцы, как в руководстве.
      [3]
      """)
    #expect(scratch.names() == ["Города.csv"])
  }

  @Test func nearMiss() throws {
    try scratch.write("id;lesson_id;вид\nW1;L1;контрольная\n", to: "Работы.csv")
    try scratch.expect(
      """
      $ zavuch import Работы.csv
      ✗ Работы.csv: не принят
      ! Работы.csv, строка 1: похоже на таблицу works, но нет столбцов: kind, is_written
      !   записано: «id;lesson_id;вид»
      !   что делать: Добавьте эти столбцы в первую строку файла.
      [3]
      """)
  }

  @Test func columnsOfTwoTables() throws {
    try scratch.write("id;name\nSU1;Математика\n", to: "Предметы.csv")
    try scratch.write("id;name\nSU1;Математика\n", to: "subjects_2025.csv")
    try scratch.expect(
      """
      $ zavuch import Предметы.csv subjects_2025.csv
      ✗ Предметы.csv: не принят
      ✓ subjects_2025.csv — таблицы обмена: принят
      ! Предметы.csv, строка 1: такие столбцы есть в нескольких таблицах: schools, subjects
      !   записано: «id;name»
      !   что делать: Назовите файл именем его таблицы: schools.csv или subjects.csv.
      [3]
      """)
    #expect(try scratch.rows("SELECT key, name FROM subject") == ["SU1|Математика"])
  }

  @Test func columnNamedTwice() throws {
    try scratch.write("id;class_id;name;enrolled; Enrolled \nP1;C1;Белов Иван;;\n", to: "pupils.csv")
    try scratch.expect(
      """
      $ zavuch import pupils.csv
      ✗ pupils.csv: не принят
      ! pupils.csv, строка 1, столбец E: столбец «enrolled» назван дважды
      !   записано: « Enrolled »
      !   что делать: Оставьте один столбец с этим названием.
      [3]
      """)
    #expect(scratch.names() == ["pupils.csv"])
  }

  /// Ignored columns are no fault.
  @Test func unknownColumn() throws {
    try scratch.write("id;school_id;name;стаж\nT1;S1;Смирнова;5\n", to: "teachers.csv")
    try scratch.expect(
      """
      $ zavuch import teachers.csv
      ✓ teachers.csv — таблицы обмена: принят
      ! teachers.csv, строка 1, столбец D: столбец «стаж» не входит в таблицу teachers и пропущен
      !   записано: «стаж»
      !   что делать: Проверьте название столбца; допустимы: id, school_id, name.
      """)
    #expect(try scratch.rows("SELECT key, name FROM teacher") == ["T1|Смирнова"])
  }

  /// Nobody knows how many rows are missing: none of the table goes in, all of the other does.
  @Test func cutOffInsideQuotes() throws {
    try scratch.write("id;school_id;name\nT1;S1;Смирнова\n", to: "Списки/teachers.csv")
    try scratch.write(
      "id;class_id;name\nP1;C1;Белов Иван\nP2;C1;\"Волкова Ольга\nP3;C1;Громов Яков\n", to: "Списки/pupils.csv")
    try scratch.write("id;school_id;grade;letter\nC1;S1;5;А\n", to: "Списки/classes.csv")
    try scratch.expect(
      """
      $ zavuch import Списки
      ✓ Списки/classes.csv — таблицы обмена: классов 1
      ✗ Списки/pupils.csv: не принят
      ✓ Списки/teachers.csv — таблицы обмена: принят
      ! Списки/pupils.csv, строка 3, столбец C: кавычка, открытая в строке 3, не закрыта до конца файла
      !   записано: «"Волкова Ольга P3;C1;Громов Яков»
      !   что делать: Файл обрезан или в значении стоит лишняя кавычка: выгрузите файл заново.
      [3]
      """)
    #expect(try scratch.rows("SELECT count(*) FROM pupil") == ["0"])
    #expect(try scratch.rows("SELECT key FROM teacher UNION ALL SELECT key FROM study_class") == ["T1", "C1"])
  }

  @Test func textAfterAClosingQuote() throws {
    try scratch.write("id,school_id,name\nT1,S1,\"Смирнова\" А.В.\n", to: "teachers.csv")
    try scratch.expect(
      #"""
      $ zavuch import teachers.csv
      ✗ teachers.csv: не принят
      ! teachers.csv, строка 2, столбец C: после закрывающей кавычки стоит текст, а должен быть разделитель («,») или конец строки
      !   записано: «"Смирнова" А.В.»
      !   что делать: Кавычку внутри значения в кавычках пишут дважды: "5 ""А""".
      [3]
      """#)
    #expect(scratch.names() == ["teachers.csv"])
  }

  @Test func mixedEncodings() throws {
    // «Иванова» in Windows-1251 after rows of UTF-8.
    let bytes =
      Array("id;school_id;name\nT1;S1;Смирнова Анна\nT2;S1;".utf8) + [0xC8, 0xE2, 0xE0, 0xED, 0xEE, 0xE2, 0xE0, 10]
    try scratch.write(bytes, to: "teachers.csv")
    try scratch.expect(
      """
      $ zavuch import teachers.csv
      ✗ teachers.csv: не принят
      ! teachers.csv, строка 3: текст в UTF-8 испорчен: байт C8 не складывается в букву
      !   записано: «�������»
      !   что делать: Файл повреждён или склеен из частей в разных кодировках: выгрузите его заново в UTF-8.
      [3]
      """)
    #expect(scratch.names() == ["teachers.csv"])
  }

  @Test func windows1251() throws {
    // «Иванова», «Ёлкина».
    let bytes =
      Array("id;school_id;name\nT1;S1;".utf8) + [0xC8, 0xE2, 0xE0, 0xED, 0xEE, 0xE2, 0xE0, 10] + Array("T2;S1;".utf8)
      + [0xA8, 0xEB, 0xEA, 0xE8, 0xED, 0xE0, 10]
    try scratch.write(bytes, to: "teachers.csv")
    try scratch.expect(
      """
      $ zavuch import teachers.csv
      ✓ teachers.csv — таблицы обмена: принят
      """)
    #expect(try scratch.rows("SELECT name FROM teacher ORDER BY key") == ["Иванова", "Ёлкина"])
  }
}
