extension HTMLStyle {
  /// On a wide screen heads of tables stay at the window's top; a table that is wider than its place scrolls in a box of
  /// its own with its heads and first column in view.
  static let table: StaticString = """
    .wide { margin: 8pt 0 10pt }
    .wide.broad { overflow: auto; max-height: 88vh }
    table {
      width: 100%; border-collapse: separate; border-spacing: 0; border: 0 solid var(--line);
      font: 9.5pt/1.3 "PT Sans", Arial, sans-serif;
    }
    caption { padding-bottom: 3pt; text-align: left; font: 11pt/1.3 "PT Serif", "Times New Roman", serif }
    caption, thead { break-after: avoid }
    th, td {
      padding: 2.5pt 3.5pt; border: 0 solid var(--line); border-width: 0 .5pt .5pt 0; vertical-align: top; text-align: left;
    }
    tr > :first-child { border-left-width: .5pt }
    thead tr:first-child > * { border-top-width: .5pt }
    thead tr.lower > :first-child { border-left-width: 0 }
    thead th { background: var(--head); vertical-align: middle; text-align: center }
    .long { overflow-wrap: anywhere }
    .turned { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 45mm; text-align: left }
    .numbers td { background: var(--group); text-align: center }
    tbody th { font-weight: normal }
    .group th { background: var(--group); font-weight: bold; break-after: avoid }
    .total th, .total td { font-weight: bold }
    .total { break-before: avoid }
    th.right, td.right { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
    th.center, td.center, .empty td { text-align: center }
    .to-sign tbody td, .to-sign tbody th { height: 9mm; vertical-align: middle }
    .h1 { background: var(--h1) } .h2 { background: var(--h2) } .h3 { background: var(--h3) } .h4 { background: var(--h4) }
    tr { break-inside: avoid }
    thead { display: table-header-group }
    @media screen {
      thead { position: sticky; top: 0; z-index: 2 }
      .headed tbody tr > th:first-child { position: sticky; left: 0; z-index: 1 }
      .headed tbody tr:not(.group) > th:first-child { background: var(--paper) }
    }
    @media screen and (max-width: 820px) {
      .wide { overflow: auto; max-height: 88vh }
      .wide table { min-width: 34rem }
    }
    @media print {
      /* No browser repeats a head that takes a quarter of the page. */
      .landscape .turned { max-height: 36mm }
      .wide, .wide.broad { overflow: visible; max-height: none }
      th, td { print-color-adjust: exact; -webkit-print-color-adjust: exact }
    }

    """
}
