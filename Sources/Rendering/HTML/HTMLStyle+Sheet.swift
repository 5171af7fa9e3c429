/// A report: sheets of paper on a screen, A4 with the margins of ГОСТ Р 7.0.97 in print.
extension HTMLStyle {
  static let sheet: StaticString = """
    @page { margin: 20mm 15mm 20mm 30mm; @top-center { content: "стр. " counter(page) " из " counter(pages); \
    font: 10pt "PT Serif", serif } }
    @page :first { @top-center { content: none } }
    @page portrait { size: A4 portrait }
    @page landscape { size: A4 landscape }
    main { position: relative; padding: .1px }
    .sheet {
      max-width: 210mm; margin: 1.5rem auto; padding: 20mm 15mm 20mm 30mm; background: var(--paper);
      box-shadow: 0 1px 6px rgb(0 0 0 / 25%); overflow-wrap: break-word;
    }
    .sheet.landscape { max-width: 297mm }
    .watermark {
      position: fixed; inset: 0; z-index: 1; display: grid; place-items: center; overflow: hidden;
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
    .approval { width: 75mm; max-width: 100%; margin: 0 0 14pt auto; break-inside: avoid; break-after: avoid }
    .approval p { margin: 0; line-height: 1.35 }
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
    .signature-mark {
      display: grid; place-items: center; width: 80mm; max-width: 100%; height: 25mm; margin: 8pt 0 8pt auto; padding: 4mm;
      border: 1px dashed var(--line); border-radius: 2mm; text-align: center; font-size: 8pt; color: var(--faint);
      break-inside: avoid; break-before: avoid;
    }
    .blank { display: inline-block; width: 38mm; height: 1em; border-bottom: .75pt solid var(--ink) }
    .signature .blank { width: 100% }
    .signature .date .blank { width: 38mm }
    .page-break { margin: 24pt 0; border: 0; border-top: 1px dashed var(--faint); break-after: page }
    @media screen and (max-width: 820px) {
      .sheet { margin: 0; padding: 6mm 4mm; box-shadow: none }
      .sheet + .sheet { border-top: 1px dashed var(--faint) }
      .draft-mark { margin-top: 0 }
    }
    @media screen and (max-width: 640px) {
      .body { text-align: left; text-indent: 0 }
      .watermark { font-size: 60pt }
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
      main { padding: 0 }
      .sheet { max-width: none; margin: 0; padding: 0; background: none; box-shadow: none; page: portrait }
      .sheet.landscape { max-width: none; page: landscape }
      .sheet + .sheet { break-before: page }
      .skip { display: none }
      .draft-mark { margin-top: 0 }
      .page-break { margin: 0; border: 0; visibility: hidden }
      .watermark { print-color-adjust: exact; -webkit-print-color-adjust: exact }
    }

    """
}
