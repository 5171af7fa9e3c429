import Reporting

/// A chart under the table of its numbers.
struct SheetChart: Hashable, Sendable {
  var chart: Chart
}
