import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { looksSecret } from '../secrets.ts';
import { texts } from '../texts.ts';

export interface TextField {
  id: string;
  label: string;
  value: string;
  hint?: string;
  /** The id of a hint that stands elsewhere. */
  describedBy?: string;
  /** What is wrong with the value; nothing where it is right. */
  wrong?: string | false | undefined;
  placeholder?: string;
  /** Addresses, ids and code are written from left to right in every language. */
  isCode?: boolean;
  inputmode?: 'numeric' | 'url';
  /** A value that anybody may see, however much it looks like a key. */
  isPublic?: boolean;
  change(value: string): void;
}

/** A labelled line of text, with its hint and what is wrong with it. */
export function textField(field: TextField): TemplateResult {
  const { id, label, value, hint, describedBy, wrong, placeholder, isCode, inputmode, isPublic, change } =
    field;
  const isSecret = !isPublic && looksSecret(value);
  const notes = [hint && `${id}-hint`, describedBy, `${id}-wrong`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    <input
      id=${id}
      type="text"
      class=${isCode ? 'code' : ''}
      dir=${isCode ? 'ltr' : 'auto'}
      .value=${value}
      placeholder=${ifDefined(placeholder)}
      inputmode=${ifDefined(inputmode)}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      aria-invalid=${wrong || isSecret ? 'true' : 'false'}
      aria-describedby=${notes}
      @input=${(event: InputEvent) => change((event.target as HTMLInputElement).value)}
    />
    <p class="wrong" id="${id}-wrong" aria-live="polite">${isSecret ? texts.page.secret : wrong || ''}</p>
  </div>`;
}

export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

/** A group of radio buttons that are chosen by card. */
export function radioCards(
  name: string,
  legend: string,
  choices: Choice[],
  chosen: string,
  change: (value: string) => void,
): TemplateResult {
  return html`<fieldset class="cards">
    <legend>${legend}</legend>
    ${choices.map(
      ({ value, label, hint }) =>
        html`<label class="card">
          <input
            type="radio"
            name=${name}
            value=${value}
            .checked=${value === chosen}
            @change=${() => change(value)}
          />
          <span
            ><span class="card-name">${label}</span>
            ${hint ? html`<span class="hint">${hint}</span>` : nothing}</span
          >
        </label>`,
    )}
  </fieldset>`;
}

/** A box to tick, with its hint. */
export function checkbox(
  id: string,
  label: string,
  hint: string,
  isChecked: boolean,
  change: (isChecked: boolean) => void,
): TemplateResult {
  return html`<div class="check">
    <input
      type="checkbox"
      id=${id}
      .checked=${isChecked}
      aria-describedby="${id}-hint"
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    />
    <label for=${id}>${label}</label>
    <p class="hint" id="${id}-hint">${hint}</p>
  </div>`;
}
