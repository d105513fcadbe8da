/**
 * Runs in a page of the fault matrix before anything else. A plain script, because the loader of the tests would wrap the
 * functions of a module in helpers that a page does not have.
 */
(() => {
  /** Timers this long are held until the test lets time pass: retries come after 1, 5 and 25 seconds. */
  const LONG = 1_000;
  /** How often the element looks whether the API is there, in milliseconds. */
  const POLL = 50;
  const VENDOR = '/sdk/';
  const { setTimeout: start, clearTimeout: stop } = window;
  const now = performance.now.bind(performance);
  const short = new Map();
  const held = new Map();
  const outcomes = new WeakMap();
  let passed = 0;
  let last = 0;
  let polls = 0;

  const vendors = () => [...document.querySelectorAll(`script[src*="${VENDOR}"], link[href*="${VENDOR}"]`)];

  const matrix = (window.matrix = {
    isHeld: true,
    /** Whether the element is asked for its promise as soon as it is there. */
    isAsked: true,
    /** What has happened since the test last looked. */
    story: [],
    /** Errors that nobody caught, but for those of the vendor's own script. */
    uncaught: [],
    element: undefined,
    promise: undefined,

    /** The element that the test is about; it is asked for its promise. */
    watch(element) {
      if (matrix.element === element) return;
      matrix.hear(element);
      matrix.load();
    },

    /** On the element itself, since it may be moved into another document. */
    hear(element) {
      matrix.element = element;
      for (const type of ['ready', 'identify', 'clear', 'error']) {
        element.addEventListener(`useresponse-${type}`, ({ detail }) => {
          matrix.story.push({ event: type, about: detail?.reason ?? detail?.code });
        });
      }
    },

    load() {
      matrix.promise = 'pending';
      matrix.element.load().then(
        () => (matrix.promise = 'fulfils'),
        ({ code }) => (matrix.promise = code),
      );
    },

    /** Whether the element waits for the API, and looks for it now and then. */
    isPolling: () => [...short.values()].includes(POLL),

    /** How often the element has looked; nothing, while something is still on its way. */
    rest(mayWait) {
      if (!mayWait && vendors().some((tag) => !outcomes.has(tag))) return undefined;
      return [...short.values()].every((delay) => delay === POLL) ? polls : undefined;
    },

    /** Lets time pass to the next timer that is held, but no further than `most`. */
    pass(most) {
      const [next] = [...held].sort(([, one], [, other]) => one.due - other.due);
      const limit = passed + most;
      if (!next || next[1].due > limit) {
        passed = limit;
        return undefined;
      }
      const [id, { due, delay, run, isRetry }] = next;
      held.delete(id);
      passed = due;
      run();
      return isRetry ? delay : undefined;
    },

    hasHeld: () => held.size > 0,

    /** A vendor's API that the page itself puts in place. */
    api: () => ({
      userConfig: (user) => record.calls.push({ name: 'userConfig', args: [user] }),
      clearChatStorage: (id) => record.calls.push({ name: 'clearChatStorage', args: [id] }),
    }),

    look(id) {
      const { element } = matrix;
      const isVisible = (found) => Boolean(found?.isConnected && found.checkVisibility());
      return {
        status: element?.status,
        isConnected: Boolean(element?.isConnected),
        fallback: isVisible(element?.querySelector('a')),
        chat: isVisible(document.getElementById(`useresponse-simulator-${id}`)),
        story: matrix.story.splice(0),
        promise: matrix.promise,
        tags: vendors().map((tag) => outcomes.get(tag) ?? 'on its way'),
        uncaught: matrix.uncaught.splice(0),
      };
    },
  });

  // A script after the tag could come after the first failure; this comes before the element begins.
  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node.localName === 'useresponse-widget' && node.load && matrix.isAsked) matrix.watch(node);
    }
  }).observe(document, { childList: true, subtree: true });

  performance.now = () => (matrix.isHeld ? passed : now());
  window.setTimeout = (run, delay = 0, ...args) => {
    if (matrix.isHeld && delay >= LONG) {
      const isRetry = matrix.element?.status === 'error';
      held.set((last -= 1), { due: passed + delay, delay, isRetry, run: () => run(...args) });
      return last;
    }
    const id = start(() => {
      short.delete(id);
      if (delay === POLL) polls += 1;
      run(...args);
    }, delay);
    short.set(id, delay);
    return id;
  };
  window.clearTimeout = (id) => {
    held.delete(id);
    short.delete(id);
    stop(id);
  };

  // The vendor's script takes the record that is there.
  const record = (window.useresponseSimulator = { calls: [], booted: 0, iidFound: false, errors: [] });
  record.calls.push = (call) => {
    const [first] = call.args;
    matrix.story.push({ call: call.name, about: first?.token ?? String(first), threw: false });
    return Array.prototype.push.call(record.calls, call);
  };
  record.errors.push = (text) => {
    const said = matrix.story.at(-1);
    if (said?.call && text.includes('asked to throw in')) said.threw = true;
    return Array.prototype.push.call(record.errors, text);
  };
  const isVendors = (target) => (target?.src ?? target?.href ?? '').includes?.(VENDOR);
  for (const type of ['load', 'error']) {
    document.addEventListener(
      type,
      ({ target }) => isVendors(target) && outcomes.set(target, type === 'load' ? 'has run' : 'dead'),
      true,
    );
  }
  addEventListener('error', ({ filename, message }) => {
    // Of a script of another origin, as the vendor's is, a page learns nothing but that it has thrown.
    if (filename) matrix.uncaught.push(message);
  });
  addEventListener('unhandledrejection', ({ reason }) => matrix.uncaught.push(String(reason)));
})();
