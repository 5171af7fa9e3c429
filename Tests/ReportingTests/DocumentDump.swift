import Reporting

/// A document as text for golden files: a line a block or row, every value with its type.
enum DocumentDump {
  static func text(_ document: ReportDocument) -> String {
    let properties = document.properties
    var lines = [
      "title: \(properties.title)", "author: \(properties.author)", "subject: \(properties.subject)",
      "made: \(properties.made)", "orientation: \(document.orientation.rawValue), draft: \(document.isDraft)",
    ]
    for block in document.blocks {
      lines.append("")
      lines += text(block)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func text(_ block: Block) -> [String] {
    switch block {
    case .head(let head):
      return [
        "HEAD \(head.organisation) | \(head.kind) | \(head.date.map(\.russian) ?? "—") | № \(head.number ?? "—") | \(head.place)",
        "  \(head.heading)",
      ]
    case .heading(let level, let text): return ["\(String(repeating: "#", count: level)) \(text)"]
    case .paragraph(let paragraph): return ["[\(paragraph.style.rawValue)] " + text(paragraph.content)]
    case .list(let items, let numbered):
      return items.enumerated().map { (numbered ? "\($0.offset + 1). " : "- ") + text($0.element) }
    case .table(let table):
      let head = "TABLE \(table.name): \(table.caption)"
      let columns = table.columns.map { column in
        let group = column.group.map { "\($0): " } ?? ""
        return "\(group)\(column.title) \(column.width)\(column.alignment.rawValue.prefix(1))"
          + (column.isVertical ? "↑" : "") + (column.isSummed ? "Σ" : "") + (column.formula == nil ? "" : "%")
      }
      let rows = table.rows.map { row in
        let mark = ["group": "» ", "subtotal": "- ", "total": "= "][row.kind.rawValue] ?? "  "
        return mark + row.cells.map(text).joined(separator: " | ")
      }
      return [head, "  [" + columns.joined(separator: " | ") + "]"] + (rows.isEmpty ? ["  (\(table.emptyText))"] : rows)
    case .signature(let signature):
      return [
        "SIGNATURE \(signature.position) | \(signature.name ?? "—") | \(signature.date.map(\.russian) ?? "—")"
          + (signature.hasStamp ? " | М.П." : "") + (signature.reservesMark ? " | место отметки" : "")
      ]
    case .approval(let approval): return ["APPROVAL " + approval.lines.joined(separator: " | ")]
    case .acknowledgement(let acknowledgement):
      return ["ACKNOWLEDGEMENT \(acknowledgement.title)"]
        + acknowledgement.people.map { "  \($0.name) | \($0.position)" }
    case .chart(let chart):
      let norm = chart.norm.map { ", норма \(text($0))" } ?? ""
      return ["CHART \(chart.kind.rawValue) \(chart.unit.rawValue)\(norm): \(chart.alternative)"]
        + text(.table(chart.table)).map { "  " + $0 }
    case .section(let orientation): return ["SECTION \(orientation.rawValue)"]
    case .part(let part): return ["PART \(part.orientation.rawValue): \(part.title)"]
    case .pageBreak: return ["PAGE BREAK"]
    }
  }

  private static func text(_ content: [Inline]) -> String {
    content.map {
      switch $0 {
      case .text(let text): text
      case .strong(let text): "*\(text)*"
      case .value(let value): "{\(text(value))}"
      }
    }.joined()
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .empty: "∅"
    case .text(let text): text
    case .integer(let number): "\(number)"
    case .share(let part, let whole): "\(part)/\(whole)=\(value.plainText)"
    case .decimal, .points: "~\(value.plainText)"
    case .date(let date): date.russian
    case .moment(let moment): moment.russian
    }
  }
}
