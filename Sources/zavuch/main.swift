import CommandLineInterface
import Glibc

let program = Program(
  name: "zavuch", version: Installation.version, summary: "контроль ведения электронного журнала школы",
  commands: [
    .importFiles, .check, .findings, .checks, .compare, .trends, .rating, .analyse, .history, .report, .bundle,
    .templates,
    .sign, .verify,
    .waive, .rules, .run, .initialise, .demo, .sample,
  ],
  commonOptions: [StoreLocation.option, Configuration.option])
exit(program.run(Array(CommandLine.arguments.dropFirst()), on: Console.standard()))
