import type { Faults, Method } from '../types.ts';
import { pageRecord, recordCall } from './page-record.ts';

type Vendor = Partial<Record<Method, (...args: unknown[]) => void>>;

export interface Handlers {
  /** Hears of every call, also of one that throws. */
  called(name: Method, args: unknown[], threw: boolean): void;
  userConfig(config: unknown): void;
  clearChatStorage(chatId: unknown): void;
}

const METHODS: Method[] = ['userConfig', 'clearChatStorage'];

/** Puts `UR` on the page, with the methods that the faults leave it and when they leave it. */
export function publishApi(faults: Faults, handlers: Handlers): void {
  if (faults.apiMissing) return;
  after(faults.apiDelay, () => {
    const vendor: Vendor = {};
    (window as { UR?: unknown }).UR = vendor;
    for (const name of METHODS) {
      if (faults.missing?.includes(name)) continue;
      after(faults.methodDelay?.[name], () => (vendor[name] = method(name, faults, handlers)));
    }
  });
}

function method(name: Method, faults: Faults, handlers: Handlers): (...args: unknown[]) => void {
  return (...args) => {
    recordCall(name, args);
    const threw = throwsNow(name, faults);
    if (!threw) handlers[name](args[0]);
    handlers.called(name, args, threw);
    if (threw) {
      const text = `The simulator was asked to throw in ${name}.`;
      pageRecord.errors.push(text);
      throw new Error(text);
    }
  };
}

let thrown = 0;

function throwsNow(name: Method, { throwIn, throwFirst }: Faults): boolean {
  if (!throwIn && throwFirst === undefined) return false;
  if (throwIn && !throwIn.includes(name)) return false;
  if (throwFirst !== undefined && thrown >= throwFirst) return false;
  thrown += 1;
  return true;
}

/** Without a delay it is done at once, within the script's own run. */
function after(delay: number | undefined, action: () => void): void {
  if (delay) setTimeout(action, delay);
  else action();
}
