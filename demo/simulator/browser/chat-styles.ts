const CSS = `
:host {
  --accent: #5b3fc4;
  --on-accent: #fff;
  --surface: #fff;
  --raised: #f3f1fa;
  --text: #1d1a29;
  --quiet: #5c5770;
  --line: #dcd8e8;
  --focus: #1d1a29;
  all: initial;
  color-scheme: light dark;
  font: 400 1rem/1.45 system-ui, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :host {
    --accent: #b9a8ff;
    --on-accent: #1b1433;
    --surface: #1f1c2b;
    --raised: #2c283c;
    --text: #f0eef8;
    --quiet: #b6b0c9;
    --line: #4a4560;
    --focus: #fff;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
aside {
  position: fixed;
  z-index: 2147483000;
  inset-block-end: max(1rem, env(safe-area-inset-bottom));
  inset-inline-end: max(1rem, env(safe-area-inset-right));
  display: flex;
  flex-direction: column;
  align-items: flex-end;
  gap: 0.75rem;
  color: var(--text);
}
button, input { font: inherit; color: inherit; }
button { cursor: pointer; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
svg { inline-size: 1.5rem; block-size: 1.5rem; fill: currentColor; display: block; }
.bubble {
  position: relative;
  display: grid;
  place-items: center;
  inline-size: 3.5rem;
  block-size: 3.5rem;
  border: 0;
  border-radius: 50%;
  background: var(--accent);
  color: var(--on-accent);
  box-shadow: 0 4px 18px rgb(0 0 0 / 0.3);
}
.unread {
  position: absolute;
  inset-block-start: -0.25rem;
  inset-inline-end: -0.25rem;
  min-inline-size: 1.5rem;
  padding-inline: 0.35rem;
  border-radius: 1rem;
  background: #b3164a;
  color: #fff;
  font-size: 0.875rem;
  font-weight: 700;
  text-align: center;
}
.window {
  display: flex;
  flex-direction: column;
  inline-size: min(22rem, calc(100vw - 2rem));
  block-size: min(30rem, calc(100vh - 7rem));
  block-size: min(30rem, calc(100dvh - 7rem));
  overflow: hidden;
  border: 1px solid var(--line);
  border-radius: 1rem;
  background: var(--surface);
  box-shadow: 0 12px 40px rgb(0 0 0 / 0.35);
}
header {
  display: flex;
  align-items: flex-start;
  gap: 0.5rem;
  padding: 0.9rem 1rem;
  background: var(--accent);
  color: var(--on-accent);
}
header > div { flex: 1; min-inline-size: 0; }
h2 { margin: 0; font-size: 1.05rem; line-height: 1.3; }
header p { margin: 0.1rem 0 0; font-size: 0.875rem; overflow-wrap: anywhere; }
.close {
  padding: 0.25rem;
  border: 0;
  border-radius: 0.5rem;
  background: none;
}
.close:focus-visible { outline-color: currentColor; outline-offset: 0; }
.log {
  flex: 1;
  display: flex;
  flex-direction: column;
  gap: 0.5rem;
  padding: 1rem;
  overflow-y: auto;
}
.log:focus-visible { outline-offset: -4px; border-radius: 0.75rem; }
.empty { margin: auto; color: var(--quiet); text-align: center; }
.message {
  max-inline-size: 85%;
  margin: 0;
  padding: 0.5rem 0.8rem;
  border-radius: 1rem;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
}
.visitor { align-self: flex-end; border-end-end-radius: 0.25rem; background: var(--accent); color: var(--on-accent); }
.operator { align-self: flex-start; border-end-start-radius: 0.25rem; background: var(--raised); }
.who {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
form {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 0.5rem;
  padding: 0.75rem 1rem 1rem;
  border-block-start: 1px solid var(--line);
}
label { flex-basis: 100%; font-size: 0.875rem; color: var(--quiet); }
input {
  flex: 1;
  min-inline-size: 0;
  padding: 0.5rem 0.75rem;
  border: 1px solid var(--quiet);
  border-radius: 0.6rem;
  background: var(--surface);
}
.send {
  padding: 0.5rem 0.75rem;
  border: 0;
  border-radius: 0.6rem;
  background: var(--accent);
  color: var(--on-accent);
}
@media (prefers-reduced-motion: no-preference) {
  .bubble { transition: transform 0.15s; }
  .bubble:hover { transform: scale(1.06); }
  .window { animation: rise 0.18s ease-out; }
  @keyframes rise { from { opacity: 0; transform: translateY(0.75rem); } }
}
@media (forced-colors: active) {
  .bubble, .send, .message { border: 1px solid; }
}
@media print {
  :host { display: none; }
}
`;

/** A constructed sheet, since a page's policy may allow no style in the markup. */
export function chatStyles(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  return sheet;
}
