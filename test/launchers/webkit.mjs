import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { WebdriverLauncher } from '@web/test-runner-webdriver';
import { freePort } from '../helpers/free-port.ts';

const START_TIMEOUT = 15_000;

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

/** One WebKitGTK with its own WebDriver: that knows one window, and all pages of it share their storage. */
class WebKit extends WebdriverLauncher {
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
    await super.initialize({ ...config, concurrency: 1 });
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

/** WebKitGTK has no headless mode, so each gets a virtual screen; test files that run at the same time, one of them each. */
class WebKitLauncher {
  name = 'WebKit';
  type = 'webdriver';
  #all;
  #free;
  #busy = new Map();

  constructor(paths, concurrency) {
    this.concurrency = concurrency;
    this.#all = Array.from({ length: concurrency }, () => new WebKit(paths));
    this.#free = [...this.#all];
  }

  async initialize(config) {
    for (const one of this.#all) await one.initialize(config);
  }

  startSession(id, url) {
    this.#busy.set(id, this.#free.pop());
    return this.#of(id).startSession(id, url);
  }

  async stopSession(id) {
    const one = this.#of(id);
    try {
      return await one.stopSession(id);
    } finally {
      this.#busy.delete(id);
      this.#free.push(one);
    }
  }

  isActive = (id) => this.#of(id)?.isActive(id) ?? false;
  getBrowserUrl = (id) => this.#of(id).getBrowserUrl(id);
  startDebugSession = (id, url) => this.#all[0].startDebugSession(id, url);
  // What tests do by commands.
  sendKeys = (id, ...rest) => this.#of(id).sendKeys(id, ...rest);
  sendMouseMove = (id, ...rest) => this.#of(id).sendMouseMove(id, ...rest);
  sendMouseClick = (id, ...rest) => this.#of(id).sendMouseClick(id, ...rest);
  sendMouseDown = (id, ...rest) => this.#of(id).sendMouseDown(id, ...rest);
  sendMouseUp = (id, ...rest) => this.#of(id).sendMouseUp(id, ...rest);
  resetMouse = (id) => this.#of(id).resetMouse(id);
  takeScreenshot = (id, ...rest) => this.#of(id).takeScreenshot(id, ...rest);

  async stop() {
    await Promise.all(this.#all.map((one) => one.stop()));
  }

  #of(id) {
    return this.#busy.get(id);
  }
}

export const webkitLauncher = (paths, concurrency) => new WebKitLauncher(paths, concurrency);
