import FoundationEssentials
import Testing

@testable import Reporting

@Suite struct TemplateLibraryTests {
  /// A folder of its own for the test, removed at the end.
  private func inFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "zavuch-templates-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    try body(folder.path)
  }

  @Test func builtInTemplatesAreSound() throws {
    let library = try TemplateLibrary(builtIn: Golden.templates)
    let entries = library.list()
    #expect(entries.map(\.id).contains("control"))
    for entry in entries {
      #expect(library.check(file: entry.path).isEmpty)
      #expect(!entry.isSchoolsOwn)
    }
  }

  @Test func schoolsTemplatesComeFirst() throws {
    let files = [
      "control.xml": "<report id=\"control\" title=\"Справка нашей школы\"><p>а</p></report>",
      "own.xml": "<report id=\"own\" title=\"Свой\"><p>б</p></report>",
      "заметки.txt": "не шаблон",
    ]
    try inFolder(files) { folder in
      let library = try TemplateLibrary(builtIn: Golden.templates, school: folder)
      #expect(try library.template("control").title == "Справка нашей школы")
      #expect(try library.template("own").title == "Свой")
      let own = library.list().filter(\.isSchoolsOwn)
      #expect(own.map(\.id) == ["control", "own"])
    }
  }

  @Test func faultsOfTheSchoolsTemplateAreTold() throws {
    try inFolder(["control.xml": "<report id=\"control\" title=\"С\"><tabel/></report>"]) { folder in
      let library = try TemplateLibrary(builtIn: Golden.templates, school: folder)
      let message = "control.xml, строка 1: элемент <tabel> здесь не допускается; похоже на <table>"
      #expect(library.check(file: folder + "/control.xml").map(\.description) == [message])
      #expect(throws: TemplateError.self) { try library.template("control") }
      #expect(library.list().first { $0.id == "control" }?.diagnostics.map(\.description) == [message])
    }
  }

  @Test func missingFilesAreNamed() throws {
    let library = try TemplateLibrary(builtIn: Golden.templates, school: "/нет/такой/папки")
    let error = #expect(throws: TemplateError.self) { try library.template("contrl") }
    #expect(error?.description.hasPrefix("contrl.xml: такого шаблона нет; похоже на control") == true)
    #expect(
      library.check(file: "/нет/x.xml").map(\.description) == [
        "x.xml: файл не читается; проверьте путь «/нет/x.xml» и права на файл"
      ])
    let missing = #expect(throws: TemplateError.self) { try TemplateLibrary(builtIn: "/нет") }
    #expect(
      missing?.description == "template.rng: файл не читается; проверьте путь «/нет/template.rng» и права на файл")
  }
}
