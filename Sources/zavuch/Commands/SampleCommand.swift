import CommandLineInterface
import SampleSchool

extension Command {
  static let sample = Command(
    name: "sample",
    summary: "создать выгрузки выдуманной школы",
    discussion: """
      Одинаковые параметры дают одинаковые файлы. Вид data пишет папку SampleData целиком, school-year — таблицы одного \
      учебного года для замеров скорости, faults — таблицы с ошибками и их точным счётом (truth.json).
      """,
    options: [
      .value(
        "preset", "ВИД", help: "что создать", kind: .oneOf(["data", "school-year", "faults"]), default: "data"),
      .value("out", "ПАПКА", help: "куда положить", kind: .folder, required: true),
      .value("seed", "ЧИСЛО", help: "начальное число для ошибок", default: "1"),
    ],
    examples: [Example("zavuch sample --preset school-year --out /tmp/год", "таблицы учебного года")]
  ) { invocation, console in
    let folder = try invocation.required("out")
    switch try invocation.required("preset") {
    case "school-year":
      try SampleSchool.write(
        .schoolYear, faults: .seeded(1, for: .schoolYear), format: .tables(TableStyle()), to: folder)
    case "faults":
      let plan = SchoolPlan.sample
      let seed = try invocation.integer("seed", in: 0...1_000_000) ?? 1
      let ledger = try SampleSchool.write(
        plan, faults: .everyKind(UInt64(seed), for: plan), format: .tables(TableStyle()),
        to: "\(folder)/tables")
      try ReportFiles.write(
        Array(ledger.json(asOf: plan.to, from: plan.from, to: plan.to).utf8), to: "\(folder)/truth.json")
    default: try SampleSchool.writeSampleData(to: folder)
    }
    console.print(folder)
    return .done
  }
}

extension SampleSchoolError: ExitCoded {
  public var exitStatus: ExitStatus { .usage }
  public var russianDescription: String { description }
}
