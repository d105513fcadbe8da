import type { Plugin } from 'vite';
import { hasScreen, printAddresses } from './addresses.ts';
import { serveConfigurator } from './configurator/serve.ts';
import { serveDocs } from './docs/serve.ts';
import { operatorPage } from './operator/page.ts';
import { serveShop } from './shop/shop.ts';
import { RELOAD, reloadPages } from './reload.ts';
import { joinSimulator } from './shared-simulator.ts';
import type { RunningSimulator } from './simulator/server.ts';

/** The configurator, the documentation, the shop, the operator's view and, on an origin of its own as in real life, the simulator of the vendor. */
export function demo(): Plugin {
  let simulator: RunningSimulator | undefined;
  return {
    name: 'useresponse-widget-demo',
    apply: 'serve',
    config: () => ({
      appType: 'mpa',
      // Pages are rendered here, without Vite's client: it would have to reload them for a dependency found late.
      optimizeDeps: { entries: ['src/index.ts', 'demo/**/browser/**/index.ts'], include: ['lit'] },
      // Lit's development build greets every page with a warning.
      resolve: { conditions: ['module', 'browser', 'production'] },
      server: { open: hasScreen() && '/' },
    }),
    async configureServer(server) {
      const { url } = (simulator = await joinSimulator());
      server.printUrls = () => printAddresses(server, url);
      if (server.config.mode === RELOAD) reloadPages(server);
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '/').split('?')[0]!;
        if (serveConfigurator(path, response) || serveDocs(path, response)) return;
        if (path.startsWith('/shop/')) serveShop(request, response, url).catch(next);
        else if (path === '/operator/')
          response.setHeader('Content-Type', 'text/html').end(operatorPage(url));
        else if (path === '/shop') response.writeHead(302, { Location: '/shop/' }).end();
        else if (path === '/operator') response.writeHead(302, { Location: '/operator/' }).end();
        else next();
      });
    },
    async buildEnd() {
      await simulator?.close();
    },
  };
}
