import Importing
import Testing

@Suite struct FileBytesTests {
  /// Examples of FIPS 180-4.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func digest(_ text: String, _ digest: String) {
    #expect(FileBytes(text.utf8).sha256() == digest)
  }

  @Test func aFileIsReadWhole() throws {
    let path = #filePath
    let file = try FileBytes(path: path)
    #expect(file.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }.hasPrefix("import Importing\n"))
    let small = try problem { _ = try FileBytes(path: path, limit: 10) }
    #expect(small.problem == "файл «\(path)» слишком велик: \(file.count) байт при пределе 10")
  }

  @Test func aFileThatIsNotThere() throws {
    let found = try problem { _ = try FileBytes(path: "/нет/такого.csv") }
    #expect(found.problem == "файла «/нет/такого.csv» нет")
    #expect(found.hint == "Проверьте имя файла и папку.")
  }

  @Test func aFolder() throws {
    #expect(try problem { _ = try FileBytes(path: "/") }.problem == "«/» — не файл, а папка или устройство")
  }
}
