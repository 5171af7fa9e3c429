import Testing

@testable import Importing

@Suite struct NumberFormatTests {
  @Test(arguments: [
    "dd.mm.yyyy", "DD\\.MM\\.YYYY", "[$-419]d\\ mmmm\\ yyyy\\ \"г.\";@", "mmm", "yyyy-mm-dd hh:mm:ss.000",
    "m/d/yy h:mm",
    "[Red]mm.yy",
  ])
  func showsDays(_ code: String) { #expect(NumberFormat.showsDate(code)) }

  @Test(arguments: [
    "General", "@", "0.00", "# ##0 \"дней d\"", "0.0_d", "[h]:mm", "mm:ss", "h:mm AM/PM", "[Red]0;[Magenta]-0", "0\\d",
    "\"dd", "",
    "0%;\"y\"d",
  ])
  func showsNoDays(_ code: String) { #expect(!NumberFormat.showsDate(code)) }

  @Test func formatsOfTheProgram() {
    #expect((0...49).filter { NumberFormat.showsDate(builtIn: $0) } == [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36])
  }
}
