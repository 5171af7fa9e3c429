import Testing

@testable import Importing

/// What a description of a file makes of its dates.
@Suite struct GridSignsTests {
  @Test func thePatternThatFitsMostIsTaken() {
    // Day and month are told apart by the one date that is none the other way round.
    #expect(GridSigns.datePattern(["09/02/2024", "09/05/2024", "09/15/2024"], isHeaded: true)??.text == "ММ/ДД/ГГГГ")
    #expect(GridSigns.datePattern(["05.09.24", "31.02.25", "06.09.24"], isHeaded: true)??.text == "ДД.ММ.ГГ")
  }

  @Test func withoutAHeaderEveryTextHasToBeADate() {
    #expect(GridSigns.datePattern(["05.09.24", "31.02.25", "06.09.24"]) == nil)
    #expect(GridSigns.datePattern(["05.09.24", "Белов"], isHeaded: true) == nil)
    #expect(GridSigns.datePattern(["05.09.24", "06.09.24"])??.text == "ДД.ММ.ГГ")
  }
}
