import { finder, type Finding } from '../finding.ts';
import { textOf, type Snapshot } from '../snapshot.ts';
import { TEXTS } from '../texts.ts';
import { isMarked, isTold, UNRENDERED } from './problems.ts';

const OF_NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
/** What other functions make, by the look of it. */
const OTHER_HASHES: [form: RegExp, name: string][] = [
  [/^[\da-f]{32}$/i, 'an MD5'],
  [/^[\da-f]{40}$/i, 'a SHA-1'],
  [/^[\da-f]{96}$/i, 'a SHA-384'],
  [/^[\da-f]{128}$/i, 'a SHA-512'],
  [/^[\w+/-]{43}=?$/, 'a SHA-256 in Base64'],
  [/^\$2[aby]?\$\d\d\$/, 'a bcrypt hash'],
  [/^eyJ[\w-]+\.[\w-]+\.[\w-]*$/, 'a JSON Web Token'],
];
/** Placeholders of Razor and Drupal, which in a name may be part of it. */
const AT_OR_BRACKETS = /^\s*(?:@\(?[A-Za-z_][\w.]*\)?|\[+[\w-]+[:.][\w:.-]+\]+)\s*$/;
const isLikeATemplate = (value: string): boolean => isMarked(value) || AT_OR_BRACKETS.test(value);
const ESCAPED = /&(amp|quot|lt|gt|apos|#\d+|#x[\da-f]+);/i;

export function checkUser(snapshot: Snapshot): Finding[] {
  return [checkCompleteness(snapshot), checkToken(snapshot), checkEmail(snapshot), checkName(snapshot)];
}

function checkCompleteness({ config, tag, steps, status }: Snapshot): Finding {
  const of = finder('user', TEXTS.user.label);
  const texts = TEXTS.user;
  const incomplete = { todo: texts.both, code: 'incomplete-user' } as const;
  if (!config.user) {
    const token = textOf(tag.token).trim();
    const email = textOf(tag.email).trim();
    if (token && email) return of('bad', texts.unusable, { todo: texts.unusableTodo });
    if (token) return of('bad', texts.noEmail, incomplete);
    if (email) return of('bad', texts.noToken, incomplete);
    return of('good', texts.anonymous, { todo: texts.anonymousTodo });
  }
  const last = (name: string): number => steps.map((step) => step.name).lastIndexOf(name);
  const isHandedOver = last('identify') > last('clear');
  if (isHandedOver) return of('good', texts.handedOver);
  return status === 'ready' && last('clear') >= 0 ? of('note', texts.spent) : of('good', texts.complete);
}

function checkToken(snapshot: Snapshot): Finding {
  const of = finder('token', TEXTS.token.label);
  const texts = TEXTS.token;
  const given = textOf(snapshot.tag.token);
  const token = given.trim();
  if (!token) return of('open', texts.none);
  if (isTold(snapshot, 'template-not-rendered', 'token')) return of('bad', TEXTS.template.found, UNRENDERED);
  if (isLikeATemplate(token)) return of('bad', TEXTS.template.likely, { todo: TEXTS.template.todo });
  if (token !== given) return of('bad', texts.spaces, { todo: texts.trim });
  if (token.toLowerCase() === OF_NOTHING) return of('bad', texts.ofNothing, { todo: texts.findKey });
  if (token.toLowerCase() === snapshot.tokenWithoutKey)
    return of('bad', texts.ofEmail, { todo: texts.findKey });
  if (/^[\da-f]{64}$/.test(token)) return of('good', texts.good);
  if (/^[\da-f]{64}$/i.test(token)) return of('note', texts.capitals, { todo: texts.smallLetters });
  const [, name] = OTHER_HASHES.find(([form]) => form.test(token)) ?? [];
  return name
    ? of('note', texts.otherHash(name), { todo: texts.useSha })
    : of('note', texts.fixed, { todo: texts.fixedTodo });
}

function checkEmail(snapshot: Snapshot): Finding {
  const of = finder('email', TEXTS.email.label);
  const texts = TEXTS.email;
  const shown = textOf(snapshot.tag.email);
  const email = shown.trim();
  if (!email) return of('open', texts.none);
  if (isTold(snapshot, 'template-not-rendered', 'email'))
    return of('bad', TEXTS.template.found, { ...UNRENDERED, shown });
  if (isLikeATemplate(email)) return of('bad', TEXTS.template.likely, { todo: TEXTS.template.todo, shown });
  if (ESCAPED.test(email)) return of('bad', texts.escaped, { todo: texts.escapeOnce, shown });
  if (email !== shown) return of('bad', texts.spaces, { todo: texts.trim, shown: `“${shown}”` });
  if (!/^(?!mailto:)[^\s@]+@[^\s@]+$/i.test(email))
    return of('bad', texts.bad, { todo: texts.badTodo, shown });
  return /\p{Lu}/u.test(email)
    ? of('note', texts.capitals, { todo: texts.sameLetters, shown })
    : of('good', texts.good, { shown });
}

function checkName(snapshot: Snapshot): Finding {
  const of = finder('name', TEXTS.name.label);
  const texts = TEXTS.name;
  const shown = textOf(snapshot.tag.name);
  if (!shown.trim()) return of('open', texts.none);
  if (isTold(snapshot, 'template-not-rendered', 'name'))
    return of('bad', TEXTS.template.found, { ...UNRENDERED, shown });
  if (isMarked(shown)) return of('note', TEXTS.template.likely, { todo: TEXTS.template.todo, shown });
  return ESCAPED.test(shown)
    ? of('bad', texts.escaped, { todo: texts.escapeOnce, shown })
    : of('good', texts.good, { shown });
}
