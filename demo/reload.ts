import type { ServerResponse } from 'node:http';
import type { ViteDevServer } from 'vite';

/** The mode of `npm run dev`: pages are loaded anew when something changes. `npm start` leaves a visitor in peace. */
export const RELOAD = 'reload';

const CLIENT = '<script type="module" src="/@vite/client"></script>';
/** The socket on which Vite tells of changes; the configurator's own policy lets nothing in or out. */
const SOCKET = 'connect-src http: ws:; ';

const withClient = (page: string): string =>
  page.replace(/<head>/i, `$&${CLIENT}`).replace('default-src ', `${SOCKET}$&`);

export function reloadPages({ middlewares, watcher, ws }: ViteDevServer): void {
  middlewares.use((_request, response: ServerResponse, next) => {
    const end = response.end.bind(response) as (content?: unknown, ...rest: unknown[]) => ServerResponse;
    response.end = (content?: unknown, ...rest: unknown[]) =>
      end(typeof content === 'string' ? withClient(content) : content, ...rest);
    next();
  });
  // Texts and styles are no modules: Vite alone would not mention them.
  watcher.on('change', (file) => /\.(md|css|svg)$/.test(file) && ws.send({ type: 'full-reload' }));
}
