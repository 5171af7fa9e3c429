import CLibXML2

/// A parsed XML file: owns libxml2's document. Nothing is fetched, no entity is defined, a DTD is refused before its
/// first line is read.
final class XMLTree {
  let document: xmlDocPtr
  private let source: [UInt8]
  /// The file's name as messages print it.
  let file: String

  /// Throws the first fault of form: the ones after it are its echoes.
  init(_ bytes: [UInt8], file: String) throws(TemplateError) {
    self.file = file
    source = bytes
    guard !bytes.isEmpty else { throw TemplateError(file: file, problem: "файл пуст") }
    guard LibXML2.isReady, let parser = xmlNewParserCtxt() else {
      throw TemplateError(file: file, problem: "не хватает памяти для чтения файла")
    }
    defer { xmlFreeParserCtxt(parser) }
    let collector = XMLErrorCollector()
    parser.pointee._private = collector.address
    parser.pointee.sax.pointee.serror = { parser, error in
      let parser = parser?.assumingMemoryBound(to: xmlParserCtxt.self)
      guard let error, let collector = XMLErrorCollector.at(parser?.pointee._private) else { return }
      collector.collect(error.pointee)
    }
    parser.pointee.sax.pointee.internalSubset = { parser, _, _, _ in
      guard let parser = parser?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
      let line = parser.pointee.input.map { Int($0.pointee.line) } ?? 0
      XMLErrorCollector.at(parser.pointee._private)?.refuse(code: XMLTree.doctypeRefused, line: line)
      xmlStopParser(parser)
    }
    let options = Int32(XML_PARSE_NONET.rawValue)
    let parsed = withExtendedLifetime(collector) {
      bytes.withUnsafeBytes { bytes in
        bytes.baseAddress.flatMap {
          xmlCtxtReadMemory(
            parser, $0.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count), nil, nil, options)
        }
      }
    }
    if let first = collector.entries.first {
      if let parsed { xmlFreeDoc(parsed) }
      throw TemplateError([XMLTree.diagnostic(first, file: file)])
    }
    guard let parsed else { throw TemplateError(file: file, problem: "файл пуст") }
    document = parsed
  }

  deinit {
    xmlFreeDoc(document)
  }

  var root: XMLElement? {
    xmlDocGetRootElement(document).map { XMLElement(node: $0, tree: self) }
  }

  /// The first line from `line` on that holds the text as written; `line` where none does.
  func line(of text: String, from line: Int) -> Int {
    let lines = source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.indices.dropFirst(line - 1).first { String(decoding: lines[$0], as: UTF8.self).contains(text) }
      .map { $0 + 1 } ?? line
  }

  /// Not a code of libxml2.
  private static let doctypeRefused: Int32 = -1

  private static func diagnostic(_ entry: XMLErrorCollector.Entry, file: String) -> TemplateDiagnostic {
    let (problem, hint): (String, String) =
      switch entry.code {
      case doctypeRefused: ("описание DOCTYPE не допускается", "удалите строку <!DOCTYPE …>")
      case Int32(XML_ERR_TAG_NAME_MISMATCH.rawValue):
        (
          "конец элемента </\(entry.second)> не соответствует началу <\(entry.first)>",
          "проверьте, все ли элементы закрыты"
        )
      case Int32(XML_ERR_TAG_NOT_FINISHED.rawValue):
        ("элемент <\(entry.first)> не закрыт", "допишите </\(entry.first)>")
      case Int32(XML_ERR_UNDECLARED_ENTITY.rawValue):
        ("неизвестное обозначение &\(entry.first);", "наберите сам символ или его номер, например &#160;")
      case Int32(XML_ERR_ATTRIBUTE_REDEFINED.rawValue): ("атрибут \(entry.first) указан дважды", "оставьте один из них")
      case Int32(XML_ERR_ATTRIBUTE_NOT_STARTED.rawValue), Int32(XML_ERR_ATTRIBUTE_NOT_FINISHED.rawValue):
        ("значение атрибута не заключено в кавычки", "пишите имя=\"значение\"")
      case Int32(XML_ERR_LT_IN_ATTRIBUTE.rawValue):
        ("знак < внутри значения атрибута", "пишите &lt; и проверьте кавычки")
      case Int32(XML_ERR_DOCUMENT_EMPTY.rawValue): ("это не XML", "возьмите за образец встроенный шаблон")
      case Int32(XML_ERR_INVALID_ENCODING.rawValue), Int32(XML_ERR_INVALID_CHAR.rawValue):
        ("недопустимый символ или неверная кодировка", "сохраните файл в кодировке UTF-8")
      default:
        ("файл не читается как XML (libxml2 \(entry.code): \(CodeText.oneLine(entry.message)))", "исправьте эту строку")
      }
    return TemplateDiagnostic(file: file, line: entry.line, problem: problem, hint: hint)
  }
}

enum CodeText {
  /// The library ends its messages with a line feed.
  static func oneLine(_ message: String) -> String {
    message.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
