import type { ViteDevServer } from 'vite';

/** Prints where everything is, instead of Vite's bare origin. */
export function printAddresses(server: ViteDevServer, simulator: string): void {
  const origin = server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0];
  if (!origin) return;
  const lines = [
    ['Configurator', origin],
    ['Docs', new URL('docs/index.html', origin).href],
    ['Shop', new URL('shop/', origin).href],
    ['Operator', new URL('operator/', origin).href],
    ['Simulator', `${simulator}/`],
  ];
  for (const [name, address] of lines) server.config.logger.info(`  ${name!.padEnd(12)} ${address}`);
}

/** A browser is opened only for a person at a screen. */
export function hasScreen(): boolean {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (CI || !process.stdout.isTTY) return false;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}
