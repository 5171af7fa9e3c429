import CLibXML2
import Journal

/// libxml2's HTML parser over a page in UTF-8. It mends whatever it finds, so it never calls a page damaged.
final class HTMLPushParser {
  /// The content of a comment that stands behind the page: what is still open there was never closed.
  private static let mark = "конец страницы"
  private let handler: HTMLHandler
  private var failure: (any Error)?
  private let names = XMLNames()

  /// Throws what the handler throws.
  static func parse(_ page: UnsafeBufferPointer<UInt8>, _ handler: HTMLHandler) throws {
    let parser = HTMLPushParser(handler)
    try withExtendedLifetime(parser) { try parser.run(page) }
  }

  private init(_ handler: HTMLHandler) {
    self.handler = handler
  }

  deinit { names.deallocate() }

  private func run(_ page: UnsafeBufferPointer<UInt8>) throws {
    var callbacks = HTMLPushParser.callbacks
    let user = Unmanaged.passUnretained(self).toOpaque()
    let context = htmlCreatePushParserCtxt(&callbacks, user, nil, 0, nil, XML_CHAR_ENCODING_NONE)
    defer { htmlFreeParserCtxt(context) }
    // The page is UTF-8 by now, whatever it says of itself.
    let options =
      HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_RECOVER.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    // It answers with the options that mean nothing to HTML, which loads nothing anyway: NONET.
    guard let context, htmlCtxtUseOptions(context, Int32(options)) & ~Int32(HTML_PARSE_NONET.rawValue) == 0,
      xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8) == 0
    else {
      throw ImportProblem(
        "страница HTML не читается: не хватает памяти", hint: "Закройте другие программы и повторите.")
    }
    for start in stride(from: 0, to: page.count, by: 65_536) {
      try push(UnsafeBufferPointer(rebasing: page[start..<min(page.count, start + 65_536)]), context)
    }
    try Array("\n<!--\(HTMLPushParser.mark)-->".utf8).withUnsafeBufferPointer { try push($0, context) }
    _ = htmlParseChunk(context, nil, 0, 1)
    if let failure { throw failure }
  }

  /// What libxml2 answers is the last thing that it mended.
  private func push(_ piece: UnsafeBufferPointer<UInt8>, _ context: htmlParserCtxtPtr) throws {
    piece.withMemoryRebound(to: CChar.self) { _ = htmlParseChunk(context, $0.baseAddress, Int32($0.count), 0) }
    if let failure { throw failure }
  }

  private static func with(_ user: UnsafeMutableRawPointer?, _ body: (HTMLPushParser) throws -> Void) {
    guard let user else { return }
    let parser = Unmanaged<HTMLPushParser>.fromOpaque(user).takeUnretainedValue()
    guard parser.failure == nil else { return }
    do {
      try body(parser)
    } catch {
      parser.failure = error
    }
  }

  /// Everything that is not set stays nil: no tree is built, nothing is printed, nothing is loaded.
  private static var callbacks: htmlSAXHandler {
    var callbacks = htmlSAXHandler()
    callbacks.initialized = 1
    callbacks.startElement = { user, name, attributes in
      guard let name else { return }
      HTMLPushParser.with(user) { try $0.handler.start(XMLName(name, $0.names), XMLAttributes(attributes, $0.names)) }
    }
    callbacks.endElement = { user, name in
      guard let name else { return }
      HTMLPushParser.with(user) { try $0.handler.end(XMLName(name, $0.names)) }
    }
    callbacks.characters = { user, start, count in
      HTMLPushParser.with(user) { $0.handler.text(UnsafeBufferPointer(start: start, count: Int(count))) }
    }
    callbacks.ignorableWhitespace = callbacks.characters
    callbacks.comment = { user, content in
      guard let content, String(cString: content) == HTMLPushParser.mark else { return }
      HTMLPushParser.with(user) { $0.handler.endPage() }
    }
    return callbacks
  }
}
