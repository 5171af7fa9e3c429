import CommandLineInterface
import FoundationEssentials
import Testing

@Suite struct JSONTextTests {
  @Test func keysKeepTheirOrder() {
    let asOf = "2026-06-05"
    let value: JSONText = [
      "asOf": .string(asOf),
      "rules": [["id": "lesson-entered-late", "checked": 23690, "reason": nil, "waived": true], []],
      "followUp": [:], "a": JSONText(nil as String?), "b": JSONText(-5 as Int?), "c": .integer(.min),
    ]
    #expect(
      value.description == """
        {"asOf":"2026-06-05","rules":[{"id":"lesson-entered-late","checked":23690,"reason":null,"waived":true},[]],\
        "followUp":{},"a":null,"b":-5,"c":-9223372036854775808}
        """)
  }

  @Test func escapesOnlyWhatMustBe() {
    #expect(
      JSONText.string("\u{8}\u{c}\n\r\t\u{0}\u{1f}\"\\/ё😀\u{7f}\u{2028}").description
        == "\"\\b\\f\\n\\r\\t\\u0000\\u001f\\\"\\\\/ё😀\u{7f}\u{2028}\"")
    #expect(JSONText.object([("к\"люч", "")]).description == "{\"к\\\"люч\":\"\"}")
  }

  @Test func everyScalarReadsBackWithFoundation() throws {
    var text = ""
    for value in UInt32(0)...0x2fff { text.unicodeScalars.append(contentsOf: Unicode.Scalar(value).map { [$0] } ?? []) }
    let data = Data(JSONText.array([.string(text)]).description.utf8)
    #expect(try JSONDecoder().decode([String].self, from: data) == [text])
  }
}
