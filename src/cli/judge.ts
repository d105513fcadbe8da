import { createHash } from 'node:crypto';
import { readConfig } from '../config.ts';
import { readEmbed } from '../embed.ts';
import { checkAddress } from '../inspector/checks/address.ts';
import { checkFields } from '../inspector/checks/fields.ts';
import { checkTag } from '../inspector/checks/tag.ts';
import { checkUser } from '../inspector/checks/user.ts';
import { finder, type Finding } from '../inspector/finding.ts';
import type { Snapshot } from '../inspector/snapshot.ts';
import { shown, type FetchedPage } from './fetch-page.ts';
import { refusalOf } from './policy.ts';
import { readPage, type ReadPage } from './read-page.ts';
import { TEXTS } from './texts.ts';

export interface Judgement {
  findings: Finding[];
  /** The token of whom the element would name. */
  token: string | undefined;
  /** All tokens in the page, also of tags that do not act or are not complete: who gets the page can read them. */
  tokens: string[];
}

/** Where a stranger is refused. */
export const NO_PAGE: Judgement = {
  findings: [finder('tag', TEXTS.label.page)('good', TEXTS.refused)],
  token: undefined,
  tokens: [],
};

type ReadTag = ReadPage['tags'][number];

const valueIn = ({ attributes }: ReadTag, name: string): string | undefined =>
  attributes.find((attribute) => attribute.name === name)?.value;

/** With an email made up, what the element would take for a token. */
const tokenIn = (tag: ReadTag): string | undefined =>
  readConfig({ token: valueIn(tag, 'token'), email: '-', attributes: [] }, '', () => undefined).user?.token;

/** What addresses in the page start from: a base that is none, or of another kind, does not count. */
function baseOf(page: string, base: string | undefined): string {
  if (!base || !URL.canParse(base, page)) return page;
  const { href, protocol } = new URL(base, page);
  return /^https?:$/.test(protocol) ? href : page;
}

/** What the inspector's checks look at, as far as a page tells that no script has run in. */
function snapshotOf(page: FetchedPage, { tags, scripts, base }: ReadPage): Snapshot | undefined {
  const [tag] = tags;
  if (!tag) return undefined;
  const address = baseOf(page.url, base);
  const valueOf = (name: string): string | undefined => valueIn(tag, name);
  const values = {
    ...{ src: valueOf('src'), host: valueOf('host'), chatId: valueOf('chat-id'), type: valueOf('type') },
    ...{ token: valueOf('token'), email: valueOf('email'), name: valueOf('name') },
    ...{ properties: valueOf('properties'), attributes: tag.attributes },
  };
  const embed = scripts
    .filter(({ src }) => URL.canParse(src, address))
    .map(({ src }) => readEmbed(new URL(src, address).href))
    .find(({ chatId }) => chatId);
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
    return { findings: [finding], token: undefined, tokens: [] };
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
    tokens: read.tags.map(tokenIn).filter((token) => token !== undefined),
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
  if (!visitor.token) {
    const todo = page.isOwn ? TEXTS.nobodyTodo : TEXTS.elsewhereTodo(shown(page.url));
    return [finder('nobody', TEXTS.label.page)('note', TEXTS.nobody, { todo })];
  }
  const header = page.headers.get('cache-control') ?? '';
  return [
    ...(stranger.tokens.includes(visitor.token) ? [of('bad', TEXTS.leakSame, { todo: TEXTS.leakTodo })] : []),
    /\b(private|no-store)\b/i.test(header)
      ? of('good', TEXTS.private(header))
      : of('bad', TEXTS.public(header), { todo: TEXTS.leakTodo }),
  ];
}

/** A stranger must get no token at all. */
export function checkStrangersCaching({ tokens }: Judgement): Finding {
  const of = finder('caching', TEXTS.label.caching);
  return tokens.length ? of('bad', TEXTS.leak, { todo: TEXTS.leakTodo }) : of('good', TEXTS.strange);
}
