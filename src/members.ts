import { startBoot, type Boot, type Member } from './boot.ts';
import { report } from './events.ts';
import { problem } from './messages.ts';

/** How long a second element may stay before it is a mistake rather than a page in transition, in milliseconds. */
const DUPLICATE_AFTER = 1_000;

/** The elements of the document in the order in which they were connected. */
const members = new Set<Member>();
/** The turn of the first of them. */
let boot: Boot | undefined;
/** What it showed last. */
let shown: Parameters<Member['show']> = ['waiting'];

/** An element was connected: the first one acts, the others show what it shows. */
export function join(member: Member): void {
  if (!members.has(member)) {
    setTimeout(() => {
      if (members.has(member) && boot?.member !== member) report(member.host, problem('duplicate'));
    }, DUPLICATE_AFTER);
  }
  members.add(member);
  elect();
  member.show(...shown);
}

/** An element was disconnected. One that is back in the same task has only been moved. */
export function leave(member: Member): void {
  setTimeout(() => {
    if (isHere(member)) return;
    members.delete(member);
    member.show('waiting');
    elect();
  });
}

/** All changes of a task to some element are in. */
export function settle(): void {
  if (boot && isHere(boot.member)) boot.settle();
}

/** An element was asked to load now. */
export function load(member: Member): void {
  if (boot) boot.load();
  else member.isWanted = true;
}

/** An element was asked to clear the chat; that it is not in the page makes no difference. */
export function clear(member: Member): void {
  const turn = boot ?? startBoot(member, () => {});
  turn.clear('method');
  if (!boot) turn.end();
}

const isHere = ({ host }: Member): boolean => host.isConnected;

function elect(): void {
  const next = [...members].find(isHere);
  if (next !== boot?.member) {
    boot?.end();
    boot = next && startBoot(next, show);
  }
  // Frameworks set what they bind only after they have connected the element.
  queueMicrotask(() => {
    if (boot && isHere(boot.member)) boot.start();
  });
}

function show(...what: typeof shown): void {
  shown = what;
  for (const member of members) member.show(...what);
}
