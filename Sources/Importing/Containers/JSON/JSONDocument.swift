import Journal
import Synchronization

/// A JSON text (RFC 8259) read whole, each value with its place.
///
/// Numbers keep their text, for identifiers exceed 2⁵³ and «4.80» is not «4.8»; a key twice in one object, text after the
/// end and nesting beyond `depthLimit` are refused, for nobody could tell which reading was meant.
public final class JSONDocument: Sendable {
  /// The deepest nesting taken.
  public static let depthLimit = 64
  /// The largest text taken: 256 MiB.
  public static let sizeLimit = 256 << 20
  /// The most values and keys taken: half a gigabyte beside the text.
  public static let nodeLimit = 32 << 20

  let text: DecodedText
  let nodes: ContiguousArray<JSONNode>
  /// How far the children of the containers last asked for were counted (`JSONValue.path`).
  let counted = Mutex<[Int: Counted]>([:])

  /// A child's node and its position among its siblings.
  struct Counted {
    var node: Int
    var position: Int
  }

  /// Throws `ImportProblem` with the line where the text is no JSON.
  public init(_ file: FileBytes) throws {
    guard file.count <= JSONDocument.sizeLimit else {
      throw ImportProblem(
        "файл JSON слишком велик: \(file.count) байт при пределе \(JSONDocument.sizeLimit)",
        hint: "Выгрузите данные частями: по одному классу или по месяцам.")
    }
    text = try DecodedText(file)
    nodes = try text.withUTF8 { bytes in
      var scanner = JSONScanner(bytes)
      return try scanner.scan()
    }
  }

  public var root: JSONValue { JSONValue(document: self, index: 0) }
}
