import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createConnection, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { WebdriverLauncher } from '@web/test-runner-webdriver';

const START_TIMEOUT = 15_000;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function untilListening(port) {
  for (const end = Date.now() + START_TIMEOUT; ; await delay(50)) {
    const socket = createConnection(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    } finally {
      socket.destroy();
    }
  }
}

/** WebKitGTK through its own WebDriver. It has no headless mode, so it gets a virtual screen. */
class WebKitLauncher extends WebdriverLauncher {
  /** Its driver knows one window, and all pages of it share their storage. */
  concurrency = 1;
  #processes = [];
  #paths;

  constructor(paths) {
    super({
      hostname: '127.0.0.1',
      capabilities: {
        browserName: 'MiniBrowser',
        // WebKitGTK's driver refuses the capability that asks for WebDriver BiDi.
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: paths.browser, args: ['--automation'] },
      },
    });
    this.#paths = paths;
  }

  async initialize(config) {
    await super.initialize({ ...config, concurrency: this.concurrency });
    this.name = 'WebKit';
  }

  async createDriverManager() {
    await this.#startDriver();
    return super.createDriverManager();
  }

  async stop() {
    await super.stop();
    this.#end();
  }

  async #startDriver() {
    const screen = this.#spawn(
      this.#paths.display,
      ['-displayfd', '3', '-nolisten', 'tcp', '-screen', '0', '1280x1024x24'],
      {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      },
    );
    const [number] = await once(screen.stdio[3], 'data', { signal: AbortSignal.timeout(START_TIMEOUT) });
    this.options.port = await freePort();
    this.#spawn(this.#paths.driver, [`--port=${this.options.port}`], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: `:${String(number).trim()}`, LIBGL_ALWAYS_SOFTWARE: '1' },
    });
    await untilListening(this.options.port);
    process.once('exit', () => this.#end());
  }

  #spawn(...args) {
    const child = spawn(...args);
    this.#processes.unshift(child);
    return child;
  }

  #end() {
    for (const child of this.#processes.splice(0)) child.kill();
  }
}

export const webkitLauncher = (paths) => new WebKitLauncher(paths);
