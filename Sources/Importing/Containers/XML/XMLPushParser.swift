import CLibXML2
import Journal

/// libxml2's SAX2 parser over chunks of bytes. It never goes to the network, and refuses any DTD, so that there are no
/// entities to expand.
final class XMLPushParser {
  private let handler: any XMLHandler
  /// How a problem names the text, such as `часть «xl/workbook.xml»`.
  private let source: String
  private var context: xmlParserCtxtPtr?
  private var failure: (any Error)?

  init(source: String, handler: any XMLHandler) throws {
    XMLPushParser.startLibrary
    self.handler = handler
    self.source = source
    var callbacks = XMLPushParser.callbacks
    context = xmlCreatePushParserCtxt(&callbacks, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    guard let context, xmlCtxtUseOptions(context, Int32(options)) == 0 else {
      throw ImportProblem("\(source) не читается: не хватает памяти", hint: "Закройте другие программы и повторите.")
    }
  }

  deinit { xmlFreeParserCtxt(context) }

  func parse(_ chunk: UnsafeRawBufferPointer) throws {
    guard !chunk.isEmpty else { return }
    let code = xmlParseChunk(
      context, chunk.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(chunk.count), 0)
    try check(code)
  }

  /// Throws when the text is not complete.
  func finish() throws {
    try check(xmlParseChunk(context, nil, 0, 1))
  }

  private func check(_ code: Int32) throws {
    if let failure { throw failure }
    // A prefix that is not declared leaves the text well-formed; lack of memory does so too, but switches events off.
    guard let context, context.pointee.wellFormed == 1, context.pointee.disableSAX == 0 else { throw damaged(code) }
  }

  private func damaged(_ code: Int32) -> ImportProblem {
    let ends = [XML_ERR_DOCUMENT_END, XML_ERR_DOCUMENT_EMPTY, XML_ERR_TAG_NOT_FINISHED, XML_ERR_GT_REQUIRED]
    let line = context?.pointee.input?.pointee.line ?? 0
    let column = context?.pointee.input?.pointee.col ?? 0
    return ImportProblem(
      ends.contains { Int32($0.rawValue) == code }
        ? "\(source) обрывается: XML не закончен"
        : "\(source) повреждена: ошибка XML в строке \(line), знак \(column)",
      hint: "Скачайте файл заново; если он правился, сохраните его ещё раз в Excel или LibreOffice.")
  }

  /// Keeps the first error of the handler and stops libxml2: it knows no Swift errors.
  fileprivate func run(_ body: (any XMLHandler) throws -> Void) {
    guard failure == nil else { return }
    do {
      try body(handler)
    } catch {
      failure = error
      xmlStopParser(context)
    }
  }

  fileprivate func refuseDTD() throws {
    throw ImportProblem(
      "\(source) содержит объявление DTD, какого в выгрузках не бывает",
      hint: "Файл может быть вредоносным: не открывайте его и запросите выгрузку заново.")
  }

  private static let startLibrary: Void = xmlInitParser()
}

extension XMLPushParser {
  fileprivate static func at(_ user: UnsafeMutableRawPointer?) -> XMLPushParser? {
    user.map { Unmanaged<XMLPushParser>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Everything that is not set stays nil: no tree is built, nothing is printed, nothing is loaded.
  fileprivate static var callbacks: xmlSAXHandler {
    var callbacks = xmlSAXHandler()
    callbacks.initialized = UInt32(XML_SAX2_MAGIC)
    callbacks.internalSubset = { user, _, _, _ in
      guard let parser = XMLPushParser.at(user) else { return }
      parser.run { _ in try parser.refuseDTD() }
    }
    callbacks.startElementNs = { user, name, _, _, _, _, count, _, attributes in
      guard let name else { return }
      XMLPushParser.at(user)?.run {
        try $0.start(XMLName(name), XMLAttributes(attributes, count: Int(count)))
      }
    }
    callbacks.endElementNs = { user, name, _, _ in
      guard let name else { return }
      XMLPushParser.at(user)?.run { try $0.end(XMLName(name)) }
    }
    callbacks.characters = { user, start, count in
      XMLPushParser.at(user)?.run { $0.text(UnsafeBufferPointer(start: start, count: Int(count))) }
    }
    // The same callback, so that libxml2 does not try to tell blanks from text.
    callbacks.ignorableWhitespace = callbacks.characters
    return callbacks
  }
}
