import { BEFORE, LOGGED_OUT, NEXT, type Observation, OPENED } from './fault.ts';
import type { Happening, Look } from './visit.ts';

/** Puts what was seen into the cells of the table. */
const HEAD = [
  'fault',
  'the visitor sees',
  "the page's script sees",
  "requests for the vendor's script",
  'his elements after the failure',
  'what the next good page owes, before it identifies somebody else',
];

const code = (text: string | undefined): string => `\`${text}\``;

export function rowOf({ fault, looks, logOut }: Observation): string[] {
  const during = looks.filter(({ after }) => after !== BEFORE && after !== NEXT);
  return [
    fault.name,
    perStep(during, visible),
    perStep(during, told),
    perStep(during, requested) || 'none',
    elements(during),
    [owed(looks), logOut.length && `*after a log-out:* ${owed(logOut)}`].filter(Boolean).join('<br>'),
  ];
}

export function table(rows: string[][]): string {
  const [head, ...body] = [HEAD, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return [head, `| ${HEAD.map(() => '---').join(' | ')} |`, ...body].join('\n');
}

/** What is to be said of each step; nothing of those after which all was as before. */
function perStep(looks: Look[], say: (look: Look, before: Look | undefined) => string): string {
  return looks
    .map((look, index) => {
      const words = say(look, looks[index - 1]);
      return words && (look.after === OPENED ? words : `*${look.after}:* ${words}`);
    })
    .filter(Boolean)
    .join('<br>');
}

function visible(look: Look, before?: Look): string {
  const words = (at: Look): string => {
    if (!at.isConnected && !at.chat) return 'nothing';
    return [at.fallback && 'the fallback', at.chat && 'the chat'].filter(Boolean).join(' and ') || 'nothing';
  };
  return before && words(before) === words(look) ? '' : words(look);
}

function told(look: Look, before?: Look): string {
  const events = look.story.flatMap((happening) => ('event' in happening ? [happening] : []));
  const words = events.map(({ event, about }) => (about ? `${code(event)} (${code(about)})` : code(event)));
  if (look.status !== before?.status) words.push(`status ${code(look.status)}`);
  if (look.promise && look.promise !== before?.promise) words.push(`\`load()\` ${outcome(look.promise)}`);
  return words.join(', ');
}

const outcome = (promise: string): string =>
  ({ fulfils: 'fulfils', pending: 'is pending' })[promise] ?? 'rejects';

function requested({ requests, waits }: Look): string {
  const times = waits.length ? ` (after ${list(waits.map((wait) => `${wait / 1_000}`))} s)` : '';
  return requests || times ? `${requests || 'none'}${times}` : '';
}

const list = (words: string[]): string => words.join(', ').replace(/, ([^,]*)$/, ' and $1');

function elements(looks: Look[]): string {
  const failed = looks.filter(({ status }) => status === 'error').at(-1);
  if (!failed) return '–';
  return failed.tags.length ? failed.tags.map((state) => `one, ${state}`).join(', ') : 'none';
}

function owed(looks: Look[]): string {
  const clears = looks.at(-1)!.story.filter(isClear);
  if (clears.length) return `a clear (${list(clears.map(({ about }) => code(about)))}), made first`;
  const since = looks.findIndex(({ after }) => after === LOGGED_OUT);
  const made = since < 0 ? undefined : looks.slice(since).find(({ story }) => story.some(isClear));
  if (!made) return 'nothing';
  const when = made.after === LOGGED_OUT ? 'at once' : 'later on the same page';
  return `nothing: cleared ${when} (${code(made.story.find(isClear)?.about)})`;
}

const isClear = (happening: Happening): happening is Extract<Happening, { event: string }> =>
  'event' in happening && happening.event === 'clear';
