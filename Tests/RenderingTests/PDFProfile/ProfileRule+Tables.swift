/// ISO 14289-1, 7.2 and 7.5: what tables are made of.
extension ProfileRule {
  private typealias Element = PDFStructure.Element

  static let tableRules: [ProfileRule] = [
    kids("7.2-3", of: "Table", ["TR", "THead", "TBody", "TFoot", "Caption"], broken: renamed("THead", "P")),
    parents("7.2-4", of: "TR", ["Table", "THead", "TBody", "TFoot"], broken: renamed("TBody", "P")),
    parents("7.2-5", of: "THead", ["Table"], broken: renamed("Table", "P")),
    parents("7.2-6", of: "TBody", ["Table"], broken: renamed("Table", "P")),
    parents("7.2-7", of: "TFoot", ["Table"], broken: renamed("P", "TFoot")),
    parents("7.2-8", of: "TH", ["TR"], broken: renamed("P", "TH")),
    parents("7.2-9", of: "TD", ["TR"], broken: renamed("P", "TD")),
    kids("7.2-10", of: "TR", ["TH", "TD"], broken: renamed("TD", "P")),
    counted("7.2-11", "THead", broken: renamed("TBody", "THead")),
    counted(
      "7.2-12", "TFoot",
      broken: .objects { file in
        for type in ["THead", "TBody"] { file.objects.first { $0["S"].name == type }?.set("S", "/TFoot") }
      }),
    ProfileRule("7.2-13", broken: .objects { rename(in: $0, ["THead": "TFoot", "TBody": "TR"]) }) { subject in
      subject.structure.elements("Table").allSatisfy { !$0.kidTypes.contains("TFoot") || $0.kidTypes.contains("TBody") }
    },
    ProfileRule("7.2-14", broken: renamed("TBody", "P")) { subject in
      subject.structure.elements("Table").allSatisfy { !$0.kidTypes.contains("THead") || $0.kidTypes.contains("TBody") }
    },
    ProfileRule(
      "7.2-15",
      broken: .objects { file in
        // The second head reaches into the row of the first cell, which is two columns wide.
        let heads = file.objects.filter { $0["S"].name == "TH" }
        if heads.count > 1 { heads[1].set("A", "<</O/Table/Scope/Column/RowSpan 2>>") }
        file.objects.first { $0["S"].name == "TD" }?.set("A", "<</O/Table/ColSpan 2>>")
      }
    ) { subject in
      subject.structure.elements("Table").allSatisfy { TableGrid($0).hasNoIntersection }
    },
    ProfileRule(
      "7.2-16",
      broken: .objects { file in
        guard let table = file.objects.first(where: { $0["S"].name == "Table" }), let caption = table["K"].items.first
        else { return }
        let kids = table["K"].items
        table.set("K", "[]")
        for kid in [kids[1], caption] + kids.dropFirst(2) { table["K"].append(kid) }
      }
    ) { subject in
      subject.structure.elements("Table").allSatisfy { table in
        !table.kidTypes.dropFirst().dropLast().contains("Caption")
      }
    },
    kids("7.2-36", of: "THead", ["TR"], broken: renamed("TR", "P")),
    kids(
      "7.2-37", of: "TBody", ["TR"],
      broken: .objects { file in file.objects.first { $0["S"].name == "TBody" }?["K"][0].set("S", "/P") }),
    kids("7.2-38", of: "TFoot", ["TR"], broken: .objects { rename(in: $0, ["TBody": "TFoot", "TR": "P"]) }),
    ProfileRule("7.2-39", broken: renamed("TBody", "Caption")) { subject in
      subject.structure.elements("Table").allSatisfy { table in table.kidTypes.filter { $0 == "Caption" }.count < 2 }
    },
    ProfileRule("7.2-41", broken: span("TD", "/RowSpan 99")) { subject in
      subject.structure.elements("Table").allSatisfy { TableGrid($0).columnsAreEven }
    },
    ProfileRule(
      "7.2-42",
      broken: .element("TR") { row in
        row["K"].items.last.map {
          row.set("K", "[]")
          row["K"].append($0)
        }
      }
    ) {
      subject in
      subject.structure.elements("Table").allSatisfy { TableGrid($0).rowsAreEven }
    },
    ProfileRule("7.2-43", broken: span("TD", "/ColSpan 99")) { subject in
      subject.structure.elements("Table").allSatisfy { TableGrid($0).rowsAreEven }
    },
    ProfileRule(
      "7.5-1",
      broken: .objects { file in
        for object in file.objects where object["S"].name == "TH" { object.remove("A") }
      }
    ) { subject in
      subject.structure.elements("Table").allSatisfy { TableGrid($0).cellsHaveHeaders(ids: identifiers(subject)) }
    },
    ProfileRule(
      "7.5-2",
      broken: .objects { file in
        file.objects.first { $0["S"].name == "TD" }?.set("A", "<</O/Table/Headers[(unknown)]>>")
      }
    ) { subject in
      let known = identifiers(subject)
      return subject.structure.elements("TD").allSatisfy { cell in
        (cell.attribute("Headers")?.items ?? []).allSatisfy { known.contains($0.text ?? "") }
      }
    },
  ]

