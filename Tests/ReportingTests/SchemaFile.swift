import FoundationEssentials
import Testing

@testable import Reporting

enum SchemaFile {
  static func schema() throws(TemplateError) -> RelaxNGSchema {
    let data = FileManager.default.contents(atPath: Golden.templates + "/template.rng") ?? Data()
    return try RelaxNGSchema(Array(data), file: "template.rng")
  }
}
