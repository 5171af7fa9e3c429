import FoundationEssentials

/// A folder to write into; it is made when it is missing.
struct OutputFolder {
  let path: String

  init(_ path: String) throws {
    self.path = path
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw SampleSchoolError.notWritten(path: path, reason: "папку нельзя создать")
    }
  }

  func write(_ bytes: [UInt8], as name: String) throws {
    try OutputFolder.writeFile(bytes, to: "\(path)/\(name)")
  }

  static func writeFile(_ bytes: [UInt8], to path: String) throws {
    do {
      try Data(bytes).write(to: URL(filePath: path))
    } catch {
      throw SampleSchoolError.notWritten(path: path, reason: "файл нельзя записать")
    }
  }
}
