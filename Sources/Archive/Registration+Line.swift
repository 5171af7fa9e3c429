import FoundationEssentials

extension Registration {
  /// The first part of `folder`.
  var yearFolder: String { String(folder.prefix { $0 != "/" }) }

  /// Everything but the line's own digest, in the order of the line.
  var members: [(key: String, value: String)] {
    [
      ("sequence", String(sequence)), ("year", String(year)), ("number", String(number)),
      ("signedOn", JSONText.string(signedOn)), ("report", JSONText.string(report)), ("title", JSONText.string(title)),
      ("signer", signer.json), ("asOf", JSONText.string(asOf)), ("window", JSONText.string(window)),
      ("program", JSONText.string(program)),
      (
        "libraries",
        JSONText.object(libraries.sorted { $0.key < $1.key }.map { (key: $0.key, value: JSONText.string($0.value)) })
      ),
      ("folder", JSONText.string(folder)), ("files", JSONText.array(files.map(\.json))), ("previous", previous.json),
    ]
  }

  /// The ledger's line without the line end.
  var line: [UInt8] {
    Array(JSONText.object(members + [("digest", digest.json)]).utf8)
  }

  /// Nil if the bytes are no JSON of this shape, or name what no registration can.
  init?(line: [UInt8]) {
    guard let record = try? JSONDecoder().decode(Registration.self, from: Data(line)), record.isPlausible else {
      return nil
    }
    self = record
  }

  /// Bounds that keep arithmetic and paths over a forged line harmless.
  private var isPlausible: Bool {
    let path = folder.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    return (1...999_999_999).contains(sequence) && (1...9999).contains(year) && (1...999_999).contains(number)
      && path.count == 2 && (path + files.map(\.name)).allSatisfy { ArchivedFile.objection(toName: $0) == nil }
  }

  /// The digest that a line with these bytes should carry; the line's last member is as long as its canonical spelling.
  static func digest(ofLine line: [UInt8]) -> Digest {
    let tail = ",\"digest\":".utf8.count + Digest.zeros.json.utf8.count + 1
    return Digest(of: Array(line.dropLast(tail)) + [UInt8(ascii: "}")])
  }

  /// `№ 2 за 2026 год, «Справка», Директор Петров П.П., 05.06.2026 (запись 3)`
  var told: String {
    "№ \(number) за \(year) год, «\(title)», \(signer.position) \(signer.name), \(ISODate.russian(signedOn)) "
      + "(запись \(sequence))"
  }
}
