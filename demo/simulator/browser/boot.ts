import type { ScriptConfig } from '../types.ts';
import { publishApi } from './api.ts';
import { ChatWindow } from './chat-window.ts';
import { Conversation } from './conversation.ts';
import { pageRecord } from './page-record.ts';
import { Reports } from './reports.ts';

/** The server writes it in front of this script. */
declare const scriptConfig: ScriptConfig;

const { widget, iid, base, faults, second, isBare } = scriptConfig;
const address = `${base}/simulator/widgets/${widget}`;
const conversation = new Conversation(widget);
const reports = isBare ? undefined : new Reports(address, () => conversation.session);

if (second || mayBoot()) {
  if (faults.chained && !second) loadSecondScript();
  else boot();
}

function mayBoot(): boolean {
  pageRecord.iidFound = document.getElementById(iid) !== null;
  if (!pageRecord.iidFound) {
    report(`No element with the id "${iid}" is on the page.`);
    return false;
  }
  if (faults.throws) throw new Error(report('The simulator was asked to throw half way through its script.'));
  return true;
}

function boot(): void {
  pageRecord.booted += 1;
  reports?.tell({ kind: 'boot', iidFound: pageRecord.iidFound });
  const chat = reports && new ChatWindow(widget, conversation, reports);
  publishApi(faults, {
    userConfig(config) {
      conversation.keep();
      chat?.greet(nameOf(config));
    },
    clearChatStorage(chatId) {
      if (String(chatId) !== widget) return;
      conversation.clear();
      chat?.greet('');
    },
    called: (name, args, threw) => reports?.tell({ kind: 'call', name, args, threw }),
  });
}

function loadSecondScript(): void {
  const script = document.createElement('script');
  script.async = true;
  script.src = `${address}/second.js?iid=${iid}`;
  script.onerror = () => report('The second script of the chain did not load.');
  document.head.append(script);
}

function nameOf(config: unknown): string {
  const { userName, userEmail } = (config ?? {}) as Record<string, unknown>;
  return String(userName || userEmail || '');
}

function report(text: string): string {
  pageRecord.errors.push(text);
  console.error(`[UseResponse simulator] ${text}`);
  reports?.tell({ kind: 'problem', text });
  return text;
}
