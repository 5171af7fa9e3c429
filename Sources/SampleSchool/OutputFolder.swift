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
    let file = "\(path)/\(name)"
    do {
      try Data(bytes).write(to: URL(filePath: file))
    } catch {
      throw SampleSchoolError.notWritten(path: file, reason: "файл нельзя записать")
    }
  }
}
