import { finder, type Finding } from '../finding.ts';
import { names } from '../../triggers.ts';
import { namesOf } from './problems.ts';
import type { Snapshot } from '../snapshot.ts';
import { TEXTS } from '../texts.ts';

export function checkClearing(snapshot: Snapshot): Finding[] {
  return [checkTriggers(snapshot), checkMemory(snapshot)];
}

function checkTriggers({ clearOn, config }: Snapshot): Finding {
  const of = finder('clearing', TEXTS.clearing.label);
  const texts = TEXTS.clearing;
  if (!config.chatId) return of('bad', texts.noId, { todo: TEXTS.address.copyId, code: 'chat-id-missing' });
  const events = names(clearOn, ['logout']);
  if (events.some((name) => name.includes(',')))
    return of('bad', TEXTS.moment.commas('clear-on'), { todo: TEXTS.moment.spaces });
  const { text, more } = namesOf(events);
  const found = texts.found(text);
  return of('good', events.includes('pagehide') ? `${found} ${texts.pagehide}` : found, more);
}

function checkMemory({ remembered }: Snapshot): Finding {
  const of = finder('remembered', TEXTS.remembered.label);
  return of(remembered === 'blocked' ? 'note' : 'good', TEXTS.remembered[remembered]);
}
