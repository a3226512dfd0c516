/** The page's looks: the reader's own fonts, two themes, one column on a phone, and paper. */
export const style = `
:root { --bg: #fff; --soft: #f5f6f8; --line: #dfe3e8; --text: #16202c; --faint: #5b6775; --accent: #2457c5;
  --error: #b3261e; --warning: #8a5a00; --info: #3b5f8a; --good: #1b7a43; --mend: #c9553d; --keep: #5b7fc7; --hit: #fff1b8; color-scheme: light; }
@media (prefers-color-scheme: dark) { :root:not([data-theme=light]) { --bg: #12161c; --soft: #1a2029; --line: #303946; --text: #e7ebf0; --faint: #9aa7b5;
  --accent: #8db4ff; --error: #ff8f85; --warning: #f0b95b; --info: #93b9e8; --good: #6fd09a; --mend: #e0765f; --keep: #7f9fe0; --hit: #4a4015; color-scheme: dark; } }
:root[data-theme=dark] { --bg: #12161c; --soft: #1a2029; --line: #303946; --text: #e7ebf0; --faint: #9aa7b5;
  --accent: #8db4ff; --error: #ff8f85; --warning: #f0b95b; --info: #93b9e8; --good: #6fd09a; --mend: #e0765f; --keep: #7f9fe0; --hit: #4a4015; color-scheme: dark; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--bg); color: var(--text); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
code, pre, .path { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .875em; }
code, .path { overflow-wrap: anywhere; }
.top { display: flex; gap: 1rem; align-items: center; padding: .75rem max(1rem, calc((100vw - 1120px) / 2)); border-bottom: 1px solid var(--line); }
.brand { font-weight: 700; letter-spacing: -.01em; }
.where { color: var(--faint); flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
main, footer { max-width: 1152px; margin: 0 auto; padding: 0 1rem; }
section { margin: 0 0 3rem; }
.hero { padding-top: 2.5rem; }
h1 { font-size: clamp(1.6rem, 4.2vw, 2.6rem); line-height: 1.15; letter-spacing: -.02em; margin: 0 0 .75rem; max-width: 24em; text-wrap: balance; }
h1 em { font-style: normal; color: var(--mend); }
h2 { font-size: 1.35rem; letter-spacing: -.01em; margin: 0 0 .5rem; }
h3 { font-size: .95rem; margin: 1.5rem 0 .5rem; overflow-wrap: anywhere; }
.lead { font-size: 1.1rem; color: var(--faint); max-width: 46em; margin: 0 0 1.5rem; }
.faint, small { color: var(--faint); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(210px, 1fr)); gap: .75rem; margin: 0; }
.tile { border: 1px solid var(--line); border-radius: 10px; padding: .9rem 1rem; background: var(--soft); }
.tile dt { color: var(--faint); font-size: .85rem; } .tile dd { margin: 0; }
.tile strong { display: block; font-size: 1.6rem; line-height: 1.25; letter-spacing: -.02em; } .tile span { font-size: .85rem; color: var(--faint); }
button, input, select { font: inherit; color: inherit; background: var(--bg); border: 1px solid var(--line); border-radius: 7px; padding: .35rem .65rem; }
button { cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
a { color: var(--accent); }
.tools { display: flex; flex-wrap: wrap; gap: .5rem .9rem; align-items: center; margin: 0 0 .75rem; }
.tools input[type=search] { flex: 1 1 15rem; min-width: 0; } .tools output { color: var(--faint); font-size: .9rem; }
html:not(.scripted) .js { display: none; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 10px; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: left; padding: .45rem .7rem; border-bottom: 1px solid var(--line); vertical-align: top; } tbody tr:last-child td { border-bottom: 0; }
th { background: var(--soft); font-weight: 600; white-space: nowrap; }
th button { border: 0; background: none; padding: 0; font-weight: 600; } th[aria-sort=ascending] button::after { content: " ▲"; font-size: .7em; } th[aria-sort=descending] button::after { content: " ▼"; font-size: .7em; }
.num { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td small { display: block; font-size: .78rem; overflow-wrap: anywhere; } td.none { color: var(--faint); opacity: .6; }
td.error { color: var(--error); font-weight: 600; } td.warning { color: var(--warning); font-weight: 600; } td.info { color: var(--info); }
.method { font-size: .78rem; letter-spacing: .02em; } a.path { text-decoration-thickness: 1px; text-underline-offset: 3px; }
.state { font-size: .8rem; white-space: nowrap; } .state.undocumented, .state.unimplemented { color: var(--error); } .state.moved { color: var(--warning); }
.bars { list-style: none; margin: 1rem 0 0; padding: 0; display: grid; gap: .55rem; }
.bars li { display: grid; grid-template-columns: minmax(0, 22rem) minmax(0, 1fr) 7rem; gap: 1rem; align-items: center; }
.bars .name { min-width: 0; line-height: 1.3; } .bars .cost { text-align: right; line-height: 1.2; font-variant-numeric: tabular-nums; } .bars small { display: block; font-size: .78rem; }
.pair { display: grid; gap: 2px; } .bar { width: 100%; height: 9px; display: block; border-radius: 3px; } .bar.keep { height: 5px; }
.track { fill: var(--soft); } .bar.mend rect:not(.track) { fill: var(--mend); } .bar.keep rect:not(.track) { fill: var(--keep); }
.key { white-space: nowrap; margin-right: .6rem; font-weight: 400; } .key::before { content: ""; display: inline-block; width: .7em; height: .7em; border-radius: 2px; background: currentColor; margin-right: .4em; }
.key.mend::before { background: var(--mend); } .key.keep::before { background: var(--keep); } .key.good::before { background: var(--good); } .key.bad::before { background: var(--mend); } .key.dim::before { background: var(--line); }
.key.error::before { background: var(--error); } .key.warning::before { background: var(--warning); }
.stack { width: 100%; height: 14px; display: block; border-radius: 4px; margin: .75rem 0; } .stack .good { fill: var(--good); } .stack .bad { fill: var(--mend); } .stack .dim { fill: var(--line); }
.group { margin-bottom: 1rem; } .group h3 code { font-weight: 600; margin-right: .6rem; display: inline-block; max-width: 100%; } .done { color: var(--good); }
.more summary { cursor: pointer; } .more[open] summary { margin-bottom: .3rem; } .group .more code { font-weight: 400; font-size: .8rem; }
.cause { border: 1px solid var(--line); border-radius: 8px; margin: .4rem 0; background: var(--bg); content-visibility: auto; contain-intrinsic-size: auto 58px; }
.cause > summary { display: flex; gap: .6rem; padding: .5rem .8rem; cursor: pointer; list-style: none; } .cause > summary::-webkit-details-marker { display: none; }
.cause[open] > summary { border-bottom: 1px solid var(--line); background: var(--soft); border-radius: 8px 8px 0 0; }
.what { min-width: 0; } .rule { font-weight: 600; font-size: .92rem; } .message { display: block; overflow-wrap: anywhere; }
.error .mark, .error .rule { color: var(--error); } .warning .mark, .warning .rule { color: var(--warning); } .info .mark, .info .rule { color: var(--info); }
.times { color: var(--faint); font-size: .85rem; } .fresh { background: var(--accent); color: var(--bg); border-radius: 99px; padding: 0 .5em; font-size: .75rem; font-weight: 600; }
.body { padding: .8rem; } .body p { margin: .5rem 0 0; } .fix b { color: var(--good); }
.frames { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: .75rem; } figure { margin: 0; min-width: 0; }
figcaption { font-size: .85rem; color: var(--faint); margin-bottom: .25rem; overflow-wrap: anywhere; }
pre { margin: 0; background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: .5rem 0; overflow-x: auto; line-height: 1.5; }
.frame .line { display: block; padding: 0 .75rem; min-width: max-content; white-space: pre; } .frame i { display: inline-block; width: 3.2em; padding-right: 1em; text-align: right; color: var(--faint); font-style: normal; user-select: none; }
mark { background: var(--hit); color: inherit; border-radius: 2px; box-shadow: 0 2px 0 var(--mend); }
.proof { margin-top: .75rem; } .proof pre { padding: .5rem .75rem; margin-top: .25rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.reason { border-bottom: 1px solid var(--line); padding: .35rem 0; } .reason summary { cursor: pointer; display: flex; gap: .75rem; overflow-wrap: anywhere; } .reason .num { min-width: 3em; font-weight: 600; } .reason ul { font-size: .9rem; overflow-wrap: anywhere; }
.delta { display: flex; flex-wrap: wrap; gap: .5rem 2rem; list-style: none; padding: 0; margin: .5rem 0; } .delta strong { font-size: 1.8rem; letter-spacing: -.02em; margin-right: .2rem; } .came strong { color: var(--error); } .went strong { color: var(--good); }
.list summary { cursor: pointer; font-weight: 600; } .list ul { list-style: none; padding: 0; margin: .3rem 0 .8rem; } .list li { padding: .15rem 0; overflow-wrap: anywhere; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1rem; } .chart svg { width: 100%; height: auto; display: block; }
.chart { border: 1px solid var(--line); border-radius: 10px; padding: .75rem; } .grid { stroke: var(--line); } .axis { fill: var(--faint); font-size: 13px; }
.series .stroke { fill: none; stroke: currentColor; stroke-width: 2.5; stroke-linejoin: round; } .series .fill { fill: currentColor; opacity: .1; } .series circle { fill: currentColor; }
.series.error { color: var(--error); } .series.warning { color: var(--warning); } .series.good { color: var(--good); }
footer { color: var(--faint); font-size: .85rem; border-top: 1px solid var(--line); padding-top: 1rem; padding-bottom: 3rem; overflow-wrap: anywhere; } .constants { width: auto; }
@media (max-width: 640px) {
  .hero { padding-top: 1.5rem; } .tiles { grid-template-columns: 1fr 1fr; } .tile { padding: .7rem .8rem; } .tile strong { font-size: 1.3rem; }
  .bars li { grid-template-columns: minmax(0, 1fr) auto; gap: .15rem 1rem; } .bars .pair { grid-row: 2; grid-column: 1 / -1; }
  #endpoints thead { display: none; } #endpoints, #endpoints tbody { display: block; }
  #endpoints tr { display: flex; flex-wrap: wrap; gap: .1rem .9rem; padding: .6rem .8rem; border-bottom: 1px solid var(--line); } #endpoints td { display: block; border: 0; padding: 0; text-align: left; }
  #endpoints td:first-child { flex: 1 0 100%; } #endpoints td.none { display: none; }
  #endpoints td:nth-child(3)::before { content: "errors "; } #endpoints td:nth-child(4)::before { content: "warnings "; } #endpoints td:nth-child(5)::before { content: "notes "; } #endpoints td:nth-child(6)::after { content: " verified"; } #endpoints td:nth-child(7)::after { content: " to mend"; } #endpoints td:nth-child(8)::after { content: " a year"; }
}
@media print {
  @page { margin: 14mm; }
  #endpoints th:first-child { width: 45%; } #endpoints td, #endpoints th { padding-left: .3rem; padding-right: .3rem; }
  :root, :root[data-theme=dark] { --bg: #fff; --soft: #f6f6f6; --line: #ccc; --text: #000; --faint: #444; --accent: #000; --error: #a31d15; --warning: #7a4f00; --info: #333; --good: #146537; --hit: #fff1b8; --mend: #c9553d; --keep: #5b7fc7; color-scheme: light; }
  body { font-size: 10pt; } .tools, #theme { display: none !important; } main, footer { max-width: none; padding: 0; } .top { padding: 0 0 .4rem; }
  .tile, .bars li, .cause, .chart, tr { break-inside: avoid; } h2, h3 { break-after: avoid; } .scroll { overflow: visible; border: 0; } pre { white-space: pre-wrap; overflow: visible; } .frame .line { white-space: pre-wrap; min-width: 0; overflow-wrap: anywhere; }
  .cause { content-visibility: visible; } .tiles { grid-template-columns: repeat(4, 1fr); } .charts { grid-template-columns: 1fr 1fr; } .tile strong { font-size: 1.1rem; } * { print-color-adjust: exact; }
}
`
