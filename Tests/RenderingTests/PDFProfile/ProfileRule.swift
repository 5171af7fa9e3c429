/// A rule of one of the two profiles by its number: clause, hyphen, number of the test. All of them are checked; where a rule
/// asks for what nothing here can read (the boxes of a JPEG 2000 image, a signature), the check is stricter and forbids it.
struct ProfileRule: CustomStringConvertible, Sendable {
  let id: String
  /// Judges a file.
  let holds: @Sendable (PDFSubject) -> Bool
  /// Spoils a good file so that the rule does not hold.
  let breaking: Breaking

  init(_ id: String, broken breaking: Breaking, _ holds: @escaping @Sendable (PDFSubject) -> Bool) {
    self.id = id
    self.breaking = breaking
    self.holds = holds
  }

  var description: String { id }

  /// PDF/A-2b: ISO 19005-2.
  static let archival =
    fileRules + tokenRules + graphicsRules + colourRules + imageRules + fontRules(prefix: "6.2.11")
    + fontDictionaryRules + annotationRules + formRules + metadataRules + extensionRules + catalogRules
  /// PDF/UA-1: ISO 14289-1.
  static let accessible =
    accessMetadataRules + contentRules + tableRules + listRules + languageRules + structureRules
    + accessAnnotationRules + fontRules(prefix: "7.21") + unicodeRules
}

/// How a good file is spoilt.
enum Breaking: Sendable {
  /// Of the file written without object streams: readers find their way in it though places have moved.
  case bytes(@Sendable (inout [UInt8]) -> Void)
  case objects(@Sendable (QPDFFile) -> Void)
  case encrypted
  /// Operators at the end of the first page, before which all is closed.
  case content(String)
  /// Text of the XMP packet and what comes in its place.
  case metadata(String, String)

  /// Sets a key of the catalog.
  static func root(_ key: String, _ syntax: String) -> Breaking { .objects { $0.root.set(key, syntax) } }

  /// Sets a key of the first page.
  static func page(_ key: String, _ syntax: String) -> Breaking { .objects { $0.pages[0].set(key, syntax) } }

  /// Adds a resource to the first page.
  static func resource(_ kind: String, _ syntax: String) -> Breaking {
    .objects { file in
      let resources = file.pages[0]["Resources"]
      if !resources.has(kind) { resources.set(kind, "<<>>") }
      resources[kind].set("Spoilt", syntax)
    }
  }

  static func annotation(_ syntax: String) -> Breaking { .page("Annots", "[\(syntax)]") }

  /// Changes the first element of a structure type.
  static func element(_ type: String, _ change: @escaping @Sendable (PDFValue) -> Void) -> Breaking {
    .objects { file in
      if let element = file.objects.first(where: { $0["S"].name == type && $0.has("P") }) { change(element) }
    }
  }

  func applied(to bytes: [UInt8]) throws -> [UInt8] {
    switch self {
    case .bytes(let change):
      var bytes = try QPDFFile(bytes).write(.plain)
      change(&bytes)
      return bytes
    case .encrypted: return try QPDFFile(bytes).write(.encrypted)
    case .objects(let change):
      let file = try QPDFFile(bytes)
      change(file)
      return try file.write()
    case .content(let operators):
      let file = try QPDFFile(bytes)
      let content = file.pages[0]["Contents"]
      content.replace((content.content ?? []) + Array("\n\(operators)\n".utf8))
      return try file.write()
    case .metadata(let old, let new):
      let file = try QPDFFile(bytes)
      let stream = file.root["Metadata"]
      let packet = String(decoding: stream.content ?? [], as: UTF8.self)
      stream.replace(Array(packet.replacing(old, with: new, maxReplacements: 1).utf8))
      return try file.write()
    }
  }
}

extension [UInt8] {
  /// Replaces the first occurrence.
  mutating func replace(_ old: String, _ new: String) {
    if let range = ranges(of: Array(old.utf8)).first { replaceSubrange(range, with: Array(new.utf8)) }
  }
}
