import CLibXML2
import Journal

/// libxml2's SAX parser over a stream of bytes. It never goes to the network, and refuses any DTD, so that there are no
/// entities to expand.
///
/// Its first interface, with names as written: namespaces are not looked at, and resolving them takes a third of the time.
final class XMLStreamParser {
  private let events: XMLEvents
  /// How a problem names the text, such as `часть «xl/workbook.xml»`.
  private let source: String
  private let read: (UnsafeMutableRawBufferPointer) throws -> Int
  private let state: UnsafeMutablePointer<zv_xml_state>
  private var context: xmlParserCtxtPtr? { state.pointee.context }
  private var failure: (any Error)?
  private let names = XMLNames()
  private var takesText = true

  /// `read` fills the buffer with the next bytes and gives how many there are; 0 ends the text. Throws `ImportProblem` for text that
  /// is damaged or cut off, and what `read` and the handler throw.
  static func parse(
    _ source: String, _ handler: inout some XMLHandler, read: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws {
    try withUnsafeMutablePointer(to: &handler) { handler in
      try withoutActuallyEscaping(read) { try XMLStreamParser(source, XMLEvents(handler), $0).run() }
    }
  }

  private init(
    _ source: String, _ events: XMLEvents, _ read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws {
    XMLStreamParser.startLibrary
    self.events = events
    self.source = source
    self.read = read
    state = .allocate(capacity: 1)
    state.initialize(to: zv_xml_state())
    state.pointee.parser = Unmanaged.passUnretained(self).toOpaque()
    var callbacks = XMLStreamParser.callbacks
    state.pointee.context = xmlCreateIOParserCtxt(
      &callbacks, state, XMLStreamParser.input, nil, state, XML_CHAR_ENCODING_NONE)
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOWARNING.rawValue
    guard let context, xmlCtxtUseOptions(context, Int32(options)) == 0 else {
      throw ImportProblem("\(source) не читается: не хватает памяти", hint: "Закройте другие программы и повторите.")
    }
  }

  deinit {
    xmlFreeParserCtxt(context)
    state.deallocate()
    names.deallocate()
  }

  private func run() throws {
    let code = xmlParseDocument(context)
    if let failure { throw failure }
    // A prefix that is not declared leaves the text well-formed; lack of memory does so too, but switches events off.
    guard let context, code == 0, context.pointee.wellFormed == 1, context.pointee.disableSAX == 0 else {
      throw damaged()
    }
  }

  private func damaged() -> ImportProblem {
    let error = state.pointee
    return ImportProblem(
      error.is_at_end == 1
        ? "\(source) обрывается: XML не закончен"
        : "\(source) повреждена: ошибка XML в строке \(error.line), знак \(error.column)",
      hint: "Скачайте файл заново; если он правился, сохраните его ещё раз в Excel или LibreOffice.")
  }

  private static let startLibrary: Void = xmlInitParser()
}

/// What libxml2 calls.
extension XMLStreamParser {
  /// Keeps the first error and stops libxml2: it knows no Swift errors.
  @inline(__always)
  private static func with(_ user: UnsafeMutableRawPointer?, _ body: (XMLStreamParser) throws -> Void) {
    guard let parser = user?.assumingMemoryBound(to: zv_xml_state.self).pointee.parser else { return }
    // The parser lives as long as libxml2 runs.
    Unmanaged<XMLStreamParser>.fromOpaque(parser)._withUnsafeGuaranteedRef { parser in
      guard parser.failure == nil else { return }
      do {
        try body(parser)
      } catch {
        parser.failure = error
        xmlStopParser(parser.context)
      }
    }
  }

  /// Whatever follows an error is not worth reading. libxml2 must not be stopped here: it is filling its buffer.
  private static let input: xmlInputReadCallback = { user, target, count in
    guard let state = user?.assumingMemoryBound(to: zv_xml_state.self).pointee, state.has_error == 0,
      let parser = state.parser
    else { return 0 }
    return Unmanaged<XMLStreamParser>.fromOpaque(parser)._withUnsafeGuaranteedRef { parser in
      guard parser.failure == nil else { return 0 }
      do {
        return Int32(try parser.read(UnsafeMutableRawBufferPointer(start: target, count: Int(count))))
      } catch {
        parser.failure = error
        return 0
      }
    }
  }

  /// Everything that is not set stays nil: no tree is built, nothing is printed, nothing is loaded.
  private static var callbacks: xmlSAXHandler {
    var callbacks = xmlSAXHandler()
    // Not XML_SAX2_MAGIC: with it libxml2 calls the second interface only.
    callbacks.initialized = 1
    zv_xml_watch_errors(&callbacks)
    callbacks.internalSubset = { user, _, _, _ in
      XMLStreamParser.with(user) { parser in
        throw ImportProblem(
          "\(parser.source) содержит объявление DTD, какого в выгрузках не бывает",
          hint: "Файл может быть вредоносным: не открывайте его и запросите выгрузку заново.")
      }
    }
    callbacks.startElement = { user, name, attributes in
      guard let name else { return }
      XMLStreamParser.with(user) { parser in
        let takesText = try parser.events.start(XMLName(name, parser.names), XMLAttributes(attributes, parser.names))
        if takesText != parser.takesText { parser.switchText(takesText) }
      }
    }
    callbacks.endElement = { user, name in
      guard let name else { return }
      XMLStreamParser.with(user) { try $0.events.end(XMLName(name, $0.names)) }
    }
    callbacks.characters = characters
    // The same callback, so that libxml2 does not try to tell blanks from text.
    callbacks.ignorableWhitespace = characters
    return callbacks
  }

  private static let characters: charactersSAXFunc = { user, start, count in
    XMLStreamParser.with(user) { $0.events.text(UnsafeBufferPointer(start: start, count: Int(count))) }
  }

  /// Text that nobody takes is not worth a call.
  private func switchText(_ isOn: Bool) {
    takesText = isOn
    guard let handler = context?.pointee.sax else { return }
    handler.pointee.characters = isOn ? XMLStreamParser.characters : nil
    handler.pointee.ignorableWhitespace = handler.pointee.characters
  }
}
