import Importing
import Journal
import Testing

@Suite struct FileKindTests {
  private func kind(_ text: String) -> FileKind { FileKind(of: FileBytes(text.utf8)) }
  private func kind(_ bytes: [UInt8]) -> FileKind { FileKind(of: FileBytes(bytes)) }

  @Test func archives() throws {
    #expect(FileKind(of: try ZipFixture([("a.csv", "")]).file()) == .zip)
    #expect(FileKind(of: try WorkbookFixture(sheet: "<sheetData/>").file()) == .xlsx)
    let mimetype = "application/vnd.oasis.opendocument."
    #expect(FileKind(of: try ZipFixture([("mimetype", mimetype + "spreadsheet"), ("a", "")]).file()) == .ods)
    #expect(FileKind(of: try ZipFixture([("mimetype", mimetype + "text")]).file()) == .officeDocument)
    #expect(
      FileKind(of: try ZipFixture([("[Content_Types].xml", ""), ("word/document.xml", "")]).file()) == .officeDocument)
    #expect(FileKind(of: try ZipFixture([("xl/workbook.bin", "")]).file()) == .xlsb)
    #expect(kind(Array(try ZipFixture([("a.csv", "")]).bytes().dropLast(30))) == .zip)
  }

  @Test func texts() {
    #expect(kind("id;name\n1;Анна\n") == .text)
    #expect(kind([0xEF, 0xBB, 0xBF] + Array("id\n".utf8)) == .text)
    #expect(kind([0xCA, 0xEB, 0xE0, 0xF1, 0xF1, 0x0A]) == .text)
    #expect(kind([0xFF, 0xFE, 0x69, 0x00, 0x64, 0x00]) == .text)
    #expect(kind(" {\"a\": [1]}\n") == .json)
    #expect(kind("[]") == .json)
    #expect(kind("[Класс];ФИО\n") == .text)
    #expect(kind("\r\n<!DOCTYPE HTML><html>") == .html)
    #expect(kind("<TABLE border=1><tr><td>5</td></tr></TABLE>") == .html)
    #expect(kind("<?xml version=\"1.0\"?><!DOCTYPE html><html/>") == .html)
    #expect(kind("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>") == .xml)
    #expect(
      kind("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>")
        == .spreadsheetML)
    #expect(kind("") == .empty)
    #expect(kind("\u{FEFF} \r\n") == .empty)
  }

  @Test(arguments: ["<link rel=\"x\">", "<title>Отчёт</title>", "<script></script>", "<h1>Отчёт</h1>", "<center>"])
  func aPageThatBeginsWithWhateverTagIsNoText(_ tag: String) {
    #expect(kind("\(tag)\n<TABLE><tr><td>1</td></tr></TABLE>") == .html)
  }

  @Test func compoundFiles() {
    func file(_ stream: String) -> [UInt8] {
      let head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
      let name = stream.utf16.reduce(into: [UInt8]()) { $0 += [UInt8($1 & 255), UInt8($1 >> 8)] }
      return head + [UInt8](repeating: 0, count: 1024 - 8) + name + [UInt8](repeating: 0, count: 512)
    }
    #expect(kind(file("Workbook")) == .xls)
    #expect(kind(file("Book")) == .xls)
    #expect(kind(file("EncryptedPackage")) == .encryptedOffice)
    #expect(kind(file("WordDocument")) == .officeDocument)
    #expect(kind(file("Other")) == .binary)
    #expect(kind([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == .binary)
  }

  @Test func otherFormats() {
    #expect(kind("%PDF-1.7\n") == .pdf)
    #expect(kind([0x1F, 0x8B, 0x08]) == .gzip)
    #expect(kind(Array("Rar!".utf8) + [0x1A, 0x07, 0x00]) == .rar)
    #expect(kind([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) == .sevenZip)
    #expect(kind([0x89, 0x50, 0x4E, 0x47]) == .image)
    #expect(kind([0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01, 0x00, 0x00]) == .binary)
  }

  @Test(arguments: [
    (FileKind.xml, "не читается: это файл XML", "Выгрузите те же данные в Excel (.xlsx) или CSV."),
    (.empty, "не читается: это пустой файл", "Выгрузите файл заново: в этом нет данных."),
    (
      .encryptedOffice, "не читается: это книга Office под паролем",
      "Откройте книгу с паролем, снимите защиту и сохраните как .xlsx."
    ),
    (
      .rar, "не читается: это архив RAR", "Распакуйте архив и загрузите файлы из него или упакуйте их в ZIP."
    ),
  ])
  func refusals(_ kind: FileKind, _ problem: String, _ hint: String) {
    #expect(kind.refusal == ImportProblem(problem, hint: hint))
  }

  @Test func kindsThatHaveAReader() {
    for kind in [FileKind.zip, .xlsx, .xls, .ods, .spreadsheetML, .html, .text, .json] { #expect(kind.refusal == nil) }
  }
}
