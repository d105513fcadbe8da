import { html, type TemplateResult } from 'lit';
import type { Faults } from '../simulator/types.ts';

interface Switch {
  name: string;
  hint: string;
  faults: Faults;
}

const SWITCHES: Switch[] = [
  { name: 'Slow', hint: 'The script takes four seconds.', faults: { delay: 4000 } },
  { name: 'Failing', hint: 'The script answers with status 500.', faults: { status: 500 } },
  { name: 'API late', hint: 'UR appears four seconds after the script.', faults: { apiDelay: 4000 } },
  {
    name: 'API missing',
    hint: 'The script runs, but UR never appears: an error after 15 seconds.',
    faults: { apiMissing: true },
  },
  {
    name: 'Throwing',
    hint: 'Every call of UR throws.',
    faults: { throwIn: ['userConfig', 'clearChatStorage'] },
  },
];

export function faultSwitches(faults: Faults, change: (faults: Faults) => void): TemplateResult {
  return html`<section aria-labelledby="faults">
    <h2 id="faults">Break the vendor</h2>
    <p class="hint">From the next page of the shop that is loaded.</p>
    <ul class="switches">
      ${SWITCHES.map((each) => switchRow(each, faults, change))}
    </ul>
  </section>`;
}

function switchRow(each: Switch, faults: Faults, change: (faults: Faults) => void): TemplateResult {
  const id = each.name.toLowerCase().replace(' ', '-');
  const keys = Object.keys(each.faults) as (keyof Faults)[];
  const on = keys.every((key) => faults[key] !== undefined);
  const toggle = () => change(on ? without(faults, keys) : { ...faults, ...each.faults });
  return html`<li>
    <input
      type="checkbox"
      role="switch"
      id=${id}
      aria-describedby="${id}-hint"
      .checked=${on}
      @change=${toggle}
    />
    <label for=${id}>${each.name}</label>
    <span class="hint" id="${id}-hint">${each.hint}</span>
  </li>`;
}

function without(faults: Faults, keys: (keyof Faults)[]): Faults {
  const rest = { ...faults };
  for (const key of keys) delete rest[key];
  return rest;
}
