import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '../choices.ts';
import type { PlatformInfo } from '../platform-info.ts';
import { faultOf } from '../expression.ts';
import { fill, texts } from '../texts.ts';
import { textField } from './field.ts';

const words = texts.options;

export interface FieldRows {
  fields: Field[];
  /** Nothing where it is not chosen yet. */
  platform: PlatformInfo | undefined;
  change(fields: Field[], said: string, focus?: string): void;
}

/** The custom fields, one row for each. */
export function fieldRows({ fields, platform, change }: FieldRows): TemplateResult {
  const add = (): void =>
    change(
      [...fields, { key: '', value: '', isExpression: false }],
      fill(words.fieldAdded, { number: fields.length + 1 }),
      `field-${fields.length}-key`,
    );
  // The row that takes the place of the removed one, or the one before it, or the button.
  const remove = (index: number): void =>
    change(
      fields.filter((_, other) => other !== index),
      words.fieldRemoved,
      fields.length > 1 ? `field-${Math.min(index, fields.length - 2)}-key` : 'add-field',
    );
  const set = (index: number, patch: Partial<Field>): void =>
    change(
      fields.map((field, other) => (other === index ? { ...field, ...patch } : field)),
      '',
    );
  return html`<fieldset class="rows">
    <legend>${words.fields}</legend>
    <p class="hint">${words.fieldsHint}</p>
    ${fields.length > 0 ? nothing : html`<p class="none">${words.fieldsNone}</p>`}
    ${fields.map((field, index) => row(fields, field, index, platform, set, remove))}
    <button type="button" id="add-field" class="quiet" @click=${add}>
      <span aria-hidden="true">+</span> ${words.addField}
    </button>
  </fieldset>`;
}

function row(
  fields: Field[],
  { key, value, isExpression }: Field,
  index: number,
  platform: PlatformInfo | undefined,
  set: (index: number, patch: Partial<Field>) => void,
  remove: (index: number) => void,
): TemplateResult {
  const id = `field-${index}`;
  const fault = isExpression ? faultOf(value) : undefined;
  return html`<div class="row" role="group" aria-label=${fill(words.fieldNumber, { number: index + 1 })}>
    ${textField({
      id: `${id}-key`,
      label: words.fieldKey,
      placeholder: '170',
      value: key,
      isCode: true,
      wrong: wrongKey(fields, index),
      change: (text) => set(index, { key: text }),
    })}
    <div class="field">
      <label for="${id}-kind">${words.fieldKind}</label>
      <select
        id="${id}-kind"
        @change=${(event: Event) =>
          set(index, { isExpression: (event.target as HTMLSelectElement).value === 'expression' })}
      >
        <option value="fixed" ?selected=${!isExpression}>${words.fixed}</option>
        <option value="expression" ?selected=${isExpression}>${words.expression}</option>
      </select>
    </div>
    ${textField({
      id: `${id}-value`,
      label: words.value,
      value,
      ...(isExpression && { describedBy: `${id}-expression` }),
      isCode: isExpression,
      wrong: fault && words.expressionFaults[fault],
      change: (text) => set(index, { value: text }),
    })}
    <button
      type="button"
      class="icon"
      aria-label=${fill(words.removeField, { key: key || String(index + 1) })}
      @click=${() => remove(index)}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18" /></svg>
    </button>
    ${isExpression ? html`<p class="hint" id="${id}-expression">${languageOf(platform)}</p>` : nothing}
  </div>`;
}

const languageOf = (platform: PlatformInfo | undefined): string =>
  platform ? fill(words.expressionHint, { language: platform.expression }) : words.expressionUnknown;

function wrongKey(fields: Field[], index: number): string | undefined {
  const { key, value } = fields[index]!;
  const name = nameOf(key);
  if (!name) return value ? words.fieldKeyMissing : undefined;
  if (fields.some((other, at) => at < index && nameOf(other.key) === name)) return words.fieldKeyTwice;
  return /^property_\d+$/.test(name) ? undefined : words.fieldKeyWrong;
}

const nameOf = (key: string): string => key.trim().replace(/^(?=\d+$)/, 'property_');
