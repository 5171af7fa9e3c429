/// The style sheets of pages, light and dark; contrast is 4.5 to 1 or more in both. What every page shares stands here.
enum HTMLStyle {
  static let common: StaticString = """
    :root {
      color-scheme: light dark;
      --paper: #fff; --desk: #e9e9e6; --ink: #111; --faint: #555; --line: #333; --grid: #d4d4d0; --head: #e0e0e0;
      --group: #f2f2f2; --mark: rgb(0 0 0 / 8%); --accent: #0b57a4;
      --h1: #ebebeb; --h2: #d4d4d4; --h3: #bababa; --h4: #9e9e9e;
      --s0: #1f4e79; --s1: #a34a00; --s2: #3a6b35; --s3: #6a3d7c; --s4: #00666b; --s5: #8c1c3a; --t2: #c7debf;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: #1d1f21; --desk: #121314; --ink: #e6e6e3; --faint: #a9a9a4; --line: #70736f; --grid: #3a3d3f;
        --head: #33373a; --group: #282b2d; --mark: rgb(255 255 255 / 8%); --accent: #8ec5ff;
        --h1: #2b2e30; --h2: #3b3f42; --h3: #4c5155; --h4: #5e6469;
        --s0: #7fb2e5; --s1: #f0a35e; --s2: #8fce86; --s3: #c9a0dc; --s4: #5cc4c9; --s5: #f28ba5; --t2: #35532f;
      }
    }
    * { box-sizing: border-box }
    body { margin: 0; background: var(--desk); color: var(--ink); font: 12pt/1.5 "PT Serif", "Times New Roman", serif }
    a { color: var(--accent) }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
    .skip { position: absolute; left: 1rem; top: -10rem; z-index: 9; padding: .5rem 1rem; background: var(--paper) }
    .skip:focus { top: 1rem }
    .unseen {
      position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap;
    }
    @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }

    """
}
