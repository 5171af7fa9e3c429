import Foundation

/// A file as the rules look at it.
final class PDFSubject {
  let bytes: [UInt8]
  let file: QPDFFile

  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    file = try QPDFFile(bytes)
  }

  lazy var root = file.root
  lazy var pages = file.pages
  lazy var objects = file.objects

  /// The bytes as Latin-1, one character a byte.
  lazy var text = String(String.UnicodeScalarView(bytes.map { UnicodeScalar($0) }))

  /// Every dictionary and stream, also those that stand inside others.
  lazy var dictionaries: [PDFValue] = {
    var found: [PDFValue] = []
    func collect(_ value: PDFValue) {
      if value.isDictionary {
        found.append(value)
        for key in value.keys { collectInner(value[key]) }
      } else {
        for item in value.items { collectInner(item) }
      }
    }
    func collectInner(_ value: PDFValue) { if value.number == 0 { collect(value) } }
    for object in objects { collect(object) }
    collect(file.trailer)
    return found
  }()

  lazy var streams = objects.filter(\.isStream)

  /// What stands in the dictionaries of a kind of resource, or of any dictionary under this key.
  func entries(of kind: String) -> [PDFValue] {
    dictionaries.flatMap { dictionary in
      let entries = dictionary[kind]
      return entries.isStream ? [] : entries.keys.map { entries[$0] }
    }
  }

  func dictionaries(type: String) -> [PDFValue] { dictionaries.filter { $0["Type"].name == type } }

  lazy var annotations = dictionaries.filter { $0["Type"].name == "Annot" || $0.has("Subtype") && $0.has("Rect") }
  lazy var actions = dictionaries.filter { dictionary in
    dictionary["Type"].name == "Action"
      || ["OpenAction", "A"].contains { key in dictionaries.contains { $0[key].syntax == dictionary.syntax } }
        && dictionary["S"].name != nil
  }
  lazy var fonts = dictionaries(type: "Font") + entries(of: "Font").filter { $0["Type"].name != "Font" }
  lazy var images = streams.filter { $0["Subtype"].name == "Image" }
  lazy var forms = streams.filter { $0["Subtype"].name == "Form" }
  lazy var graphicsStates = entries(of: "ExtGState")
  lazy var halftones = graphicsStates.map { $0["HT"] }.filter(\.isDictionary)

  /// Colour spaces that are arrays, also inside others.
  lazy var colourSpaces: [PDFValue] = {
    func inner(_ space: PDFValue) -> [PDFValue] {
      space.isArray ? [space] + space.items.flatMap { $0.isArray ? inner($0) : [] } : []
    }
    return (entries(of: "ColorSpace") + images.map { $0["ColorSpace"] }).flatMap(inner)
  }()

  lazy var outputIntents = root["OutputIntents"].items
  /// The profile of the output, its head first.
  lazy var outputProfile = outputIntents.lazy.compactMap { $0["DestOutputProfile"].content }.first
  var outputSpace: String? { outputProfile.map { String(decoding: $0.dropFirst(16).prefix(4), as: UTF8.self) } }

  /// Tokens of each page's content.
  lazy var contents = pages.map { page in
    PDFToken.tokens(page["Contents"].itemsOrSelf.compactMap(\.content).reduce([]) { $0 + $1 + [10] })
  }
  lazy var operations = contents.map(PDFOperation.operations)

  /// Tokens of all objects and of the pages.
  lazy var tokens = PDFToken.tokens(syntax) + contents.flatMap { $0 }

  /// The file without the data of its streams, and what is packed into object streams.
  lazy var syntax: [UInt8] = {
    var syntax: [UInt8] = []
    var place = 0
    let (start, end) = (Array("stream".utf8), Array("endstream".utf8))
    while let range = bytes[place...].firstRange(of: start) {
      syntax += bytes[place..<range.lowerBound]
      guard let last = bytes[range.upperBound...].firstRange(of: end) else { break }
      place = last.upperBound
    }
    syntax += bytes[place...]
    for stream in streams where stream["Type"].name == "ObjStm" { syntax += stream.content ?? [] }
    return syntax + packed
  }()

  /// qpdf hides object streams: their objects as it prints them.
  private var packed: [UInt8] { objects.filter { !$0.isStream }.flatMap { Array($0.syntax.utf8) + [10] } }

  lazy var structure = PDFStructure(self)
  lazy var marks = pages.indices.flatMap { PDFMarkedContent(operations[$0], page: pages[$0].number).pieces }
  lazy var glyphs = pages.indices.flatMap { PDFShownGlyph.glyphs(operations[$0], resources: pages[$0]["Resources"]) }
  /// What fonts' codes stand for, by the fonts' numbers.
  var unicodeMaps: [Int: [Int: [UInt16]]] = [:]
  lazy var packet = root["Metadata"].content ?? []
  lazy var metadata = XMPPacket(packet)
  lazy var catalogHasLanguage = root["Lang"].text?.isEmpty == false
}

/// An operator of a content stream with its operands.
struct PDFOperation {
  var name: String
  var operands: [PDFToken]

  static func operations(_ tokens: [PDFToken]) -> [PDFOperation] {
    var operations: [PDFOperation] = []
    var operands: [PDFToken] = []
    for token in tokens {
      if case .word(let name) = token, !["true", "false", "null"].contains(name) {
        operations.append(PDFOperation(name: name, operands: operands))
        operands = []
      } else {
        operands.append(token)
      }
    }
    return operations
  }
}
