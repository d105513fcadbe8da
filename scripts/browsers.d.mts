import type { LaunchOptions } from 'puppeteer-core';

export interface Chromium {
  executable: string;
  sandbox: boolean;
}

export function findEngine(engine: 'chromium'): Promise<Chromium | undefined>;
export function findEngine(engine: 'firefox'): Promise<{ executable: string } | undefined>;
export function chromiumOptions(found: Chromium): LaunchOptions;
export function findCommand(...names: string[]): string | undefined;
