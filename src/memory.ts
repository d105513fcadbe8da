import type { Memory } from './session.ts';

const PREFIX = 'useresponse-widget';

/** Whether anything may be stored yet: not before the visitor's consent, nor in a page that is only prerendered. */
let isOpen = false;

export const openStorage = (): void => {
  isOpen = true;
};

/** One widget's place in the storage of the origin. */
export function openMemory(scope: string): Memory {
  const key = `${PREFIX}:${scope}`;
  return { get: () => attempt(() => localStorage.getItem(key)) ?? null, set: (value) => store(key, value) };
}

/** Tells the other tabs of the site that somebody has logged out; nothing stays in the storage. */
export function tellOtherTabs(): void {
  store(PREFIX, `${Math.random()}`);
  store(PREFIX, null);
}

/** Whether a storage event is the word of another tab that somebody has logged out. */
export const isLogout = ({ key, newValue }: StorageEvent): boolean => key === PREFIX && !!newValue;

function store(key: string, value: string | null): void {
  attempt(() => (value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value)));
}

/** Storage can be closed, full or blocked; what is held in memory then serves this document. */
function attempt<Result>(access: () => Result): Result | undefined {
  try {
    if (isOpen) return access();
  } catch {
    // Other tabs and pages can't be reached.
  }
  return undefined;
}
