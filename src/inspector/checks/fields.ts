import { isNothing, readConfig } from '../../config.ts';
import { finder, type Finding } from '../finding.ts';
import { diagnoseJson, excerpt } from '../json-diagnosis.ts';
import type { Snapshot } from '../snapshot.ts';
import { TEXTS } from '../texts.ts';
import { isMarked, isTold, UNRENDERED } from './problems.ts';
import { junkOf } from './tag.ts';

const KNOWN_KEY = /^property_\d+$/;
const SOMEBODY = { token: '-', email: '-' };

export function checkFields(snapshot: Snapshot): Finding[] {
  return [checkProperties(snapshot), ...checkEachField(snapshot)];
}

/** What the element makes of them, for an anonymous visitor as well. */
const fieldsOf = ({ tag }: Snapshot): [key: string, value: string][] =>
  Object.entries(readConfig({ ...tag, ...SOMEBODY }, '', () => undefined).user?.properties ?? {});

function checkProperties(snapshot: Snapshot): Finding {
  const of = finder('properties', TEXTS.properties.label);
  const texts = TEXTS.properties;
  const { properties } = snapshot.tag;
  const text = typeof properties === 'string' ? properties : '';
  if (isNothing(properties) || (!text.trim() && Object(properties) !== properties))
    return of('open', texts.none);
  if (isTold(snapshot, 'template-not-rendered', 'properties'))
    return of('bad', TEXTS.template.found, { ...UNRENDERED, shown: text });
  if (isTold(snapshot, 'bad-properties', 'properties')) return of('bad', ...describeMistake(snapshot, text));
  return of('good', texts.good(fieldsOf(snapshot).length));
}

function describeMistake(
  snapshot: Snapshot,
  text: string,
): [found: string, more: Pick<Finding, 'todo' | 'code' | 'excerpt'>] {
  const code = 'bad-properties';
  const diagnosis = diagnoseJson(text);
  if (!text) return [TEXTS.properties.notAnObject, { code, todo: TEXTS.json['not-an-object'][1] }];
  if (!diagnosis) return [TEXTS.properties.tooLong, { code, todo: TEXTS.properties.shorten }];
  const place = excerpt(text, diagnosis.at);
  // What the rest of the value has become shows on the tag.
  if (diagnosis.mistake === 'cut-off' && junkOf(snapshot).length)
    return [TEXTS.properties.cut, { code, todo: TEXTS.properties.cutTodo, excerpt: place }];
  const [found, todo] = TEXTS.json[diagnosis.mistake];
  return [found, { code, todo, excerpt: place }];
}

/** A key of another form may have been made of anything: it stays on the screen. */
const nameOf = (key: string): string => (KNOWN_KEY.test(key) ? key : TEXTS.field.ownKey);

function checkEachField(snapshot: Snapshot): Finding[] {
  const texts = TEXTS.field;
  const good = fieldsOf(snapshot).map(([key, value]) => {
    const of = finder(`field ${key}`, texts.label);
    const shown = `${key}: ${value}`;
    if (!KNOWN_KEY.test(key)) return of('note', texts.otherKey, { todo: texts.checkKey, shown });
    if (isMarked(value)) return of('note', texts.likelyTemplate(key), { todo: TEXTS.template.todo, shown });
    return value.trim() ? of('good', texts.good(key), { shown }) : of('note', texts.empty(key), { shown });
  });
  const bad = keysOf(snapshot).flatMap((key) => {
    const of = finder(`field ${key}`, texts.label);
    if (isTold(snapshot, 'bad-properties', `${key} in properties`))
      return [
        of('bad', texts.nested(nameOf(key)), { todo: texts.flatten, shown: key, code: 'bad-properties' }),
      ];
    return isTold(snapshot, 'template-not-rendered', key)
      ? [of('bad', texts.template(nameOf(key)), { ...UNRENDERED, shown: key })]
      : [];
  });
  return [...good, ...bad];
}

/** All keys that the tag names, also those that the element leaves out. */
function keysOf({ tag }: Snapshot): string[] {
  const keys = tag.attributes.map(({ name }) => name).filter((name) => name.startsWith('property_'));
  try {
    const { properties } = tag;
    const object: unknown = typeof properties === 'string' ? JSON.parse(properties) : properties;
    keys.push(...Object.keys(object ?? {}));
  } catch {
    // What is no JSON has no keys.
  }
  return [...new Set(keys)];
}
