/// Takes the events of one XML part in the order of the text. What it throws ends the parsing.
protocol XMLHandler {
  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws
  mutating func end(_ name: XMLName) throws
  /// A piece of text: one text may come in several pieces.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// Asked after each start: false where no text is wanted until the next one.
  var takesText: Bool { get }
}

extension XMLHandler {
  var takesText: Bool { true }
}
