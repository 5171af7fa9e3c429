import Reporting

/// The page's style sheet: a sheet of paper on a screen, light or dark, and A4 with the margins of ГОСТ Р 7.0.97 in print.
enum HTMLStyle {
  static func page(_ orientation: PageOrientation) -> StaticString {
    switch orientation {
    case .portrait: "@page { size: A4 portrait; margin: 20mm 15mm 20mm 30mm }\n"
    case .landscape: "@page { size: A4 landscape; margin: 20mm 15mm 20mm 30mm }\n"
    }
  }

  static let sheet: StaticString = """
    @page { @top-center { content: "стр. " counter(page) " из " counter(pages); font: 10pt "PT Serif", serif } }
    @page :first { @top-center { content: none } }
    :root {
      color-scheme: light dark;
      --paper: #fff; --desk: #e9e9e6; --ink: #111; --faint: #555; --line: #333; --head: #e0e0e0; --group: #f2f2f2;
      --mark: rgb(0 0 0 / 8%);
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: #1d1f21; --desk: #121314; --ink: #e6e6e3; --faint: #a9a9a4; --line: #70736f; --head: #33373a;
        --group: #282b2d; --mark: rgb(255 255 255 / 8%);
      }
    }
    * { box-sizing: border-box }
    body { margin: 0; background: var(--desk); color: var(--ink); font: 12pt/1.5 "PT Serif", "Times New Roman", serif }
    main {
      position: relative; isolation: isolate; max-width: 210mm; margin: 1.5rem auto; padding: 20mm 15mm 20mm 30mm;
      background: var(--paper); box-shadow: 0 1px 6px rgb(0 0 0 / 25%); overflow-wrap: break-word;
    }
    .landscape main { max-width: 297mm }
    .watermark {
      position: fixed; inset: 0; z-index: -1; display: grid; place-items: center; overflow: hidden;
      pointer-events: none; user-select: none; color: var(--mark); font: bold 120pt "PT Sans", sans-serif;
    }
    .watermark span { transform: rotate(-45deg) }
    .draft-mark { margin: -10mm 0 5mm; text-align: right; font: bold 9pt "PT Sans", sans-serif }
    .head { margin-bottom: 16pt; text-align: center; break-inside: avoid; break-after: avoid }
    .head p { margin: 8pt 0 }
    .head .organisation, .head .subject { font-weight: bold; text-wrap: balance }
    .head .subject { max-width: 120mm; margin: 18pt auto }
    .head .registration { display: flex; justify-content: space-between; margin: 14pt 0 8pt }
    .head .organisation .blank { width: 150mm; max-width: 100% }
    .head .place .blank { width: 60mm }
    .head small { display: block; font-size: 8pt; font-weight: normal; line-height: 1.4; color: var(--faint) }
    h1 { margin: 22pt 0 14pt; font-size: 15pt }
    h2, h3, h4, h5, h6 { margin: 14pt 0 5pt; font-size: 12pt; line-height: 1.3; break-after: avoid }
    h2 { font-size: 13pt }
    p, li { orphans: 2; widows: 2 }
    p, li, th, td, h2, h3, h4, h5, h6 { white-space: pre-line }
    .body { margin: 0 0 4pt; text-align: justify; text-indent: 12.5mm; hyphens: auto }
    .note { margin: 3pt 0 6pt; font-size: 10pt; line-height: 1.3 }
    .centered { margin: 0 0 4pt; text-align: center }
    ol, ul { margin: 4pt 0; padding-left: 14mm }
    ul { list-style-type: "–  " }
    .wide { margin: 8pt 0 10pt; overflow-x: auto }
    table { width: 100%; border-collapse: collapse; font: 9.5pt/1.3 "PT Sans", Arial, sans-serif }
    caption { padding-bottom: 3pt; text-align: left; font: 11pt/1.3 "PT Serif", "Times New Roman", serif }
    caption, thead { break-after: avoid }
    th, td { padding: 2.5pt 3.5pt; border: .5pt solid var(--line); vertical-align: top; text-align: left }
    thead th { background: var(--head); vertical-align: middle; text-align: center }
    .long { overflow-wrap: anywhere }
    .turned { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 40mm }
    .numbers td { background: var(--group); text-align: center }
    tbody th { font-weight: normal }
    .group th { background: var(--group); font-weight: bold; break-after: avoid }
    .total th, .total td { font-weight: bold }
    .total { break-before: avoid }
    th.right, td.right { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
    .center, .empty td { text-align: center }
    tr { break-inside: avoid }
    thead { display: table-header-group }
    .signature {
      display: grid; grid-template-columns: 1fr 38mm 48mm; column-gap: 5mm; align-items: end;
      margin: 26pt 0 8pt; break-inside: avoid; break-before: avoid;
    }
    .signature .name { text-align: right }
    .signature small { align-self: start; text-align: center; font-size: 8pt; line-height: 1.4; color: var(--faint) }
    .signature .rule-caption { grid-column: 2 }
    .signature .name-caption { grid-column: 3 }
    .signature .date { grid-column: 1; margin-top: 4pt }
    .signature .seal { grid-column: 2; margin-top: 4pt }
    .signature .date-caption { grid-column: 1; width: 38mm }
    .blank { display: inline-block; width: 38mm; height: 1em; border-bottom: .75pt solid var(--ink) }
    .signature .blank { width: 100% }
    .signature .date .blank { width: 38mm }
    .page-break { margin: 24pt 0; border: 0; border-top: 1px dashed var(--faint); break-after: page }
    @media screen and (max-width: 640px) {
      main { margin: 0; padding: 6mm 4mm; box-shadow: none }
      .body { text-align: left; text-indent: 0 }
      .draft-mark { margin-top: 0 }
      .watermark { font-size: 60pt }
      .wide table { min-width: 34rem }
      .signature { grid-template-columns: 1fr 1fr }
      .signature .position { grid-column: 1 / -1 }
      .signature .rule, .signature .rule-caption { grid-column: 1 }
      .signature .name, .signature .name-caption { grid-column: 2 }
      .registration .blank { width: 28mm }
      .signature .blank, .signature .date .blank { width: 100%; max-width: 38mm }
    }
    @media print {
      :root { color-scheme: light }
      body { background: none }
      main { max-width: none; margin: 0; padding: 0; background: none; box-shadow: none }
      .landscape main { max-width: none }
      .draft-mark { margin-top: 0 }
      .wide { overflow: visible }
      .page-break { margin: 0; border: 0; visibility: hidden }
      thead th, .group th, .watermark { print-color-adjust: exact; -webkit-print-color-adjust: exact }
    }

    """
}
