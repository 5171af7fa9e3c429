import FoundationEssentials
import Testing

@testable import Reporting

/// Every message about a template, word for word: a school's technician has nothing else to go by.
@Suite struct TemplateErrorTests {
  /// Wraps the lines into a report: the first of them is line 2.
  private func messages(_ lines: String, file: String = "control.xml") throws -> [String] {
    try messages(of: "<report id=\"control\" title=\"Справка\">\n\(lines)\n</report>", file: file)
  }

  private func messages(of text: String, file: String = "control.xml") throws -> [String] {
    do throws(TemplateError) {
      _ = try ReportTemplate(Array(text.utf8), file: file, schema: try SchemaFile.schema())
      return []
    } catch {
      return error.diagnostics.map(\.description)
    }
  }

  private static let table = "<table query=\"norms\" name=\"Н\" caption=\"Нормы\">"

  @Test(arguments: [
    ("<p>а</p>\n<tabel/>", "control.xml, строка 3: элемент <tabel> здесь не допускается; похоже на <table>"),
    ("<zzzzzz/>", "control.xml, строка 2: элемент <zzzzzz> здесь не допускается; такого элемента нет"),
    (
      "<value of=\"check.to\"/>",
      "control.xml, строка 2: элемент <value> здесь не допускается; его место — внутри <head>, <strong>, <if>, <unless>, <repeat>, <heading>, <p>, <item>"
    ),
    (
      "<p>а</p>\nб",
      "control.xml, строка 3: внутри элемента <report> текст «б» не допускается; удалите его или поместите в <p>"
    ),
    ("<p styel=\"note\">а</p>", "control.xml, строка 2: у элемента <p> нет атрибута styel; похоже на style"),
    (
      "<page-break x=\"1\"/>",
      "control.xml, строка 2: у элемента <page-break> нет атрибута x; атрибутов у него не бывает"
    ),
    (
      "<p style=\"big\">а</p>",
      "control.xml, строка 2: атрибут style=\"big\" элемента <p> имеет недопустимое значение; допускается: body, note, centered"
    ),
    (
      "\(table)<column title=\"А\" width=\"ш\"/></table>",
      "control.xml, строка 2: атрибут width=\"ш\" элемента <column> имеет недопустимое значение; нужно: целое число больше нуля"
    ),
    (
      "\(table)<column width=\"1\"/></table>",
      "control.xml, строка 2: у элемента <column> нет обязательного атрибута title; допишите его: непустой текст"
    ),
    ("\(table)</table>", "control.xml, строка 2: элемент <table> неполон; добавьте то, что в нём должно стоять"),
    (
      "<if><p>а</p></if>",
      "control.xml, строка 2: атрибуты элемента <if> не складываются в условие; нужно: либо test, либо value вместе с equals, greater или less"
    ),
    (
      "<p><plural of=\"totals.findings\" one=\"урок\" few=\"урока\"/></p>",
      "control.xml, строка 2: у элемента <plural> нет обязательного атрибута many; допишите его: непустой текст"
    ),
    (
      "<heading level=\"7\">а</heading>",
      "control.xml, строка 2: атрибут level=\"7\" элемента <heading> имеет недопустимое значение; допускается: 1, 2, 3"
    ),
    (
      "<cross name=\"Н\" caption=\"К\"><column title=\"А\" width=\"1\"/></cross>",
      "control.xml, строка 2: элемент <column> здесь не допускается; проверьте порядок элементов и вложенность"
    ),
    (
      "\(table)<column title=\"А\" width=\"1\" shade-below=\"3.125\"/></table>",
      "control.xml, строка 2: атрибут shade-below=\"3.125\" элемента <column> имеет недопустимое значение; нужно: число, дробная часть не длиннее двух знаков, после точки"
    ),
  ])
  func schemaObjects(_ lines: String, _ message: String) throws {
    let found = try messages(lines)
    #expect(found == [message])
  }

