/** A sheet that is made by script: `style-src` has nothing against it. */
export function makeSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  return sheet;
}

// What is important in here is so before what is important to the page, whose resets and ad blockers' rules mean every element.
// At the top, beside the text, and with room left at the bottom: there is the vendor's bubble, in whichever corner.
const CSS = `
:host {
  --back: #fff;
  --text: #1b2230;
  --quiet: #566072;
  --line: #d8dde6;
  --control: #7a8496;
  --accent: #3a4cc0;
  --soft: #f2f4f9;
  --good: #17683a;
  --bad: #a1212d;
  --note: #7a4d00;
  all: initial !important;
  position: fixed !important;
  z-index: 2147483647 !important;
  inset-block-start: 8px !important;
  inset-inline-end: 8px !important;
  color-scheme: light dark !important;
  font: 400 medium/1.45 system-ui, sans-serif !important;
}
@media (prefers-color-scheme: dark) {
  :host {
    --back: #191f29;
    --text: #e8ecf4;
    --quiet: #a8b2c3;
    --line: #313a4a;
    --control: #7b879d;
    --accent: #a7b6ff;
    --soft: #11161f;
    --good: #86dba6;
    --bad: #ff9fa6;
    --note: #f3c673;
  }
}
@media print {
  :host { display: none !important; }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.panel {
  display: flex;
  flex-direction: column;
  inline-size: min(27em, 100vw - 16px);
  max-block-size: max(7em, min(44em, 100vh - 138px));
  border: 1px solid var(--control);
  border-radius: 10px;
  background: var(--back);
  color: var(--text);
  font-size: 0.875em;
  text-align: start;
  box-shadow: 0 6px 24px rgb(0 0 0 / 0.22);
  overflow: hidden;
}
.panel.folded { inline-size: fit-content; max-inline-size: calc(100vw - 16px); }
header {
  display: flex;
  flex: none;
  flex-wrap: wrap;
  gap: 0.25em 0.5em;
  align-items: center;
  padding: 0.5em 0.5em 0.5em 0.9em;
}
header > div { flex: 1 1 11em; min-inline-size: 0; }
.panel:not(.folded) header { border-block-end: 1px solid var(--line); }
h2, h3, p, ul, ol, pre { margin: 0; padding: 0; }
h2 { font-size: 1em; line-height: 1.3; }
h3 { margin-block: 1em 0.35em; color: var(--quiet); font-size: 0.86em; font-weight: 600; }
ul, ol { list-style: none; }
.body { padding: 0 0.9em 0.9em; overflow: auto; overscroll-behavior: contain; }
.body:focus-visible, button:focus-visible, a:focus-visible, pre:focus-visible, textarea:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 2px;
}
.body:focus-visible, pre:focus-visible { outline-offset: -2px; }
.summary { display: flex; gap: 0.5em; color: var(--quiet); font-size: 0.93em; }
.summary.bad { color: var(--bad); }
.summary.note { color: var(--note); }
.summary.good { color: var(--good); }
button {
  min-block-size: 2.3em;
  min-inline-size: 2.3em;
  padding: 0.2em 0.7em;
  border: 1px solid var(--control);
  border-radius: 6px;
  background: transparent;
  color: inherit;
  font: inherit;
  cursor: pointer;
}
button:hover { border-color: var(--accent); color: var(--accent); }
li { display: flex; gap: 0.6em; padding-block: 0.3em; overflow-wrap: anywhere; }
li > div { flex: 1; min-inline-size: 0; }
.mark { flex: none; inline-size: 1.1em; font-weight: 700; text-align: center; }
.good > .mark { color: var(--good); }
.bad > .mark { color: var(--bad); }
.note > .mark { color: var(--note); }
.open > .mark, .open p { color: var(--quiet); }
b { font-weight: 600; }
.bad b { color: var(--bad); }
.note b { color: var(--note); }
.todo { padding-block-start: 0.15em; }
.bad .todo, .note .todo { border-inline-start: 3px solid var(--line); margin-block-start: 0.25em; padding-inline-start: 0.6em; }
.good .todo { color: var(--quiet); }
code, pre, textarea, time { font: 0.93em/1.4 ui-monospace, sfmono-regular, menlo, consolas, monospace; }
code { display: inline-block; max-inline-size: 100%; padding: 0 0.35em; border-radius: 4px; background: var(--soft); }
pre { margin-block: 0.3em; padding: 0.4em 0.5em; border-radius: 4px; background: var(--soft); font-size: 0.88em; overflow: auto; }
pre i { color: var(--bad); font-style: normal; font-weight: 700; }
small { color: var(--quiet); font-size: 0.9em; }
a { color: var(--accent); }
time { display: inline-block; min-inline-size: 5.5em; color: var(--quiet); text-align: end; }
textarea {
  display: block;
  inline-size: 100%;
  block-size: 11em;
  margin-block-start: 0.4em;
  border: 1px solid var(--control);
  border-radius: 6px;
  background: var(--soft);
  color: inherit;
}
details { margin-block-start: 0.3em; }
summary { inline-size: fit-content; color: var(--accent); cursor: pointer; }
summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
details p, h4 { margin: 0.4em 0 0; }
h4 { font-size: 0.93em; }
.plain { padding-inline-start: 1.2em; list-style: disc; }
.plain li { display: list-item; padding-block: 0.1em; }
.actions { margin-block-start: 1em; }
.hidden {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
@media (forced-colors: active) {
  pre i { forced-color-adjust: none; background: Mark; color: MarkText; }
}
`;
