import { html, nothing, type TemplateResult } from 'lit';
import type { Choices } from '../choices.ts';
import { looksSecret } from '../secrets.ts';
import { isHost } from '../state.ts';
import { texts } from '../texts.ts';
import { radioCards, textField } from './field.ts';
import type { Understanding } from './understanding.ts';

const words = texts.paste;

export interface PasteStep {
  choices: Choices;
  pasted: string;
  understanding: Understanding | undefined;
  /** Whether the part for typing by hand is open from the start. */
  isOpen: boolean;
  paste(text: string): void;
  byHand(patch: Partial<Choices>): void;
}

export function pasteStep(step: PasteStep): TemplateResult {
  const { choices, pasted, understanding, isOpen, paste, byHand } = step;
  const { host, chatId, type } = choices;
  return html`<section aria-labelledby="paste">
    <h2 id="paste"><span class="number" aria-hidden="true">1</span>${words.heading}</h2>
    <p class="hint" id="code-hint">${words.where}</p>
    <div class="field">
      <label for="code">${words.label}</label>
      <textarea
        id="code"
        class="code"
        dir="ltr"
        rows="4"
        spellcheck="false"
        autocomplete="off"
        autocapitalize="off"
        placeholder=${words.placeholder}
        aria-describedby="code-hint understood"
        .value=${pasted}
        @input=${(event: InputEvent) => paste((event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>
    <div id="understood" role="status">${understood(understanding, pasted)}</div>
    <details class="by-hand" ?open=${isOpen}>
      <summary>${words.byHand}</summary>
      <div class="pair">
        ${textField({
          id: 'host',
          label: words.host,
          hint: words.hostHint,
          value: host,
          isCode: true,
          inputmode: 'url',
          wrong: host && !isHost(host) && words.hostWrong,
          change: (value) => byHand({ host: value.trim() }),
        })}
        ${textField({
          id: 'chat-id',
          label: words.id,
          hint: words.idHint,
          value: chatId,
          isCode: true,
          inputmode: 'numeric',
          wrong: chatId && !/^\d+$/.test(chatId) && words.idWrong,
          change: (value) => byHand({ chatId: value.trim() }),
        })}
      </div>
      ${radioCards(
        'type',
        words.type,
        [
          { value: 'chat', label: words.typeChat },
          { value: 'support-center', label: words.typeSupportCenter },
        ],
        type,
        (value) => byHand({ type: value as Choices['type'] }),
      )}
    </details>
  </section>`;
}

function understood(
  understanding: Understanding | undefined,
  pasted: string,
): TemplateResult | typeof nothing {
  if (!understanding) return nothing;
  const { isGood, sentence, remarks, src } = understanding;
  // A whole embed code has constants that look like keys; a key alone is no code.
  const isSecret = !isGood && !pasted.trim().includes(' ') && looksSecret(pasted);
  return html`<div class="answer ${isGood ? 'good' : 'bad'}">
    <p>
      <strong>${isGood ? words.understood : words.refused}</strong> ${isSecret ? texts.page.secret : sentence}
    </p>
    ${
      remarks.length > 0
        ? html`<ul>
            ${remarks.map((remark) => html`<li>${remark}</li>`)}
          </ul>`
        : nothing
    }
    ${src ? html`<p class="hint"><code dir="ltr">${src}</code></p>` : nothing}
  </div>`;
}
