/// What a person may have meant.
enum NearestText {
  /// The values nearest to a text by Levenshtein's distance, nearest first, equal ones in order of their text.
  static func nearest<Value>(_ text: String, of values: [Value], count: Int, _ title: (Value) -> String) -> [Value] {
    let wanted = Array(text.utf8)
    return values.map { (distance: distance(wanted, Array(title($0).utf8)), title: title($0), value: $0) }
      .sorted { ($0.distance, $0.title) < ($1.distance, $1.title) }.prefix(count).map(\.value)
  }

  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, byte) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let cost = min(diagonal + (byte == b[j] ? 0 : 1), row[j] + 1, row[j + 1] + 1)
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[b.count]
  }
}
