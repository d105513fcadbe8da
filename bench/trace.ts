import type { Page } from 'puppeteer-core';

/** What a trace tells of one stretch of work, in microseconds. */
export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** How much of it the thread was really running. */
  tdur?: number;
  args: {
    data?: { url?: string; requestId?: string; documentLoaderURL?: string };
    beginData?: { url?: string };
    fileName?: string;
  };
}

/** Records a trace of the browser while something is done. */
export async function traced(
  page: Page,
  categories: string[],
  act: () => Promise<unknown>,
): Promise<TraceEvent[]> {
  await page.tracing.start({ categories: ['-*', ...categories] });
  await act();
  const recorded = await page.tracing.stop();
  return (JSON.parse(new TextDecoder().decode(recorded)) as { traceEvents: TraceEvent[] }).traceEvents;
}

export const end = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;

/** Whether one stretch of work lies within another of the same thread. */
export const isWithin = (inner: TraceEvent, outer: TraceEvent): boolean =>
  inner !== outer && inner.ts >= outer.ts && end(inner) <= end(outer);
