import type { Status } from '../boot.ts';
import { isNothing, readConfig, type Config, type Tag } from '../config.ts';
import { readEmbed, scriptKey, type Embed } from '../embed.ts';
import type { UseresponseWidget } from '../element.ts';
import { openMemory, openStorage } from '../memory.ts';
import { openSession, type ClearReason } from '../session.ts';
import { findEmbed, has } from '../vendor.ts';
import { hashOfEmail } from './email-hash.ts';
import type { StrangersPage } from './strangers-page.ts';
import type { Violation } from './violations.ts';

/** Something that the element has done, as it has marked it. */
export interface Step {
  name: string;
  /** Milliseconds since the page was asked for. */
  at: number;
  /** The error's code or the clear's reason. */
  detail?: string;
}

/** The way of the vendor's script, as the browser tells it. */
interface Delivery {
  from: number;
  to: number;
}

/** Who is remembered in this browser; `blocked` where that can't be read. */
type Remembered = 'nobody' | 'this-person' | 'another-person' | 'owed' | 'blocked';

/** Everything that the checks look at, read out of the page at one moment. */
export interface Snapshot {
  /** How many tags there are. */
  tags: number;
  /** What the tag says, as attributes and as properties. */
  tag: Tag & { attributes: readonly { name: string; value: string }[] };
  loading: unknown;
  loadOn: unknown;
  clearOn: unknown;
  config: Config;
  /** The widget of the vendor's own embed code, where the page has one. */
  embed: Embed | undefined;
  status: Status;
  /** What the token would be if the key were empty. */
  tokenWithoutKey: string | undefined;
  /** The page's own address, without what is personal in it. */
  origin: string;
  delivery: Delivery | undefined;
  hasApi: { userConfig: boolean; clearChatStorage: boolean };
  remembered: Remembered;
  steps: readonly Step[];
  violations: readonly Violation[];
  strangersPage: StrangersPage | undefined;
}

/** A value as the element takes it: nothing where frameworks write a word for nothing. */
export const textOf = (value: unknown): string =>
  (typeof value === 'string' || typeof value === 'number') && !isNothing(value) ? `${value}` : '';

const values = ({ src, host, chatId, type, token, email, name, properties, attributes }: Tag) => ({
  ...{ src, host, chatId, type, token, email, name, properties },
  attributes: [...attributes].map((attribute) => ({ name: attribute.name, value: attribute.value })),
});

export function takeSnapshot(
  element: UseresponseWidget,
  tags: number,
  violations: readonly Violation[],
  strangersPage: StrangersPage | undefined,
): Snapshot {
  const config = readConfig(element, document.baseURI, findEmbed);
  const { loading, loadOn, clearOn, status } = element;
  return {
    tags,
    tag: values(element),
    ...{ loading, loadOn, clearOn, status, config },
    embed: findEmbed(),
    tokenWithoutKey: hashOfEmail(textOf(element.email)),
    origin: location.origin,
    delivery: deliveryOf(config.url ?? ownTag()?.src),
    hasApi: { userConfig: has('userConfig'), clearChatStorage: has('clearChatStorage') },
    remembered: remembered(config),
    steps: readSteps(),
    violations,
    strangersPage,
  };
}

/** The vendor's script, where the page brings it by itself. */
const ownTag = (): HTMLScriptElement | undefined =>
  [...document.scripts].find((script) => readEmbed(script.src).chatId);

/** The last attempt, where there were several. */
function deliveryOf(url: string | undefined): Delivery | undefined {
  if (!url) return undefined;
  const isIt = (name: string): boolean =>
    scriptKey(name.replace(/retry=\d+&/, '')).replace(/\?$/, '') === scriptKey(url).replace(/\?$/, '');
  const found = performance
    .getEntriesByType('resource')
    .filter(({ name }) => isIt(name))
    .at(-1);
  return found && { from: found.startTime, to: found.startTime + found.duration };
}

/** Asks the core's own rules, of which nothing is written down. */
function remembered(config: Config): Remembered {
  try {
    void localStorage.length;
  } catch {
    return 'blocked';
  }
  openStorage();
  const record = openMemory(config.scope).get();
  if (!record) return 'nobody';
  const session = openSession(config.scope, { get: () => record, set: () => {} });
  session.meet(config.user, () => {});
  const due: ClearReason | undefined = session.due;
  return due === 'owed' ? 'owed' : due ? 'another-person' : 'this-person';
}

function readSteps(): Step[] {
  const marks = performance.getEntriesByType('mark') as PerformanceMark[];
  return marks
    .filter(({ name }) => name.startsWith('useresponse-'))
    .map(({ name, startTime, detail }) => {
      const { code, reason } = (detail ?? {}) as { code?: string; reason?: string };
      const word = code ?? reason;
      return { name: name.replace('useresponse-', ''), at: startTime, ...(word && { detail: word }) };
    });
}
