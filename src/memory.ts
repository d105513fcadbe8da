import type { Memory } from './session.ts';

const PREFIX = 'useresponse-widget';

/** Whether anything may be stored yet: not before the visitor's consent, nor in a page that is only prerendered. */
let isOpen = false;

/** Whether a log-out came before that, of which the other tabs must still hear. */
let isUntold = false;

export function openStorage(): void {
  isOpen = true;
  if (isUntold) tellOtherTabs();
}

/** One widget's place in the storage of the origin. */
export function openMemory(scope: string): Memory {
  const key = `${PREFIX}:${scope}`;
  return {
    get: () => access((storage) => storage.getItem(key)),
    set: (value) => write((storage) => (value ? storage.setItem(key, value) : storage.removeItem(key))),
  };
}

/** Tells the other tabs of the site that somebody has logged out; nothing stays in the storage. */
export function tellOtherTabs(): void {
  isUntold = !isOpen;
  write((storage) => {
    storage.setItem(PREFIX, `${Math.random()}`);
    storage.removeItem(PREFIX);
  });
}

/** Whether a storage event is the word of another tab that somebody has logged out. */
export const isLogout = (key: string | null, value: string | null): boolean => key === PREFIX && !!value;

/** Whether a storage event is about what is remembered for the widget, or about all there is. */
export const isRecord = (key: string | null, scope: string): boolean => (key ?? scope).endsWith(scope);

function write(use: (storage: Storage) => void): void {
  if (isOpen) access(use);
}

/** Storage can be full or blocked; what is held in memory then serves this document. */
function access<Result>(use: (storage: Storage) => Result): Result | undefined {
  try {
    return use(localStorage);
  } catch {
    // Other tabs and pages can't be reached.
  }
  return undefined;
}