  @Test(arguments: [
    (
      "<repeat query=\"norm\"><p/></repeat>",
      "control.xml, строка 2: неизвестный запрос «norm»; похоже на norms"
    ),
    (
      "<repeat query=\"weather\"><p/></repeat>",
      "control.xml, строка 2: неизвестный запрос «weather»; список запросов — в README.md"
    ),
    (
      "<p>а\n<value of=\"check.form\"/></p>",
      "control.xml, строка 3: неизвестное значение «check.form»; похоже на check.from"
    ),
    (
      "\(table)<column title=\"А\" value=\"titel\" width=\"1\"/></table>",
      "control.xml, строка 2: неизвестное значение «titel»: такого столбца нет в запросе norms; похоже на title"
    ),
    (
      "<p><value of=\"title\"/></p>",
      "control.xml, строка 2: неизвестное значение «title»: вне <repeat> и <table> пишите запрос и столбец через точку; список значений — в README.md"
    ),
    (
      "<p><plural of=\"check.from\" one=\"день\" few=\"дня\" many=\"дней\"/></p>",
      "control.xml, строка 2: значение check.from — не количество; в <plural> укажите целое число"
    ),
    (
      "<if value=\"check.from\" greater=\"0\"><p/></if>",
      "control.xml, строка 2: значение check.from нельзя сравнить с числом; укажите целое число или test"
    ),
    (
      "\(table)<column title=\"А\" value=\"title\" width=\"1\"/></table>\n\(table)<column title=\"А\" value=\"title\" width=\"1\"/></table>",
      "control.xml, строка 3: таблица или диаграмма с именем «Н» уже есть; дайте каждой своё имя: в книге это имя листа"
    ),
    (
      "\(table)<column title=\"А\" value=\"title\" width=\"1\"/>\n<column title=\"Б\" value=\"norms\" width=\"1\" total=\"sum\"/><total title=\"Итого\"/></table>",
      "control.xml, строка 3: столбец «Б» нельзя суммировать; total допускается у количеств и долей"
    ),
    (
      "<table query=\"rules\" name=\"Н\" caption=\"К\">\n<column title=\"А\" value=\"title\" width=\"1\"/><column title=\"Б\" value=\"kept\" width=\"1\" total=\"sum\"/></table>",
      "control.xml, строка 2: у таблицы «Н» есть столбцы с total, но нет строки итогов; добавьте <total title=\"Итого\"/>"
    ),
    (
      "<repeat query=\"norms\">\n<table query=\"rules\" match=\"titel\" name=\"Н\" caption=\"К\"><column title=\"А\" width=\"1\"/></table></repeat>",
      "control.xml, строка 3: в запросе rules нет столбца «titel»; похоже на title"
    ),
    (
      "<repeat query=\"sources\">\n<repeat query=\"rules\" match=\"title\"><p/></repeat></repeat>",
      "control.xml, строка 3: match=\"title\": столбца title нет в строке, внутри которой стоит <repeat>; столбцы должны называться одинаково в обоих запросах"
    ),
    (
      "<repeat query=\"rules\" match=\"title\"><p/></repeat>",
      "control.xml, строка 2: match имеет смысл только внутри <repeat> или отчёта с each; уберите match"
    ),
    (
      "<table query=\"rules\" name=\"Н\" caption=\"Нормы {check.form}\"><column title=\"А\" value=\"title\" width=\"1\"/></table>",
      "control.xml, строка 2: неизвестное значение «check.form»; похоже на check.from"
    ),
    (
      "<table query=\"rules\" name=\"Н\" caption=\"Нормы {check.from\"><column title=\"А\" value=\"title\" width=\"1\"/></table>",
      "control.xml, строка 2: в атрибуте caption=\"Нормы {check.from\" скобка { или } без пары; значение пишется так: {имя}"
    ),
    (
      "\(table)<column title=\"А\" value=\"title\" width=\"1\" shade-from=\"3\"/></table>",
      "control.xml, строка 2: заливка задана не полностью или дважды; укажите либо shade-from вместе с shade-to, либо shade-below"
    ),
    (
      "<repeat query=\"analysed-pupils\"><p/></repeat>",
      "control.xml, строка 2: запрос «analysed-pupils» не для этого отчёта: он составляется по проверке; замените запрос или укажите у <report> basis=\"period\""
    ),
    (
      "<chart kind=\"bars\" query=\"rules\" name=\"Д\" title=\"Д\" alternative=\"Д\" axis=\"П\" category=\"title\" unit=\"count\">\n<series title=\"А\" value=\"demand\"/></chart>",
      "control.xml, строка 3: значение demand не изобразить: это не число; укажите количество, долю или число"
    ),
    (
      "<signature role=\"director\" name=\"check.from\"/>",
      "control.xml, строка 2: имя для role=\"director\" берётся из настроек школы; уберите атрибут name"
    ),
    (
      "<cross name=\"Н\" caption=\"К\"><rows query=\"rules\" key=\"rule\"/><columns query=\"classes\" key=\"class\" title=\"{class}\" width=\"1\"/>\n<cells query=\"norms\" value=\"norms\"/><column title=\"А\" value=\"title\" width=\"1\"/></cross>",
      "control.xml, строка 3: в запросе norms нет столбца «rule»; список столбцов — в README.md"
    ),
    (
      "<table query=\"rules\" name=\"Н\" caption=\"К\">\n<group by=\"direction\"/><column title=\"А\" value=\"title\" width=\"1\"/></table>",
      "control.xml, строка 3: <group> ничего не печатает; укажите title (строка перед группой) или subtotal (сумма после неё)"
    ),
  ])
  func namesAreChecked(_ lines: String, _ message: String) throws {
    let found = try messages(lines)
    #expect(found == [message])
  }

