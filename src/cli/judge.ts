import { createHash } from 'node:crypto';
import { readConfig } from '../config.ts';
import { readEmbed } from '../embed.ts';
import { checkAddress } from '../inspector/checks/address.ts';
import { checkFields } from '../inspector/checks/fields.ts';
import { checkTag } from '../inspector/checks/tag.ts';
import { checkUser } from '../inspector/checks/user.ts';
import { finder, type Finding } from '../inspector/finding.ts';
import type { Snapshot } from '../inspector/snapshot.ts';
import type { FetchedPage } from './fetch-page.ts';
import { refusalOf } from './policy.ts';
import { readPage, type ReadPage } from './read-page.ts';
import { TEXTS } from './texts.ts';

export interface Judgement {
  findings: Finding[];
  /** The token in the page, where the element would take it for one. */
  token: string | undefined;
}

/** What the inspector's checks look at, as far as a page tells that no script has run in. */
function snapshotOf(page: FetchedPage, { tags, scripts, base }: ReadPage): Snapshot | undefined {
  const [tag] = tags;
  if (!tag) return undefined;
  const address = new URL(base ?? '', page.url).href;
  const valueOf = (name: string): string | undefined =>
    tag.attributes.find((attribute) => attribute.name === name)?.value;
  const values = {
    ...{ src: valueOf('src'), host: valueOf('host'), chatId: valueOf('chat-id'), type: valueOf('type') },
    ...{ token: valueOf('token'), email: valueOf('email'), name: valueOf('name') },
    ...{ properties: valueOf('properties'), attributes: tag.attributes },
  };
  const embed = scripts.map(({ src }) => readEmbed(new URL(src, address).href)).find(({ chatId }) => chatId);
  return {
    tags: tags.length,
    tag: values,
    ...{ loading: valueOf('loading'), loadOn: valueOf('load-on'), clearOn: valueOf('clear-on') },
    config: readConfig(values, address, () => embed),
    embed,
    status: 'waiting',
    tokenWithoutKey: createHash('sha256')
      .update(values.email ?? '')
      .digest('hex'),
    origin: new URL(page.url).origin,
    delivery: undefined,
    hasApi: { userConfig: false, clearChatStorage: false },
    remembered: 'nobody',
    steps: [],
    violations: [],
    strangersPage: undefined,
  };
}

export function judge(page: FetchedPage): Judgement {
  const read = readPage(page.html);
  const snapshot = snapshotOf(page, read);
  if (!snapshot) {
    const finding = finder('tag', TEXTS.label.page)('bad', TEXTS.noTag, { todo: TEXTS.noTagTodo });
    return { findings: [finding], token: undefined };
  }
  return {
    findings: [
      ...checkTag(snapshot),
      ...checkAddress(snapshot),
      checkScript(read),
      ...checkPolicy(page, read, snapshot),
      ...checkUser(snapshot),
      ...checkFields(snapshot),
    ],
    token: snapshot.config.user?.token,
  };
}

function checkScript({ scripts }: ReadPage): Finding {
  const of = finder('script', TEXTS.label.script);
  return scripts.some(({ src }) => src.includes('useresponse-widget'))
    ? of('good', TEXTS.script)
    : of('note', TEXTS.noScript, { todo: TEXTS.noScriptTodo });
}

function checkPolicy(page: FetchedPage, { policies }: ReadPage, { config, tag }: Snapshot): Finding[] {
  const of = finder('policy', TEXTS.label.policy);
  const { url } = config;
  const policy = [page.headers.get('content-security-policy') ?? '', ...policies].filter(Boolean).join(',');
  if (!policy) return [of('good', TEXTS.policyNone)];
  if (!url) return [];
  const { host, origin } = new URL(url);
  const nonce = tag.attributes.find(({ name }) => name === 'nonce')?.value;
  const directive = refusalOf(policy, url, page.url, nonce);
  return [
    directive
      ? of('bad', TEXTS.policyBad(directive, host), { todo: TEXTS.policyTodo(origin) })
      : of('good', TEXTS.policyGood(host)),
  ];
}

/** What caches may do with the page that somebody gets who is signed in. */
export function checkVisitorsCaching(page: FetchedPage, visitor: Judgement, stranger: Judgement): Finding[] {
  const of = finder('caching', TEXTS.label.caching);
  if (!visitor.token)
    return [finder('nobody', TEXTS.label.page)('note', TEXTS.nobody, { todo: TEXTS.nobodyTodo })];
  const header = page.headers.get('cache-control') ?? '';
  return [
    ...(visitor.token === stranger.token ? [of('bad', TEXTS.leakSame, { todo: TEXTS.leakTodo })] : []),
    /\b(private|no-store)\b/i.test(header)
      ? of('good', TEXTS.private(header))
      : of('bad', TEXTS.public(header), { todo: TEXTS.leakTodo }),
  ];
}

/** A stranger must get no token at all. */
export function checkStrangersCaching({ token }: Judgement): Finding {
  const of = finder('caching', TEXTS.label.caching);
  return token ? of('bad', TEXTS.leak, { todo: TEXTS.leakTodo }) : of('good', TEXTS.strange);
}
