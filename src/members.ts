import { acting, clear, hearAgain, load, members, take, type Member } from './boot.ts';
import { report } from './events.ts';
import { problem } from './messages.ts';

/** How long a second element may stay before it is a mistake rather than a page in transition, in milliseconds. */
const DUPLICATE_AFTER = 1_000;

/** An element was connected: the first one acts, the others show what it shows. */
export function join(member: Member): void {
  clearTimeout(member.timer);
  member.timer = setTimeout(() => {
    if (member.host.isConnected && acting !== member) report(member.host, problem('duplicate'));
  }, DUPLICATE_AFTER);
  members.add(member);
  if (acting === member) hearAgain();
  elect();
  member.show((acting as Member).host.status);
}

/** An element was disconnected. One that is back in the same task has only been moved, unless another takes its place. */
export function leave(member: Member): void {
  elect(acting);
  setTimeout(() => {
    if (member.host.isConnected) return;
    members.delete(member);
    member.show('waiting');
    elect();
  });
}

/** An element was asked to load now. */
export function ask(member: Member): void {
  // Also where another one acts, which may leave before the widget is there.
  member.isWanted = true;
  if (acting) load();
}

/** An element was asked to clear the chat; that it is not in the page makes no difference. */
export function forget(member: Member): void {
  if (!acting) take(member);
  clear('method');
  elect();
}

function elect(otherwise?: Member): void {
  const next = [...members].find(({ host }) => host.isConnected) ?? otherwise;
  if (next !== acting) take(next);
}
