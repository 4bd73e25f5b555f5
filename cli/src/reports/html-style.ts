/** The style sheet of the HTML report. Fonts are those of the system; nothing is loaded. */
export const HTML_STYLE = `
:root {
  color-scheme: light dark;
  --page: #fff; --card: #f6f7f8; --ink: #1c2126; --soft: #515b65; --line: #d5dade; --link: #0b5cad;
  --error: #b3261e; --warning: #a35a00; --info: #0b5cad; --hint: #5b6670; --mark: #ffe9a8; --mark-ink: #1c2126;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14181c; --card: #1d2329; --ink: #e7eaed; --soft: #aab4bd; --line: #38414a; --link: #8ec5ff;
    --error: #ff8a80; --warning: #ffb74d; --info: #8ec5ff; --hint: #a9b4be; --mark: #5c4a12; --mark-ink: #fff3cf;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 54rem; background: var(--page); color: var(--ink);
  font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere;
}
h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; letter-spacing: -0.01em; }
h2 { margin: 2.75rem 0 .75rem; font-size: 1.35rem; line-height: 1.3; }
h3 { display: inline; margin: 0; font-size: 1.05rem; font-weight: 600; }
p { margin: .4rem 0; }
a { color: var(--link); text-underline-offset: .15em; }
code { padding: .1em .3em; border-radius: .25em; background: var(--card); font: .92em/1.4 ui-monospace, Menlo, Consolas, monospace; }
.finding code { background: var(--page); }
.lead code { white-space: nowrap; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -999rem; padding: .5rem 1rem; background: var(--page); }
.skip:focus { left: 1rem; top: .5rem; }
.lead { font-size: 1.15rem; }
.note, .amount, .sources, footer { color: var(--soft); font-size: .95rem; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-top: .75rem; }
nav a { padding: .35rem 0; }
.legend { display: flex; flex-wrap: wrap; gap: .15rem 1.25rem; margin: 0 0 1rem; padding: 0; border: 0; }
.legend legend { float: left; padding: .35rem 0; color: var(--soft); }
.legend label { padding: .35rem 0; cursor: pointer; white-space: nowrap; }
.legend input { width: 1.05rem; height: 1.05rem; margin: 0 .15rem 0 0; vertical-align: -.15rem; accent-color: var(--link); }
.swatch { display: inline-block; width: .8rem; height: .8rem; margin-right: .4rem; border-radius: 2px; background: var(--tone); }
.error { --tone: var(--error); } .warning { --tone: var(--warning); }
.info { --tone: var(--info); } .hint { --tone: var(--hint); }
.chart { display: block; overflow: visible; }
.chart text { fill: var(--ink); font-size: .9rem; }
.chart .count { fill: var(--soft); font-variant-numeric: tabular-nums; }
.chart rect { fill: var(--tone); }
.chart rect.row { fill: transparent; }
.chart a:hover text, .chart a:focus-visible text { text-decoration: underline; }
details { border-top: 1px solid var(--line); }
details:last-of-type { border-bottom: 1px solid var(--line); }
summary { padding: .7rem 0; cursor: pointer; }
.findings { margin: 0 0 1.25rem; padding: 0; list-style: none; }
.finding { margin: .75rem 0; padding: .8rem 1rem; border-left: 4px solid var(--tone); border-radius: 0 6px 6px 0; background: var(--card); }
.finding:target { outline: 2px solid var(--link); }
.meta { display: flex; flex-wrap: wrap; gap: 0 .75rem; margin: 0; color: var(--soft); font-size: .95rem; }
.badge { color: var(--tone); font-weight: 700; }
.message { font-weight: 600; }
blockquote { margin: .6rem 0; padding-left: .8rem; border-left: 2px solid var(--line); font-family: Georgia, "Noto Serif", serif; }
mark { padding: 0 .1em; border-radius: .15em; background: var(--mark); color: var(--mark-ink); }
.group ul { margin: .25rem 0 1.25rem; padding-left: 1.25rem; }
.group li { padding: .15rem 0; }
.group li::marker { color: var(--tone); }
.group li span { color: var(--soft); }
footer { margin-top: 3rem; }
body:has(#show-error:not(:checked)) :is(li, .chart rect).error,
body:has(#show-warning:not(:checked)) :is(li, .chart rect).warning,
body:has(#show-info:not(:checked)) :is(li, .chart rect).info,
body:has(#show-hint:not(:checked)) :is(li, .chart rect).hint { display: none; }
@media (max-width: 30rem) {
  body { padding: 1.25rem 1rem 3rem; font-size: 1rem; }
  h1 { font-size: 1.6rem; }
  .legend legend { width: 100%; }
  .finding { padding: .7rem .8rem; }
  .group .amount, .article .amount { display: block; padding-left: 1.1rem; }
}
@media print {
  body { max-width: none; padding: 0; }
  nav, .skip, .legend input { display: none; }
  .finding { break-inside: avoid; }
}
`;
