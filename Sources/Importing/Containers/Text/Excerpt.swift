/// The first 60 characters of raw text, so that a diagnostic stays one line; what was cut is marked with an ellipsis.
func excerpt(_ text: String) -> String {
  let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
  return line.count > 60 ? line.prefix(60) + "…" : line
}

func excerpt(_ bytes: some Collection<UInt8>) -> String {
  // A character takes at most four bytes.
  excerpt(String(decoding: bytes.prefix(61 * 4), as: UTF8.self))
}
