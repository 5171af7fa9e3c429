extension HTMLStyle {
  static let chart: StaticString = """
    .chart { margin: 10pt 0 12pt }
    .drawing { display: block; width: 100%; height: auto }
    figcaption { margin-top: 4pt; text-align: center; font-size: 11pt; line-height: 1.3 }
    .chart details { margin-top: 4pt; font-size: 10pt }
    summary { cursor: pointer; width: fit-content }
    svg text { fill: var(--ink); font-family: "PT Sans", Arial, sans-serif }
    svg path { fill: none }
    .l-ink { stroke: var(--ink) } .l-faint { stroke: var(--faint) } .l-grid { stroke: var(--grid) }
    svg .f-ink { fill: var(--ink) } svg .f-paper { fill: var(--paper) } svg .f-t2 { fill: var(--t2) }
    .l-s0 { stroke: var(--s0) } .l-s1 { stroke: var(--s1) } .l-s2 { stroke: var(--s2) }
    .l-s3 { stroke: var(--s3) } .l-s4 { stroke: var(--s4) } .l-s5 { stroke: var(--s5) }
    svg .f-s0 { fill: var(--s0) } svg .f-s1 { fill: var(--s1) } svg .f-s2 { fill: var(--s2) }
    svg .f-s3 { fill: var(--s3) } svg .f-s4 { fill: var(--s4) } svg .f-s5 { fill: var(--s5) }
    svg .f-h0 { fill: var(--paper) } svg .f-h1 { fill: var(--h1) } svg .f-h2 { fill: var(--h2) }
    svg .f-h3 { fill: var(--h3) } svg .f-h4 { fill: var(--h4) }
    @media screen and (max-width: 820px) { .chart .drawing { min-width: 44rem } }
    @media print {
      .chart { break-inside: avoid }
      .chart details:not([open]), .chart summary { display: none }
      .drawing { print-color-adjust: exact; -webkit-print-color-adjust: exact }
    }

    """
}
