/// A workbook of Дневник.ру journals, a sheet a journal, as small as it can be.
struct JournalBook {
  struct Sheet {
    var name: String
    /// Rows by number, texts from column A.
    var rows: [Int: [String]]
    /// What stands before the root element.
    var prologue = ""

    /// 5а, algebra: 1 and 2 September, the first quarter, 1 October, the year.
    static func journal(
      _ name: String = "Алгебра 5а", subject: String = "Алгебра",
      months: [String] = ["Сентябрь", "", "1 чтв", "Октябрь", "Год"], days: [String] = ["1", "2", "", "1", ""],
      pupils: [[String]] = [["Белов И.", "5", "н", "5", "", "5"], ["Волкова О.", "4/5", "н3", "осв", "нн", ""]]
    ) -> Sheet {
      var rows: [Int: [String]] = [
        1: ["Класс: 5а (5а)"], 2: ["Год: 2025/2026"], 3: ["Наименование предмета: \(subject)"],
        4: ["Фамилия, имя, отчество педагога: Анна Викторовна Смирнова"], 7: ["№ п/п", "Месяц"] + months,
        8: ["", "Число"] + days, 9: ["", "Фамилия и имя ученика"],
      ]
      for (index, pupil) in pupils.enumerated() { rows[10 + index] = ["\(index + 1)"] + pupil }
      return Sheet(name: name, rows: rows)
    }

    /// The lesson planning of 5а in a subject, a block a group: date, topic and homework of each lesson.
    static func planning(
      _ name: String = "Алгебра",
      _ blocks: [(group: String, lessons: [[String]])] = [
        ("5а", [["01.09.2025", "Дроби", "§ 1"], ["02.09.2025", ".", ""], ["01.10.2025", "Доли", "..."]])
      ]
    ) -> Sheet {
      var rows: [[String]] = []
      for (group, lessons) in blocks {
        rows += [
          ["Класс: 5а (\(group)) 2025/2026 учебный год"], ["Предмет: \(name)"], ["0"],
          ["ФИО педагога: Анна Викторовна Смирнова"], [],
          ["Дата", "Тема урока", "Домашнее задание к следующему уроку"],
        ]
        rows += lessons + [[]]
      }
      return Sheet(
        name: name, rows: Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($0.offset + 1, $0.element) }))
    }
  }

  var sheets: [Sheet]
  /// ISO 8601; nil for a book that does not say when it was made.
  var created: String? = "2025-11-01T10:00:00Z"

  init(_ sheets: Sheet..., created: String? = "2025-11-01T10:00:00Z") {
    self.sheets = sheets
    self.created = created
  }

  func bytes() throws -> [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    var archive = Archive()
    archive.add("<Types/>", as: "[Content_Types].xml")
    archive.add(
      """
      <Relationships xmlns="\(package)"><Relationship Id="a" Type="\(office)/officeDocument" Target="xl/workbook.xml"/>\
      </Relationships>
      """, as: "_rels/.rels")
    if let created {
      archive.add(
        """
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
        xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:created>\(created)</dcterms:created></cp:coreProperties>
        """, as: "docProps/core.xml")
    }
    let tabs = sheets.enumerated().map { "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" r:id=\"r\($0)\"/>" }
    archive.add(
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>\(tabs.joined())</sheets></workbook>",
      as: "xl/workbook.xml")
    let relations = sheets.indices.map {
      "<Relationship Id=\"r\($0)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
    }
    archive.add(
      "<Relationships xmlns=\"\(package)\">\(relations.joined())</Relationships>", as: "xl/_rels/workbook.xml.rels")
    for (index, sheet) in sheets.enumerated() {
      let rows = sheet.rows.sorted { $0.key < $1.key }.map { row in
        let cells = row.value.map { $0.isEmpty ? "<c/>" : "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
        return "<row r=\"\(row.key)\">\(cells.joined())</row>"
      }
      archive.add(
        "\(sheet.prologue)<worksheet xmlns=\"\(main)\"><sheetData>\(rows.joined())</sheetData></worksheet>",
        as: "xl/worksheets/sheet\(index).xml")
    }
    return try archive.bytes()
  }
}

extension Scratch {
  func write(_ book: JournalBook, to name: String = "5а.xlsx") throws { try write(try book.bytes(), to: name) }
}
