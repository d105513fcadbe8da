import { finder, type Finding } from '../finding.ts';
import type { Snapshot } from '../snapshot.ts';
import { TEXTS } from '../texts.ts';

export function checkCaching({ config, strangersPage }: Snapshot): Finding[] {
  const of = finder('caching', TEXTS.caching.label);
  const texts = TEXTS.caching;
  if (!strangersPage) return [config.user ? of('open', texts.open) : of('open', texts.anonymous)];
  const { outcome, headers } = strangersPage;
  const told = (text: string): string =>
    headers.length ? `${text} ${texts.headers(headers.join('; '))}` : text;
  if (outcome === 'failed') return [of('open', texts.failed)];
  if (outcome === 'clean') return [of('good', told(texts.clean))];
  const leak = outcome === 'same-token' ? texts.leak : texts.leakOther;
  return [of('bad', told(leak), { todo: texts.todo })];
}
