import Reporting

extension HTMLWriter {
  mutating func write(_ head: DocumentHead) {
    start("header", ["class": "head"])
    if !head.organisation.isEmpty { element("p", ["class": "organisation"], text: head.organisation) }
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
    if !head.place.isEmpty { element("p", ["class": "place"], text: head.place) }
    if !head.heading.isEmpty { element("p", ["class": "subject", "role": "doc-subtitle"], text: head.heading) }
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
  }
}
