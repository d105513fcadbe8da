import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { LogEntry } from '../simulator/types.ts';

/** Newest first, because the last thing that happened is what one looks for. */
export function callLog(entries: LogEntry[], startOver: () => void): TemplateResult {
  const shown = entries.filter(({ kind }) => kind !== 'message').reverse();
  return html`<section aria-labelledby="log">
    <div class="row heading">
      <h2 id="log">What the vendor saw</h2>
      <button type="button" @click=${startOver}>Start over</button>
    </div>
    ${
      shown.length > 0
        ? html`<ol class="log" aria-labelledby="log" tabindex="0" reversed>
            ${repeat(shown, ({ number }) => number, row)}
          </ol>`
        : html`<p class="hint">Nothing yet. Open a page of the shop.</p>`
    }
  </section>`;
}

function row(entry: LogEntry): TemplateResult {
  return html`<li class=${toneOf(entry)}>
    <time datetime=${entry.time}>${timeOfDay(entry.time)}</time>
    <div>${describe(entry)}</div>
  </li>`;
}

function describe(entry: LogEntry): TemplateResult | string {
  switch (entry.kind) {
    case 'request':
      return `Script asked for: ${entry.outcome}`;
    case 'boot':
      return 'Script booted in the page';
    case 'call':
      return call(entry);
    case 'identity':
      return entry.identity ? `Recognised ${entry.identity.email}` : 'Nobody is recognised any more';
    case 'problem':
      return entry.text;
    case 'faults':
      return `Faults: ${Object.keys(entry.faults).join(', ') || 'none'}`;
    case 'message':
      return entry.message.text;
  }
}

function call({ name, args, threw }: Extract<LogEntry, { kind: 'call' }>): TemplateResult {
  const [argument] = args;
  const compound = typeof argument === 'object' && argument !== null;
  const signature = `UR.${name}(${compound ? '{…}' : JSON.stringify(argument)})`;
  const note = threw ? ', which threw' : '';
  if (!compound) return html`<code>${signature}</code>${note}`;
  return html`<details>
    <summary><code>${signature}</code>${note}</summary>
    <pre tabindex="0" aria-label="Argument of ${name}">${JSON.stringify(argument, shorten, 2)}</pre>
  </details>`;
}

/** A token is 64 digits that nobody compares by eye. */
function shorten(key: string, value: unknown): unknown {
  const long = key === 'token' && typeof value === 'string' && value.length > 16;
  return long ? `${value.slice(0, 6)}…${value.slice(-4)}` : value;
}

function toneOf(entry: LogEntry): string {
  if (entry.kind === 'problem' || (entry.kind === 'call' && entry.threw)) return 'bad';
  if (entry.kind === 'request') return entry.outcome.startsWith('served') ? '' : 'bad';
  return entry.kind === 'call' ? 'call' : '';
}

function timeOfDay(time: string): string {
  const date = new Date(time);
  return `${date.toLocaleTimeString([], { hour12: false })}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}
