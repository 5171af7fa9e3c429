import Journal
import Reporting

extension HTMLWriter {
  mutating func write(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text(let text): self.text(text)
      case .strong(let text): element("strong", text: text)
      case .value(let value): write(value)
      }
    }
  }

  mutating func write(_ value: Value) {
    switch value {
    case .date(let date): write(date)
    case .moment(let moment): element("time", ["datetime": moment.description], text: moment.russian)
    case .empty, .text, .integer, .share, .decimal, .points: text(value.plainText)
    }
  }

  mutating func write(_ date: CivilDate) {
    element("time", ["datetime": date.description], text: date.russian)
  }

  /// A rule to write on; `label` says to a screen reader what belongs there.
  mutating func blank(_ label: String) {
    element("span", ["class": "blank", "role": "img", "aria-label": label], text: "")
  }
}
