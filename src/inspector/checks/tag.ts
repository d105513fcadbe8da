import { finder, type Finding } from '../finding.ts';
import type { Snapshot } from '../snapshot.ts';
import { TEXTS } from '../texts.ts';

/** What people write in good faith, and what they mean. */
const MEANT: Record<string, string> = {
  href: 'src',
  url: 'src',
  'data-src': 'src',
  'data-host': 'host',
  chatid: 'chat-id',
  chat_id: 'chat-id',
  'data-chat-id': 'chat-id',
  'data-token': 'token',
  useremail: 'email',
  'user-email': 'email',
  user_email: 'email',
  mail: 'email',
  'e-mail': 'email',
  'data-email': 'email',
  username: 'name',
  'user-name': 'name',
  user_name: 'name',
  'data-name': 'name',
  property: 'properties',
  fields: 'properties',
  'data-properties': 'properties',
  loadon: 'load-on',
  load_on: 'load-on',
  clearon: 'clear-on',
  clear_on: 'clear-on',
};

/** Left over where a value was ended too early: no framework has such a name. */
const JUNK = /["'<{},\\]/;

/** `property-170` and `property170` are not what begins with `property_`. */
const meantBy = (name: string): string | undefined =>
  Object.hasOwn(MEANT, name)
    ? MEANT[name]
    : /^property-?\d+$/.test(name)
      ? name.replace(/^property-?/, 'property_')
      : undefined;

export const junkOf = ({ tag }: Snapshot): string[] =>
  tag.attributes.map(({ name }) => name).filter((name) => JUNK.test(name));

export function checkTag(snapshot: Snapshot): Finding[] {
  const ofTag = finder('tag', TEXTS.tag.label);
  const { tags } = snapshot;
  return [
    tags > 1
      ? ofTag('bad', TEXTS.tag.more(tags), { todo: TEXTS.tag.removeOthers, code: 'duplicate' })
      : ofTag('good', TEXTS.tag.one),
    checkAttributes(snapshot),
  ];
}

function checkAttributes(snapshot: Snapshot): Finding {
  const of = finder('attributes', TEXTS.attributes.label);
  const junk = junkOf(snapshot);
  if (junk.length)
    return of('bad', TEXTS.attributes.junk, { todo: TEXTS.attributes.escape, shown: junk.join(' ') });
  const wrong = snapshot.tag.attributes.flatMap(({ name }) => {
    const right = meantBy(name);
    return right ? [TEXTS.attributes.instead(name, right)] : [];
  });
  return wrong.length
    ? of('bad', TEXTS.attributes.unknown(wrong.join(', ')), { todo: TEXTS.attributes.rename })
    : of('good', TEXTS.attributes.good);
}
