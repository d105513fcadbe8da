import { finder, type Finding } from '../finding.ts';
import { names } from '../../triggers.ts';
import { namesOf } from './problems.ts';
import type { Snapshot } from '../snapshot.ts';
import { TEXTS } from '../texts.ts';

/** The last error that is not over: what was ready since has got over it. */
function lastError({ status, steps }: Snapshot): string | undefined {
  return status === 'error' ? steps.filter(({ name }) => name === 'error').at(-1)?.detail : undefined;
}

const isOfVendor = ({ config, embed }: Snapshot, blocked: string): boolean =>
  blocked === (config.url ? new URL(config.url).host : embed?.host);

export function checkLoading(snapshot: Snapshot): Finding[] {
  return [checkMoment(snapshot), checkScript(snapshot), checkCalls(snapshot), checkPolicy(snapshot)];
}

function checkMoment({ status, loading, loadOn, delivery }: Snapshot): Finding {
  const of = finder('moment', TEXTS.moment.label);
  const texts = TEXTS.moment;
  const events = names(loadOn);
  if (events.some((name) => name.includes(',')))
    return of('bad', texts.commas('load-on'), { todo: texts.spaces, shown: events.join(' ') });
  if (events[0] && status === 'waiting' && !delivery)
    return of('open', texts.waiting(namesOf(events).text), {
      todo: texts.dispatch,
      ...namesOf(events).more,
    });
  if (loading === 'idle' || loading === 'interaction') return of('good', texts[loading]);
  return !loading || loading === 'eager' ? of('good', texts.eager) : of('note', texts.unknown);
}

function checkScript(snapshot: Snapshot): Finding {
  const { status, delivery, hasApi, violations } = snapshot;
  const of = finder('script', TEXTS.script.label);
  const texts = TEXTS.script;
  const error = lastError(snapshot);
  if (error === 'script-failed') {
    const isPolicy = violations.some(({ blocked }) => isOfVendor(snapshot, blocked));
    return of('bad', texts.failed, { todo: isPolicy ? texts.policy : texts.blocker, code: error });
  }
  if (error === 'script-timeout') return of('bad', texts.late, { todo: texts.raise, code: error });
  const isThere =
    hasApi.userConfig || hasApi.clearChatStorage || status === 'ready' || error?.startsWith('api-');
  if (isThere)
    return of('good', delivery ? texts.loaded(Math.round(delivery.to - delivery.from)) : texts.there);
  return of('open', status === 'loading' ? texts.loading : texts.notYet);
}

function checkCalls(snapshot: Snapshot): Finding {
  const of = finder('calls', TEXTS.api.label);
  const texts = TEXTS.api;
  const error = lastError(snapshot);
  if (error === 'api-threw') return of('bad', texts.threw, { todo: texts.check, code: error });
  const missing = Object.entries(snapshot.hasApi).flatMap(([call, isThere]) =>
    isThere ? [] : [`UR.${call}`],
  );
  if (!missing.length) return of('good', texts.good);
  const isLate = error === 'api-missing' || snapshot.status === 'ready';
  return isLate
    ? of('bad', texts.missing(missing.join(', ')), { todo: texts.address, code: 'api-missing' })
    : of('open', texts.notYet);
}

function checkPolicy(snapshot: Snapshot): Finding {
  const of = finder('policy', TEXTS.policy.label);
  const texts = TEXTS.policy;
  const list = (wanted: boolean): string =>
    snapshot.violations
      .filter(({ blocked }) => isOfVendor(snapshot, blocked) === wanted)
      .map(({ directive, blocked }) => `${directive} ${blocked}`)
      .join(', ');
  const vendors = list(true);
  if (vendors) return of('bad', texts.blocked(vendors), { todo: texts.allow });
  const others = list(false);
  return others ? of('note', texts.others(others), { todo: texts.allow }) : of('good', texts.good);
}
