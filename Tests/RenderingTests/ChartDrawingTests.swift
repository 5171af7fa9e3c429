import Reporting
import Testing

@testable import Rendering

@Suite struct ChartDrawingTests {
  static let charts = [
    SampleDocument.columns, SampleDocument.bars, SampleDocument.lines, SampleDocument.shares, SampleDocument.nothing,
    SampleDocument.single, SampleDocument.map(classes: 30, subjects: 25), SampleDocument.map(classes: 1, subjects: 1),
  ]

  func texts(_ drawing: ChartDrawing) -> [String] { drawing.labels.map(\.text) }

  @Test(arguments: charts) func staysInItsBox(_ chart: Chart) {
    let drawing = ChartDrawing(chart, width: 4677)
    for mark in drawing.marks {
      let points =
        switch mark {
        case .area(let points, _): points
        case .lines(let lines, _, _, _): lines.flatMap { $0 }
        case .label(let label): [label.point]
        }
      #expect(points.allSatisfy { (-10...4687).contains($0.x) && (-10...drawing.height + 10).contains($0.y) })
    }
  }

  @Test(arguments: charts) func labelsDoNotOverlap(_ chart: Chart) {
    let boxes = ChartDrawing(chart, width: 4677).labels.map { label in
      let length = ChartText.width(label.text, size: label.size)
      let before =
        switch label.anchor {
        case .start: 0
        case .middle: length / 2
        case .end: length
        }
      let rise = label.size * 6 / 10
      return label.isTurned
        ? ChartLayout.Box(x: label.point.x - rise, y: label.point.y - (length - before), width: rise, height: length)
        : ChartLayout.Box(x: label.point.x - before, y: label.point.y - rise, width: length, height: rise)
    }
    for (index, box) in boxes.enumerated() {
      #expect(!boxes[(index + 1)...].contains { box.overlaps($0) }, "label \(index) of \(chart.name)")
    }
  }

  @Test func tellsEveryValueWhereThereIsRoom() {
    for chart in [SampleDocument.columns, SampleDocument.bars, SampleDocument.single] {
      let drawing = ChartDrawing(chart, width: 4677)
      let told = Set(texts(drawing))
      #expect(drawing.isComplete)
      #expect(chart.series.flatMap(\.values).map(\.plainText).filter { !$0.isEmpty && !told.contains($0) } == [])
    }
    #expect(!ChartDrawing(SampleDocument.map(classes: 3, subjects: 25), width: 2000).isComplete)
  }

  @Test func saysHowTheTrendIsMade() {
    let trend = "Тренд: прямая, построенная методом наименьших квадратов"
    #expect(texts(ChartDrawing(SampleDocument.lines, width: 4677)).contains(trend))
    #expect(!texts(ChartDrawing(SampleDocument.single, width: 4677)).contains(trend))
  }

  @Test func fitsTheLineOfLeastSquares() throws {
    let trend = try #require(ChartTrend([(0, 100), (1, 300), (2, 200), (4, 600)]))
    // Σx = 7, Σy = 1200, Σxy = 3100, Σx² = 21: slope 4000/35, at 0 300 − 200.
    #expect(trend.value(at: 0) == 100)
    #expect(trend.value(at: 4) == 557)
    #expect(ChartTrend([(0, 100), (5, 300)]) == nil)
  }

  @Test(arguments: [
    ([9000, 9600], Chart.Unit.percent, false, [90, 91, 92, 93, 94, 95, 96].map { $0 * 100 }),
    ([1200, 3100], .count, true, [0, 1000, 2000, 3000, 4000]), ([0], .count, true, [0, 100]),
    ([10_000], .percent, false, [9900, 10_000]), ([330, 512], .marks, false, [300, 350, 400, 450, 500, 550]),
    ([-50, 120], .percent, true, [-100, 0, 100, 200]),
  ])
  func putsTicksAtRoundNumbers(_ values: [Int], _ unit: Chart.Unit, _ fromZero: Bool, _ ticks: [Int]) {
    #expect(ChartAxis(values, unit: unit, fromZero: fromZero).ticks == ticks)
  }

  /// A share from 97 % on would look like a fall to nothing.
  @Test func saysOfASharesScaleThatItLeavesOutItsBeginning() {
    #expect(
      ChartAxis([9700, 9900], unit: .percent, fromZero: false).told
        == "шкала начинается с 97\u{a0}%, а не с нуля")
    #expect(ChartAxis([0, 9900], unit: .percent, fromZero: false).told == nil)
    #expect(ChartAxis([9700, 9900], unit: .percent, fromZero: true).told == nil)
    #expect(ChartAxis([330, 512], unit: .marks, fromZero: false).told == nil)
    #expect(ChartAxis.title("Проверка", scale: "шкала") == "Проверка (шкала)")
    #expect(ChartAxis.title("Проверка", scale: nil) == "Проверка")
  }

  @Test func cutsLongNames() {
    let told = ChartText.lines("Основы духовно-нравственной культуры", width: 500, atMost: 1)
    #expect(!told.isWhole)
    #expect(told.lines[0].hasSuffix("…") && ChartText.width(told.lines[0]) <= 500)
    #expect(ChartText.lines("5А", width: 500, atMost: 1) == (["5А"], true))
  }

  /// Without colour the series differ by what they are filled and drawn with.
  @Test func differsWithoutColour() {
    #expect(Set((0..<6).map { ChartLayout.dash(series: $0) }).count == 6)
  }
}

extension ChartDrawing {
  fileprivate var labels: [Label] {
    marks.compactMap { mark in
      if case .label(let label) = mark { label } else { nil }
    }
  }
}
