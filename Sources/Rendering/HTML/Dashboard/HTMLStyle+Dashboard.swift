extension HTMLStyle {
  static let dashboard: StaticString = """
    @page { size: A4 landscape; margin: 12mm }
    body { background: var(--paper); font: 11pt/1.45 "PT Sans", Arial, sans-serif }
    .top, main { max-width: 1500px; margin: 0 auto; padding: 0 1.2rem }
    .top { padding-top: 1rem }
    .organisation { margin: 0; color: var(--faint) }
    h1 { margin: .2rem 0; font-size: 20pt; line-height: 1.2 }
    h2 { margin: 1.6rem 0 .6rem; font-size: 15pt; scroll-margin-top: 1rem }
    nav { display: flex; gap: 1.2rem; margin: .6rem 0 }
    .figures { display: flex; flex-wrap: wrap; gap: .6rem; margin: .8rem 0 0 }
    .figures div {
      display: flex; flex-direction: column-reverse; min-width: 7.5rem; padding: .5rem .8rem;
      border: 1px solid var(--grid); border-radius: 6px; background: var(--group);
    }
    .figures dt { font-size: 9.5pt; color: var(--faint) }
    .figures dd { margin: 0; font-size: 18pt; line-height: 1.15; font-variant-numeric: tabular-nums }
    .chart { max-width: 900px }
    figcaption { text-align: left }
    caption { font: 10pt/1.4 "PT Sans", Arial, sans-serif; color: var(--faint) }
    small { display: block; color: var(--faint); font-size: 8.5pt; line-height: 1.3 }
    .metrics th[scope=row] { min-width: 16rem }
    .spark { display: block; width: 90px; height: 22px }
    form {
      display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .6rem 1rem; align-items: end;
      padding: .8rem; border: 1px solid var(--grid); border-radius: 6px; background: var(--group);
    }
    form[hidden] { display: none }
    label { display: block; font-size: 9.5pt; color: var(--faint) }
    select, input, form button {
      width: 100%; min-height: 2.2rem; padding: .25rem .4rem; border: 1px solid var(--line); border-radius: 4px;
      background: var(--paper); color: var(--ink); font: inherit;
    }
    form button { cursor: pointer }
    #count { margin: .8rem 0 0; font-weight: bold }
    .printed { display: none }
    .state { white-space: nowrap }
    thead button {
      padding: 0; white-space: nowrap; border: 0; background: none; color: inherit; font: inherit; cursor: pointer; text-decoration: underline;
      text-decoration-style: dotted; text-underline-offset: 3px;
    }
    th[aria-sort=ascending] button::after { content: " ▲" }
    th[aria-sort=descending] button::after { content: " ▼" }
    .findings td { overflow-wrap: break-word }
    .findings .told { min-width: 20rem }
    .told summary { width: auto }
    .told p { margin: .3rem 0 }
    .told ul { margin: .2rem 0; padding-left: 1.2rem }
    .key { color: var(--faint); font-size: 8.5pt; overflow-wrap: anywhere }
    .foot { margin: 1.5rem 0; color: var(--faint); font-size: 8.5pt; overflow-wrap: anywhere }
    @media (max-width: 820px) {
      .top, main { padding: 0 .7rem }
      .wide .findings, .wide .metrics { min-width: 58rem }
    }
    @media print {
      :root { color-scheme: light }
      nav, form, .skip, thead button { display: none }
      .printed { display: inline }
      .top, main { max-width: none; padding: 0 }
      table { font-size: 8pt }
      .findings .told, .metrics th[scope=row] { min-width: 0 }
    }

    """
}
