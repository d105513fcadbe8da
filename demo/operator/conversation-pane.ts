import { html, type TemplateResult } from 'lit';
import type { Message } from '../simulator/types.ts';

export function conversationPane(messages: Message[], answer: (text: string) => void): TemplateResult {
  const silent = !messages.some(({ from }) => from === 'visitor');
  return html`<section aria-labelledby="conversation">
    <h2 id="conversation">Conversation</h2>
    <div class="messages" role="log" aria-labelledby="conversation" tabindex="0">
      ${
        messages.length > 0
          ? messages.map(bubble)
          : html`<p class="hint">Nothing has been said. Write something in the chat of the shop.</p>`
      }
    </div>
    <form @submit=${(event: SubmitEvent) => submit(event, answer)}>
      <label for="answer">Answer as the support team</label>
      <div class="row">
        <input id="answer" name="answer" autocomplete="off" required ?disabled=${silent} />
        <button ?disabled=${silent}>Send</button>
      </div>
    </form>
  </section>`;
}

function bubble({ from, text }: Message): TemplateResult {
  const who = from === 'visitor' ? 'Visitor' : 'You';
  return html`<p class="message ${from}"><span class="who">${who}</span> ${text}</p>`;
}

function submit(event: SubmitEvent, answer: (text: string) => void): void {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const text = String(new FormData(form).get('answer')).trim();
  if (text) answer(text);
  form.reset();
}
