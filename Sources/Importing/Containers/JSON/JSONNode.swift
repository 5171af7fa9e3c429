/// A value of a JSON text as it stands in the bytes: what is in a list or an object follows it up to `next`. In an object
/// every value follows its key.
struct JSONNode: Sendable {
  enum Kind: UInt8, Sendable {
    case null, no, yes, number, string, escapedString, array, object
  }

  var kind: Kind
  /// Where its text begins and ends: a string's without quotes.
  var start: UInt32
  var end: UInt32
  /// The position of the node after it and all that is in it.
  var next: UInt32
}
