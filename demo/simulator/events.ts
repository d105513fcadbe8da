import type { ServerResponse } from 'node:http';
import type { WidgetStore } from './store.ts';

/** Streams every log entry from now on; who comes late reads the past in a widget's snapshot. */
export function streamEvents(response: ServerResponse, store: WidgetStore): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  // Something must be written for the browser to fire `open`.
  response.write(': listening\n\n');
  const unsubscribe = store.subscribe((entry) => {
    response.write(`id: ${entry.number}\ndata: ${JSON.stringify(entry)}\n\n`);
  });
  response.on('close', unsubscribe);
}
