import FoundationEssentials
import Importing
import Journal
import Testing

@Suite(
  .enabled(if: RealExports.areThere && XLRD.isInstalled, "ZAVUCH_REAL_EXPORTS or xlrd is lacking"))
struct ActivityRealExportTests {
  private static let name = "dnevnik/reportGlobalStatPersonal_(59).xls"

  /// The lines of `ActivityFixture.lines`, made of xlrd's cells alone.
  private static let oracle = """
    import sys, xlrd, datetime, re
    months = 'янв фев мар апр май июн июл авг сен окт ноя дек'.split()
    bits = {'Обучающийся': 1, 'Родитель': 2, 'Педагог': 4, 'Директор': 8, 'Зам. директора': 8}
    def day(text):
        if text == '-': return 'никогда'
        part = text.split()
        date = datetime.date(2000 + int(part[3]), months.index(part[2]) + 1, int(part[1])).isoformat()
        return date + ('T' + part[4] + ':00' if len(part) == 5 else '')
    sheet = xlrd.open_workbook(sys.argv[1], logfile=sys.stderr).sheet_by_index(0)
    for row in range(5, sheet.nrows):
        cell = [c.value for c in sheet.row(row)]
        roles = sum({bits[r] for r in cell[1].split(', ') if r})
        classes = ','.join(dict.fromkeys(cell[2].split(',')))
        counters = ' '.join('0' if c == '-' else '%d' % c for c in cell[4:8])
        print('|'.join([cell[0], str(roles), classes, counters, day(cell[8]), day(cell[9])]))
    """

  @Test func everyCellEqualsTheOracle() throws {
    var batches: [JournalBatch] = []
    try Importer(ImportOptions()) { batches.append($0) }.read([RealExports.path(Self.name)])
    let batch = try #require(batches.first)
    let oracle = try PythonOracle.run(Self.oracle, [RealExports.path(Self.name)]).split(separator: "\n").map(
      String.init)
    #expect(oracle.count == 1274 && ActivityFixture.lines(batch) == oracle)
    let file = batch.files[0]
    #expect(file.rejected.isEmpty && batch.activity[0].isWhole)
    #expect(file.counts.pupilAccounts == AccountCounts(all: 593, loggedIn: 558))
    #expect(file.counts.parentAccounts == AccountCounts(all: 593, loggedIn: 468))
    #expect(file.counts.teacherAccounts == AccountCounts(all: 43, loggedIn: 43))
    #expect(file.counts.logins == 1090 && file.classes.count == 22)
  }
}
