import { html, nothing, type TemplateResult } from 'lit';
import { fill, texts } from '../texts.ts';
import { PLATFORM_GROUPS, type PlatformInfo } from '../platform-info.ts';

const words = texts.platform;

export interface PlatformStep {
  chosen: PlatformInfo | undefined;
  filter: string;
  setFilter(filter: string): void;
  choose(id: string): void;
}

export function platformStep({ chosen, filter, setFilter, choose }: PlatformStep): TemplateResult {
  const wanted = filter.trim().toLowerCase();
  const groups = PLATFORM_GROUPS.map(({ group, platforms }) => ({
    group,
    platforms: platforms.filter(({ name, also }) => `${name}, ${also}`.toLowerCase().includes(wanted)),
  })).filter(({ platforms }) => platforms.length > 0);
  const count = groups.reduce((sum, { platforms }) => sum + platforms.length, 0);
  return html`<section aria-labelledby="platform">
    <h2 id="platform"><span class="number" aria-hidden="true">2</span>${words.heading}</h2>
    <div class="field filter">
      <label for="filter">${words.filter}</label>
      <input
        id="filter"
        type="search"
        autocomplete="off"
        spellcheck="false"
        .value=${filter}
        @input=${(event: InputEvent) => setFilter((event.target as HTMLInputElement).value)}
      />
      <p class="hint" role="status">
        ${count === 0 ? words.none : count === 1 ? words.countOne : fill(words.count, { count })}
      </p>
    </div>
    ${groups.map(
      ({ group, platforms }) =>
        html`<fieldset class="platforms">
          <legend>${words.groups[group]}</legend>
          <div class="grid">
            ${platforms.map((platform) => card(platform, chosen?.id === platform.id, choose))}
          </div>
        </fieldset>`,
    )}
    <div role="status">
      ${
        chosen
          ? html`<div class="answer ${chosen.canRecognise ? 'good' : 'plain'}">
              <p>
                <strong>${chosen.name}</strong>
                ${chosen.canRecognise ? words.canRecognise : words.cannotRecognise}
              </p>
            </div>`
          : nothing
      }
    </div>
  </section>`;
}

function card({ id, name }: PlatformInfo, isChosen: boolean, choose: (id: string) => void): TemplateResult {
  return html`<label class="card small">
    <input type="radio" name="platform" value=${id} .checked=${isChosen} @change=${() => choose(id)} />
    <span class="card-name">${name}</span>
  </label>`;
}
