import { type Fault, trifle } from './fault.ts';
import type { Visit } from './visit.ts';

/** Fills the storage to its last character. */
const FILL = `<script>
  for (let size = 2 ** 22; size >= 1; size /= 2) {
    try {
      for (let count = 0; ; count++) localStorage.setItem('filling-' + size + '-' + count, 'x'.repeat(size));
    } catch {}
  }
</script>`;

const THROWING = `<script>
  for (const name of ['getItem', 'setItem', 'removeItem']) {
    Storage.prototype[name] = () => {
      throw new Error('No storage.');
    };
  }
</script>`;

/** A page without an origin of its own may not touch the storage at all. */
const BLOCKED = { 'Content-Security-Policy': 'sandbox allow-scripts' };

const wipe = (visit: Visit): Promise<void> => visit.page.evaluate(() => localStorage.clear());

export const storage: Fault[] = [
  trifle({ name: 'the storage is full', page: { head: FILL } }),
  trifle({
    name: 'the storage is full, and Anna is new',
    page: { head: FILL },
    isFirstVisit: true,
    isForgetful: true,
  }),
  trifle({ name: 'the storage is blocked', page: { headers: BLOCKED }, isForgetful: true }),
  trifle({
    name: 'the storage is blocked, and Anna is new',
    page: { headers: BLOCKED },
    isFirstVisit: true,
    isForgetful: true,
  }),
  trifle({ name: 'the storage throws', page: { head: THROWING }, isForgetful: true }),
  trifle({ name: 'the page wipes the storage', steps: [['wiped', wipe]] }),
];