  private static func identifiers(_ subject: PDFSubject) -> Set<String> {
    Set(subject.structure.elements("TH").compactMap { $0.value["ID"].text })
  }

  static func kids(_ id: String, of type: String, _ allowed: Set<String>, broken: Breaking) -> ProfileRule {
    ProfileRule(id, broken: broken) { subject in
      subject.structure.elements(type).allSatisfy { $0.kidTypes.allSatisfy(allowed.contains) }
    }
  }

  static func parents(_ id: String, of type: String, _ allowed: Set<String>, broken: Breaking) -> ProfileRule {
    ProfileRule(id, broken: broken) { subject in
      subject.structure.elements(type).allSatisfy { allowed.contains($0.parent?.standardType ?? "") }
    }
  }

  private static func counted(_ id: String, _ type: String, broken: Breaking) -> ProfileRule {
    ProfileRule(id, broken: broken) { subject in
      subject.structure.elements("Table").allSatisfy { table in table.kidTypes.filter { $0 == type }.count <= 1 }
    }
  }

  /// Gives the first element of a type another one.
  static func renamed(_ old: String, _ new: String) -> Breaking { .element(old) { $0.set("S", "/\(new)") } }

  private static func rename(in file: QPDFFile, _ types: [String: String]) {
    for object in file.objects where object.has("P") {
      if let type = object["S"].name, let new = types[type] { object.set("S", "/\(new)") }
    }
  }

  private static func span(_ type: String, _ attributes: String) -> Breaking {
    .element(type) { $0.set("A", "<</O/Table/Scope/Column\(attributes)>>") }
  }
}

/// The cells of a table by the rows and columns they take.
struct TableGrid {
  private struct Cell {
    let element: PDFStructure.Element
    let row: Int
    let column: Int
  }

  private var cells: [Cell] = []
  private var taken: [[Int]: Int] = [:]
  private let rowCount: Int
  private(set) var hasNoIntersection = true

  init(_ table: PDFStructure.Element) {
    let rows = table.rows
    rowCount = rows.count
    for (row, element) in rows.enumerated() {
      var column = 0
      for cell in element.kids where ["TH", "TD"].contains(cell.standardType) {
        while taken[[row, column]] != nil { column += 1 }
        for y in row..<(row + max(1, min(cell.rowSpan, 200))) {
          for x in column..<(column + max(1, min(cell.columnSpan, 200))) {
            if taken.updateValue(cells.count, forKey: [y, x]) != nil { hasNoIntersection = false }
          }
        }
        cells.append(Cell(element: cell, row: row, column: column))
        column += max(1, cell.columnSpan)
      }
    }
  }

  private func width(of row: Int) -> Int { taken.keys.filter { $0[0] == row }.count }

  /// No cell reaches below the last row.
  var columnsAreEven: Bool { !taken.keys.contains { $0[0] >= rowCount } }

  var rowsAreEven: Bool { Set((0..<rowCount).map(width)).count <= 1 }

  /// Every cell with data is headed by a cell above it or before it in its row, or names its own.
  func cellsHaveHeaders(ids: Set<String>) -> Bool {
    cells.filter { $0.element.standardType == "TD" }.allSatisfy { cell in
      if let headers = cell.element.attribute("Headers")?.items, !headers.isEmpty { return true }
      let above = (0..<cell.row).compactMap { taken[[$0, cell.column]] }.map { cells[$0].element }
      let before = (0..<cell.column).compactMap { taken[[cell.row, $0]] }.map { cells[$0].element }
      return above.contains { isHeader($0, "Column") } || before.contains { isHeader($0, "Row") }
    }
  }

  private func isHeader(_ element: PDFStructure.Element, _ scope: String) -> Bool {
    element.standardType == "TH" && [scope, "Both"].contains(element.attribute("Scope")?.name)
  }
}
