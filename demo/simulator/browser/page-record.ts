import type { Method, PageRecord } from '../types.ts';

declare global {
  interface Window {
    useresponseSimulator?: PageRecord;
  }
}

/** One record for the page, however many of the vendor's scripts run in it. */
export const pageRecord: PageRecord = (window.useresponseSimulator ??= {
  calls: [],
  booted: 0,
  iidFound: false,
  errors: [],
});

export function recordCall(name: Method, args: unknown[]): void {
  pageRecord.calls.push({ name, args: copy(args) });
}

/** What a caller does to its objects later must not rewrite what was recorded. */
function copy(args: unknown[]): unknown[] {
  try {
    return structuredClone(args);
  } catch {
    return [...args];
  }
}
