import { parseFaults } from './faults.ts';
import { readJson, sendJson } from './http.ts';
import { serveSecondScript, type ScriptRequest } from './script.ts';
import type { WidgetStore } from './store.ts';
import type { Report } from './types.ts';

/** What tests, the operator's view and the script itself ask of one widget. */
export async function serveWidget(
  store: WidgetStore,
  asked: ScriptRequest,
  action: string,
  query: URLSearchParams,
): Promise<void> {
  const { widget, request, response } = asked;
  switch (`${request.method} ${action}`) {
    case 'GET ':
      return sendJson(response, store.snapshot(widget));
    case 'POST ':
      store.setFaults(widget, parseFaults(await readJson(request)));
      return sendJson(response, store.snapshot(widget));
    case 'DELETE ':
      store.forget(widget);
      return sendJson(response, {});
    case 'GET second.js':
      return serveSecondScript(store, { ...asked, iid: query.get('iid') ?? '' });
    case 'POST reports':
      for (const report of (await readJson(request)) as Report[]) store.report(widget, report);
      return sendJson(response, {});
    case 'GET messages':
      return sendJson(response, store.messages(widget, query.get('session') ?? ''));
    case 'POST answers': {
      const { text } = (await readJson(request)) as { text?: unknown };
      store.answer(widget, String(text ?? ''));
      return sendJson(response, {});
    }
    default:
      return sendJson(response, { error: `No ${request.method} here.` }, 405);
  }
}
