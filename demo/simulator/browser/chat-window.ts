import type { Message } from '../types.ts';
import { chatStyles } from './chat-styles.ts';
import type { Conversation } from './conversation.ts';
import { element, icon } from './elements.ts';
import type { Reports } from './reports.ts';

const BUBBLE = 'M4 3h16a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z';
const CROSS =
  'M5.6 4.2 4.2 5.6l6.4 6.4-6.4 6.4 1.4 1.4 6.4-6.4 6.4 6.4 1.4-1.4-6.4-6.4 6.4-6.4-1.4-1.4-6.4 6.4z';
const PLANE = 'M2 21l21-9L2 3v7l15 2-15 2z';

const POLL_INTERVAL = 1500;

/** The way to the support team; a page without a server has one that leads nowhere. */
type Line = Pick<Reports, 'tell' | 'messages'>;

/** The bubble in the corner and the window that it opens. */
export class ChatWindow {
  readonly #conversation: Conversation;
  readonly #reports: Line;
  readonly #user = element('p');
  readonly #log = element('div', { class: 'log', role: 'log', 'aria-label': 'Conversation', tabindex: '0' });
  readonly #input = element('input', { id: 'text', autocomplete: 'off', required: true });
  readonly #unread = element('span', { class: 'unread', 'aria-hidden': 'true', hidden: true });
  readonly #bubble = element(
    'button',
    { class: 'bubble', type: 'button', 'aria-expanded': 'false', 'aria-controls': 'window' },
    icon(BUBBLE),
    this.#unread,
  );
  readonly #window = element('section', {
    id: 'window',
    class: 'window',
    role: 'dialog',
    'aria-label': 'Chat with support',
    hidden: true,
  });
  #seen = 0;

  constructor(widget: string, conversation: Conversation, reports: Line) {
    this.#conversation = conversation;
    this.#reports = reports;
    this.#seen = conversation.messages.length;
    this.#window.append(this.#header(), this.#log, this.#form());
    this.#window.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#toggle(false);
    });
    this.#bubble.addEventListener('click', () => this.#toggle(Boolean(this.#window.hidden)));
    this.greet('');
    this.#mount(`useresponse-simulator-${widget}`);
    setInterval(() => void this.#poll(), POLL_INTERVAL);
  }

  /** Shows whom the vendor takes the visitor for, and the conversation as it is stored now. */
  greet(name: string): void {
    this.#user.textContent = name ? `You are ${name}` : 'You are a guest';
    this.#seen = Math.min(this.#seen, this.#conversation.messages.length);
    this.#render();
  }

  #mount(id: string): void {
    const host = element('div', { id });
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [chatStyles()];
    root.append(element('aside', { 'aria-label': 'Support chat' }, this.#window, this.#bubble));
    const append = () => {
      document.getElementById(id)?.remove();
      document.body.append(host);
    };
    if (document.body) append();
    else addEventListener('DOMContentLoaded', append, { once: true });
  }

  #header(): HTMLElement {
    const close = element('button', { class: 'close', type: 'button', 'aria-label': 'Close' }, icon(CROSS));
    close.addEventListener('click', () => this.#toggle(false));
    return element(
      'header',
      {},
      element('div', {}, element('h2', {}, 'Chat with support'), this.#user),
      close,
    );
  }

  #form(): HTMLElement {
    const send = element('button', { class: 'send', 'aria-label': 'Send' }, icon(PLANE));
    const form = element('form', {}, element('label', { for: 'text' }, 'Your message'), this.#input, send);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#say(this.#input.value.trim());
      this.#input.value = '';
    });
    return form;
  }

  #say(text: string): void {
    if (!text) return;
    this.#conversation.add({ from: 'visitor', text, time: new Date().toISOString() });
    this.#reports.tell({ kind: 'message', text });
    this.#render();
  }

  #toggle(open: boolean): void {
    this.#window.hidden = !open;
    this.#bubble.setAttribute('aria-expanded', String(open));
    this.#render();
    (open ? this.#input : this.#bubble).focus();
  }

  /** Asks only in a chat that is going on, so that a page nobody chats in sends nothing. */
  async #poll(): Promise<void> {
    if (document.hidden || this.#conversation.messages.length === 0) return;
    const { session } = this.#conversation;
    const answers = (await this.#reports.messages()).filter(isAnswer);
    if (session !== this.#conversation.session) return;
    const missed = answers.slice(this.#conversation.messages.filter(isAnswer).length);
    if (missed.length === 0) return;
    this.#conversation.add(...missed);
    this.#render();
  }

  #render(): void {
    const { messages } = this.#conversation;
    if (!this.#window.hidden) this.#seen = messages.length;
    const unread = messages.length - this.#seen;
    this.#unread.textContent = String(unread);
    this.#unread.hidden = unread === 0;
    this.#bubble.setAttribute('aria-label', `Chat with support${unread ? `, ${unread} new` : ''}`);
    this.#log.replaceChildren(...(messages.length > 0 ? messages.map(bubbleOf) : [greeting()]));
    this.#log.scrollTop = this.#log.scrollHeight;
  }
}

function isAnswer({ from }: Message): boolean {
  return from === 'operator';
}

function greeting(): HTMLElement {
  return element('p', { class: 'empty' }, 'Ask us anything. We answer in this window.');
}

function bubbleOf({ from, text }: Message): HTMLElement {
  const who = element('span', { class: 'who' }, from === 'operator' ? 'Support: ' : 'You: ');
  return element('p', { class: `message ${from}` }, who, text);
}
