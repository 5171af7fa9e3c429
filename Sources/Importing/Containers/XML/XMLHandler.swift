/// Takes the events of one XML part in the order of the text. What it throws ends the parsing.
protocol XMLHandler: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes) throws
  func end(_ name: XMLName) throws
  /// A piece of text: one text may come in several pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}
