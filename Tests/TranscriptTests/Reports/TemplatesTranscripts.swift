import Foundation
import Testing

/// `zavuch templates`: listing, copying, checking.
@Suite struct TemplatesTranscripts {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// What help and completion name is what lies in ReportTemplates.
  @Test func listNamesEveryTemplate() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../ReportTemplates")
    let files = try FileManager.default.contentsOfDirectory(atPath: root.path(percentEncoded: false))
    let ids = files.filter { $0.hasSuffix(".xml") }.map { $0.dropLast(4) }.sorted()
    let told = try scratch.zavuch("templates").output.split(separator: "\n").dropFirst(2)
    #expect(told.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != " " } } == ids)
    let completion = try scratch.zavuch("completion", "bash").output
    for id in ids { #expect(completion.contains(id), "ReportLibrary.builtIn не знает \(id)") }
  }

  @Test func copyIsTheSchoolsAndIsNeverWrittenOver() throws {
    try scratch.expect(
      """
      $ zavuch templates --copy class-summary
      Шаблоны/class-summary.xml
      $ zavuch templates --check Шаблоны/class-summary.xml
      Шаблон верен.
      $ zavuch templates --copy class-summary
      ! zavuch templates: Файл «Шаблоны/class-summary.xml» уже есть.
      ! Исправляйте его или уберите, чтобы скопировать встроенный шаблон заново.
      [2]
      $ zavuch templates --copy class-sumary
      ! zavuch templates: class-sumary.xml: такого шаблона нет; похоже на class-summary
      [2]
      """)
    let list = try scratch.zavuch("templates").output.split(separator: "\n")
    #expect(list.contains { $0.hasPrefix("class-summary") && $0.hasSuffix("школы") })
    #expect(list.contains { $0.hasPrefix("control") && $0.hasSuffix("программы") })
  }

  @Test func faultsAreToldBeforeDataIsRead() throws {
    try scratch.write(
      """
      <report id="own" title="Мой отчёт">
        <p>Замечаний: <value of="totals.remarcs"/></p>
        <tabel/>
      </report>
      """, to: "Шаблоны/own.xml")
    try scratch.write(
      """
      <report id="own" title="Мой отчёт">
        <p>Замечаний: <value of="totals.remarcs"/></p>
      </report>
      """, to: "own.xml")
    try scratch.expect(
      """
      $ zavuch templates --check Шаблоны/own.xml --check own.xml
      own.xml, строка 3: элемент <tabel> здесь не допускается; похоже на <table>
      own.xml, строка 2: неизвестное значение «totals.remarcs»; похоже на totals.remarks
      [2]
      $ zavuch templates --check нет.xml
      нет.xml: файл не читается; проверьте путь «нет.xml» и права на файл
      [2]
      """)
    let list = try scratch.zavuch("templates")
    #expect(list.status == 0 && list.output.contains("own"))
    #expect(list.output.contains("own.xml, строка 3: элемент <tabel> здесь не допускается; похоже на <table>"))
  }
}
