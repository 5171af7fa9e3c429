import CommandLineInterface
import Reporting

/// The templates for the terminal.
enum TemplatesReport {
  static func tell(_ entries: [TemplateLibrary.Entry], on console: Console) {
    var table = TextTable([
      .init("Отчёт"), .init("Название", wraps: true), .init("Составляется", wraps: true), .init("Чей"),
    ])
    for entry in entries {
      table.append([
        entry.id, entry.title.isEmpty ? "— с ошибками, см. ниже" : entry.title, entry.basis?.russian ?? "—",
        entry.isSchoolsOwn ? "школы" : "программы",
      ])
    }
    console.write(table.text(width: console.width))
    for fault in entries.flatMap(\.diagnostics) { console.print(fault.description) }
  }
}
