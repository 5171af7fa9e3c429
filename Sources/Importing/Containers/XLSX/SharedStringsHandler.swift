/// `sharedStrings.xml`: the texts that cells point at. Runs of rich text are joined; phonetic readings are left out.
struct SharedStringsHandler: XMLHandler {
  private(set) var strings = SharedStrings()
  private var text = CellText()
  private var isCollecting = false
  private var isPhonetic = false
  private var preservesSpace = false

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    switch name {
    case "si": text.clear()
    case "rPh": isPhonetic = true
    case "t":
      guard !isPhonetic else { return }
      isCollecting = true
      preservesSpace = attributes["space"]?.equals("preserve") ?? false
      text.beginRun()
    default: break
    }
  }

  mutating func end(_ name: XMLName) throws {
    switch name {
    case "si":
      text.unescape()
      strings.append(text)
    case "rPh": isPhonetic = false
    case "t":
      guard isCollecting else { return }
      isCollecting = false
      text.endRun(preservesSpace: preservesSpace)
    default: break
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isCollecting { text.append(bytes) }
  }
}