  @Test(arguments: [
    ("", "control.xml: файл пуст"),
    ("Справка", "control.xml, строка 1: это не XML; возьмите за образец встроенный шаблон"),
    (
      "<report>\n<p>а</report>",
      "control.xml, строка 2: конец элемента </report> не соответствует началу <p>; проверьте, все ли элементы закрыты"
    ),
    (
      "<!DOCTYPE report [<!ENTITY a \"б\">]>\n<report/>",
      "control.xml, строка 1: описание DOCTYPE не допускается; удалите строку <!DOCTYPE …>"
    ),
    (
      "<report>\n<p>&nbsp;</p></report>",
      "control.xml, строка 2: неизвестное обозначение &nbsp;; наберите сам символ или его номер, например &#160;"
    ),
    ("<raport/>", "control.xml, строка 1: элемент <raport> здесь не допускается; похоже на <report>"),
  ])
  func formIsChecked(_ text: String, _ message: String) throws {
    #expect(try messages(of: text).first == message)
  }

  @Test func allProblemsAreTold() throws {
    let found = try messages("<p styel=\"a\"/>\n<tabel/>\n<heading level=\"9\">а</heading>")
    #expect(found.map { $0.prefix(21) } == ["control.xml, строка 2", "control.xml, строка 3", "control.xml, строка 4"])
    let names = try messages("<p><value of=\"a\"/><value of=\"b\"/></p>\n<repeat query=\"c\"><p/></repeat>")
    #expect(names.count == 3)
  }

  @Test func whatLeavesTheSchoolNamesNobody() throws {
    let text = """
      <report id="control" title="Отчёт" outside="yes">
        <table query="findings-by-class" name="Н" caption="К"><column title="А" value="class" width="1"/>
          <column title="Б" value="names" width="1"/>
          <column title="В" value="head-teacher" width="1"/></table>
      </report>
      """
    #expect(
      try messages(of: text) == [
        """
        control.xml, строка 3: в значении «names» могут быть имена обучающихся, а отчёт выходит за пределы школы; уберите его \
        (П 3.5) или уберите outside у <report>
        """,
        """
        control.xml, строка 4: в значении «head-teacher» могут быть фамилии работников школы, а отчёт выходит за пределы \
        школы; уберите его (П 3.5) или уберите outside у <report>
        """,
      ])
  }

  @Test(arguments: ["basis=\"period\"", "outside=\"yes\""])
  func evidenceStaysInTheSchool(_ attribute: String) throws {
    #expect(
      try messages(of: "<report id=\"control\" title=\"Отчёт\" evidence=\"yes\" \(attribute)><p/></report>") == [
        """
        control.xml, строка 1: evidence бывает только у отчёта по проверке, который не выходит за пределы школы; уберите \
        evidence="yes"
        """
      ])
  }

  @Test func fileIsNamedAsItsReport() throws {
    #expect(
      try messages("<p/>", file: "other.xml") == [
        "other.xml, строка 1: id=\"control\" не совпадает с именем файла; назовите файл control.xml или исправьте id"
      ])
  }

  /// Bytes changed, cut out and doubled at seeded places: a template comes out, or a reason does.
  @Test(arguments: 1...300)
  func damagedFilesAreTold(_ seed: Int) throws {
    let data = try #require(FileManager.default.contents(atPath: Golden.templates + "/control.xml"))
    var bytes = Array(data)
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0...next(3) {
      let place = next(bytes.count - 40)
      switch next(3) {
      case 0: bytes[place] = UInt8(next(256))
      case 1: bytes.removeSubrange(place..<(place + 1 + next(30)))
      default: bytes.insert(contentsOf: bytes[place..<(place + 1 + next(30))], at: next(bytes.count))
      }
    }
    do throws(TemplateError) {
      _ = try ReportTemplate(bytes, file: "control.xml", schema: try SchemaFile.schema())
    } catch {
      #expect(!error.diagnostics.isEmpty)
      #expect(error.diagnostics.allSatisfy { !$0.problem.isEmpty })
    }
  }
}
