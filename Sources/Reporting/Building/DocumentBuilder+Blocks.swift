extension DocumentBuilder {
  /// Nil for a list that has nothing to list and a chart that has nothing to show.
  mutating func block(_ block: TemplateBlock, rows: [Row]) throws -> Block? {
    switch block {
    case .head(let kind, let content):
      return .head(
        DocumentHead(
          organisation: context.organisation, kind: kind, date: context.date, number: context.number,
          place: context.place, heading: try inlines(content, rows: rows).plainText.withBoundInitials))
    case .heading(let level, let content):
      return .heading(level: level, text: try inlines(content, rows: rows).plainText.withBoundInitials)
    case .paragraph(let style, let content):
      return .paragraph(Paragraph(try inlines(content, rows: rows), style: style))
    case .list(let numbered, let items):
      var written: [[Inline]] = []
      try expand(items, rows: rows) { builder, piece, rows in
        if case .leaf(let item) = piece { written.append(try builder.inlines(item.content, rows: rows)) }
      }
      return written.isEmpty ? nil : .list(items: written, numbered: numbered)
    case .table(let table): return .table(try self.table(table, rows: rows))
    case .cross(let cross): return .table(try self.cross(cross, rows: rows))
    case .chart(let chart): return try self.chart(chart, rows: rows).map { .chart($0) }
    case .signature(let signature): return .signature(try self.signature(signature, rows: rows))
    case .approval(let role, let paper): return .approval(try approval(role, paper: paper, rows: rows))
    case .acknowledgement(let template): return .acknowledgement(try acknowledgement(template, rows: rows))
    case .pageBreak: return .pageBreak
    case .section(let orientation): return .section(orientation)
    }
  }

  private mutating func signature(_ template: TemplateSignature, rows: [Row]) throws -> SignatureBlock {
    let official = context.official(template.role)
    let signer = context.signer.flatMap { $0.role == template.role ? $0 : nil }
    let named =
      try signer?.name ?? template.name.map { ReportContext.initialsFirst(try value($0, rows: rows).plainText) }
    let name = named ?? official.name ?? ""
    let position = try template.position.map { try text($0, rows: rows) } ?? official.position
    return SignatureBlock(
      position: position, name: name.isEmpty ? nil : name,
      // Everybody else's day is theirs to write.
      date: signer == nil ? nil : context.date,
      hasStamp: template.hasStamp, reservesMark: template.reservesMark)
  }

  private mutating func approval(_ role: SignatureRole, paper: TextPattern?, rows: [Row]) throws -> Approval {
    if let paper { return .byPaper(try text(paper, rows: rows), date: nil, number: nil) }
    let official = context.official(role)
    return .byOfficial(position: official.position, name: official.name, date: nil)
  }

  private mutating func acknowledgement(
    _ template: TemplateAcknowledgement, rows: [Row]
  ) throws -> Acknowledgement {
    var people: [Acknowledgement.Person] = []
    func add(_ builder: inout DocumentBuilder, _ rows: [Row]) throws {
      people.append(
        Acknowledgement.Person(
          name: try template.name.map { try builder.value($0, rows: rows).plainText } ?? "",
          position: try template.position.map { try builder.text($0, rows: rows) } ?? ""))
    }
    if let query = template.query {
      try forEachRow(of: query, rows: rows) { builder, row in try add(&builder, rows + [row]) }
    } else {
      try add(&self, rows)
    }
    return Acknowledgement(title: try text(template.title, rows: rows), people: people)
  }
}

extension ReportContext {
  fileprivate func official(_ role: SignatureRole) -> Official {
    switch role {
    case .deputy: deputy
    case .director: director
    case .classTeacher: Official(position: "Классный руководитель", name: nil)
    case .teacher: Official(position: "Учитель", name: nil)
    }
  }
}
