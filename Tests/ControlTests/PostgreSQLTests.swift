import JournalStore
import Testing

@testable import Control

/// The rules' SELECTs are the subset that SQLite and PostgreSQL share: over the same tables both give the same rows.
@Suite struct PostgreSQLTests {
  private static let mark = "=== "

  @Test(.enabled(if: PostgreSQLServer.programs != nil, "postgresql is not installed"))
  func rulesGiveTheSameRows() throws {
    let server = try PostgreSQLServer(programs: try #require(PostgreSQLServer.programs))
    defer { server.stop() }
    var tables: [String: String] = [:]
    var expected: [(title: String, rows: [String])] = []
    var script = ""
    for rule in Rule.all {
      for example in rule.examples {
        let prepared = try PreparedExample(rule, example)
        let database = prepared.fixture.store.database
        let found = try Self.tables(database)
        for table in found { tables[table.name] = table.creation }
        script += "\\echo \(Self.mark)\(expected.count)\nBEGIN;\n"
        script += try found.map { try Self.rows(of: $0, database) }.joined()
        for requirement in rule.requirements { script += prepared.writtenOut(requirement.select) + ";\n" }
        var rows = try rule.requirements.flatMap { try prepared.rows($0.select) }
        if let applicable = prepared.rule {
          script += prepared.writtenOut(applicable.select) + ";\n"
          rows += try prepared.rows(applicable.select)
        }
        script += "ROLLBACK;\n"
        expected.append(("\(rule.id): \(example.title)", rows.map(Self.cells)))
      }
    }
    let creation = tables.values.sorted().joined(separator: "\n")
    let output = try server.run(script: creation + "\n" + script)
    let told = output.split(separator: "\n\(Self.mark)").map { $0.split(separator: "\n").dropFirst().map(String.init) }
    // The first part is what stands before the first mark: nothing.
    try #require(told.count == expected.count, "\(output.prefix(500))")
    // A SELECT that names no order gives its rows in any.
    for (expected, rows) in zip(expected, told) {
      #expect(rows.sorted() == expected.rows.sorted(), "\(expected.title)")
    }
  }

  /// `verdict=1 reason=-` of `PreparedExample` as psql prints it.
  private static func cells(_ row: String) -> String {
    row.split(separator: " ").map { $0.drop { $0 != "=" }.dropFirst() }.joined(separator: "|")
  }

  private struct Table {
    var name: String
    var columns: [String]
    var creation: String
  }

  /// Those of the store and the temporary ones.
  private static func tables(_ database: Database) throws -> [Table] {
    let statement = try database.prepare(
      """
      SELECT m.name, c.name, upper(c.type)
      FROM (SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'
        UNION SELECT name FROM temp.sqlite_schema WHERE type = 'table') m JOIN pragma_table_info(m.name) c
      ORDER BY m.name, c.cid
      """)
    var columns: [(table: String, name: String, type: String)] = []
    while try statement.step() { columns.append((statement.text(0), statement.text(1), statement.text(2))) }
    var tables: [Table] = []
    for column in columns {
      let type = column.type == "TEXT" ? "text" : "bigint"
      if tables.last?.name != column.table { tables.append(Table(name: column.table, columns: [], creation: "")) }
      let separator = tables[tables.count - 1].columns.isEmpty ? "" : ", "
      tables[tables.count - 1].columns.append(column.name)
      tables[tables.count - 1].creation += "\(separator)\"\(column.name)\" \(type)"
    }
    return tables.map {
      Table(name: $0.name, columns: $0.columns, creation: "CREATE TABLE \"\($0.name)\" (\($0.creation));")
    }
  }

  private static func rows(of table: Table, _ database: Database) throws -> String {
    let columns = table.columns.map { "quote(\"\($0)\")" }.joined(separator: ", ")
    let statement = try database.prepare("SELECT \(columns) FROM \"\(table.name)\"")
    var rows: [String] = []
    while try statement.step() {
      rows.append("(" + (0..<statement.columnCount).map { statement.text($0) }.joined(separator: ", ") + ")")
    }
    return rows.isEmpty ? "" : "INSERT INTO \"\(table.name)\" VALUES \(rows.joined(separator: ",\n"));\n"
  }
}
