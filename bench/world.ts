import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import { connect, type Server } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createServer as createTlsServer } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { getCertificate } from '@vitejs/plugin-basic-ssl';
import { launch, type Browser } from 'puppeteer-core';
import { startSimulator } from '../demo/simulator/server.ts';
import type { Faults } from '../demo/simulator/types.ts';
import { chromiumOptions, findEngine } from '../scripts/browsers.mjs';
import { listen, startLine, type Distance } from './network.ts';
import { SITE, SITE_HOST, VENDOR_HOST, WIDGET, WIDGET_FILE } from './pages.ts';

const CACHE = fileURLToPath(new URL('../.cache/bench', import.meta.url));
const read = (file: string): Buffer => readFileSync(new URL(`../${file}`, import.meta.url));

/** A site, the vendor on another origin, a browser, and the way between them. */
export interface World {
  browser: Browser;
  distance: Distance;
  /** Publishes a document of the site, and gives its address. */
  publish(path: string, html: string): string;
  /** How late the vendor answers, in milliseconds. */
  delayVendor(milliseconds: number): Promise<void>;
  /** Ends the connections that the browser has to both servers. */
  hangUp(): void;
  /** Which files the site's server was asked for. */
  asked: string[];
  close(): Promise<void>;
}

interface File {
  type: string;
  body: Buffer;
  headers?: Record<string, string>;
}

const KEPT = { 'cache-control': 'public, max-age=31536000, immutable' };

const packed = (type: string, file: string): File => ({
  type,
  body: brotliCompressSync(read(file)),
  headers: { 'content-encoding': 'br', ...KEPT },
});

export async function startWorld(): Promise<World> {
  const distance: Distance = { roundTrip: 0 };
  const pem = await getCertificate(CACHE, 'bench', [SITE_HOST, VENDOR_HOST]);
  const secrets = { key: pem, cert: pem };
  const files = new Map<string, File>([
    [WIDGET_FILE, packed('text/javascript', 'dist/useresponse-widget.min.js')],
    ['/bare-element.js', packed('text/javascript', 'bench/bare-element.js')],
    ['/style.css', packed('text/css', 'bench/page.css')],
    ['/photo.png', { type: 'image/png', body: read('docs/demo.png'), headers: KEPT }],
  ]);

  const asked: string[] = [];
  const site = createSecureServer({ ...secrets, allowHTTP1: true }, (request, response) => {
    const { pathname, searchParams } = new URL(request.url, SITE);
    const file = files.get(pathname);
    asked.push(pathname);
    void wait(Number(searchParams.get('delay'))).then(() => {
      response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain', ...file?.headers });
      response.end(file?.body ?? '');
    });
  }) as unknown as Server;
  const simulator = await startSimulator(0, { isBare: true });
  const vendor = createTlsServer(secrets, (socket) => {
    const upstream = connect({ port: Number(new URL(simulator.url).port), noDelay: true });
    socket.pipe(upstream).pipe(socket);
    for (const end of [socket, upstream]) end.on('error', () => (socket.destroy(), upstream.destroy()));
  });

  const lines = {
    site: await startLine(await listen(site), distance),
    vendor: await startLine(await listen(vendor), distance),
  };
  const browser = await startBrowser(pem, [
    `MAP ${SITE_HOST}:443 127.0.0.1:${lines.site.port}`,
    `MAP ${VENDOR_HOST}:443 127.0.0.1:${lines.vendor.port}`,
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
  ]);

  return {
    browser,
    distance,
    asked,
    hangUp() {
      lines.site.hangUp();
      lines.vendor.hangUp();
    },
    publish(path, html) {
      files.set(path, { type: 'text/html; charset=utf-8', body: Buffer.from(html) });
      return SITE + path;
    },
    async delayVendor(delay) {
      const faults: Faults = { delay };
      await fetch(`${simulator.url}/simulator/widgets/${WIDGET}`, {
        method: 'POST',
        body: JSON.stringify(faults),
      });
    },
    async close() {
      await browser.close();
      await Promise.all([lines.site.close(), lines.vendor.close(), simulator.close()]);
      site.close();
      vendor.close();
    },
  };
}

async function startBrowser(pem: string, hosts: string[]): Promise<Browser> {
  const found = await findEngine('chromium');
  if (!found) throw new Error('Chromium is not installed.');
  const options = chromiumOptions(found);
  const key = new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' });
  return launch({
    ...options,
    // What does not come, hangs; in milliseconds.
    protocolTimeout: 60_000,
    args: [
      ...(options.args ?? []).filter((argument) => !argument.startsWith('--host-resolver-rules')),
      `--host-resolver-rules=${hosts.join(', ')}`,
      // Of a server whose certificate is merely let pass, nothing would be kept in the cache.
      `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`,
    ],
  });
}
