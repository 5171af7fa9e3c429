import Reporting

extension HTMLWriter {
  mutating func write(_ head: DocumentHead) {
    start("header", ["class": "head"])
    requisite("organisation", head.organisation, blank: "наименование организации")
    element("h1", text: head.kind)
    start("div", ["class": "registration"])
    start("span")
    if let date = head.date { write(date) } else { blank("место для даты") }
    end()
    start("span")
    text("№ " + (head.number ?? ""))
    if head.number == nil { blank("место для номера") }
    end()
    end()
    requisite("place", head.place, blank: "место составления")
    if !head.heading.isEmpty { element("p", ["class": "subject", "role": "doc-subtitle"], text: head.heading) }
    end()
  }

  /// A rule to write on where the text is empty.
  private mutating func requisite(_ name: String, _ text: String, blank meaning: String) {
    guard text.isEmpty else { return element("p", ["class": name], text: text) }
    start("p", ["class": name])
    blank("место для записи: \(meaning)")
    element("small", text: "(\(meaning))")
    end()
  }

  mutating func write(_ signature: SignatureBlock) {
    start("section", ["class": "signature", "aria-label": "Подпись"])
    element("span", ["class": "position"], text: signature.position)
    start("span", ["class": "rule"])
    blank("место для подписи")
    end()
    start("span", ["class": "name"])
    if let name = signature.name { text(name) } else { blank("место для расшифровки подписи") }
    end()
    element("small", ["class": "rule-caption"], text: "(подпись)")
    if signature.name == nil { element("small", ["class": "name-caption"], text: "(расшифровка подписи)") }
    start("span", ["class": "date"])
    if let date = signature.date { write(date) } else { blank("место для даты") }
    end()
    if signature.hasStamp { element("span", ["class": "seal"], text: "М.П.") }
    if signature.date == nil { element("small", ["class": "date-caption"], text: "(дата)") }
    end()
    if signature.reservesMark { element("p", ["class": "signature-mark"], text: SignatureBlock.markCaption) }
  }

  /// At the right, above the name of the document.
  mutating func write(_ approval: Approval) {
    start("section", ["class": "approval", "aria-label": "Гриф утверждения"])
    for line in approval.lines { element("p", text: line) }
    end()
  }
}
