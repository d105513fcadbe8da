import assert from 'node:assert/strict';
import { ANNA, BOB, type Person } from '../e2e/helpers/site.ts';
import { BEFORE, LOGGED_OUT, NEXT, type Observation } from './fault.ts';
import type { Happening, Look } from './visit.ts';

/** A first attempt and its retries, and once more when the page's script asks for it. */
const MOST_REQUESTS = 5;

/** What holds for every fault, whatever the table says of it. */
export function assertPromises({ fault, looks, logOut, widget }: Observation): void {
  const all = [...looks, ...logOut];
  if (fault.isForgetful) for (const look of all) assertClears(look.story, widget);
  else assertClears(storyOf(all), widget);
  assertNext(looks, BOB);
  if (logOut.length) {
    assertNext(logOut, ANNA);
    assertLogOut(logOut);
  }
  for (const look of all) assertLook(look);
  for (const visit of [looks, logOut]) {
    const counts = visit.filter(({ after }) => after !== BEFORE && after !== NEXT);
    const sum = counts.reduce((total, { requests }) => total + requests, 0);
    assert.ok(sum <= MOST_REQUESTS, `${sum} requests`);
  }
}

const storyOf = (looks: Look[]): Happening[] => looks.flatMap(({ story }) => story);

/** Nobody is identified after somebody else without a clear that worked in between. */
function assertClears(story: Happening[], widget: string): void {
  let last: string | undefined;
  for (const happening of story) {
    if (!('call' in happening)) continue;
    const { call, about, threw } = happening;
    if (call === 'userConfig') {
      assert.ok(!last || last === about, `${about} is identified after ${last} without a clear`);
      last = about;
    } else if (!threw && about === widget) last = undefined;
  }
}

/** The next good page identifies the person it was rendered for, and nobody else. */
function assertNext(looks: Look[], { token }: Person): void {
  const said = looks
    .at(-1)!
    .story.flatMap((happening) =>
      'call' in happening && happening.call === 'userConfig' ? [happening.about] : [],
    );
  assert.deepEqual(said, [token]);
}

/** On this visit Bob is the one who logs out. */
function assertLogOut(looks: Look[]): void {
  const since = looks.findIndex(({ after }) => after === LOGGED_OUT);
  const sent = storyOf(looks.slice(since)).filter(
    (happening) => 'call' in happening && happening.about === BOB.token,
  );
  assert.deepEqual(sent, [], 'somebody who has logged out is sent');
}

function assertLook({ after, status, isConnected, fallback, chat, tags, uncaught }: Look): void {
  assert.deepEqual(uncaught, [], `an error that nobody catches (${after})`);
  assert.ok(!isConnected || fallback || chat, `nothing to be seen (${after})`);
  assert.equal(fallback, isConnected && status !== 'ready', `the fallback (${after})`);
  assert.ok(tags.length <= 1, `${tags.length} elements (${after})`);
  assert.ok(!tags.includes('dead'), `a dead element (${after})`);
}
