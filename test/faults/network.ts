import type { Visit } from './visit.ts';
import { failure, type Fault, RETRIES, TIMEOUT, trifle } from './fault.ts';

/** Lets the browser itself refuse what is asked of these addresses, as for an extension. */
const block =
  (...urls: string[]) =>
  async (visit: Visit): Promise<void> => {
    const devtools = await visit.devtools();
    await devtools.send('Network.setBlockedURLs', { urls });
  };

/** An extension that takes each script of a strange host out of the page as soon as it is in. */
const REMOVER = `<script>
  new MutationObserver(() => {
    for (const tag of document.querySelectorAll('script[src*="/sdk/"]')) tag.remove();
  }).observe(document, { childList: true, subtree: true });
</script>`;

/** A clock that stands where it was set back to. */
const CLOCK = `<script>
  Date = class extends Date {
    constructor(...parts) {
      super(...(parts.length ? parts : [0]));
    }
    static now() {
      return 0;
    }
  };
</script>`;

/** The script, and the way to it. */
export const network: Fault[] = [
  failure({
    name: "the host's name does not resolve",
    page: {
      body: (tag, watch, visit) => tag.replace(visit.door.origin, 'http://help.invalid') + watch,
    },
    mend: (visit) => visit.place.evaluate((src) => void (window.matrix.element.src = src), visit.src),
  }),
  failure({
    name: 'the host refuses the connection',
    begin: (visit) => visit.door.shut(),
    end: (visit) => visit.door.open(),
  }),
  failure({ name: 'the connection breaks in the middle of the script', vendor: { reset: true } }),
  failure({ name: 'the script is answered with 404', vendor: { status: 404 } }),
  failure({ name: 'the script is answered with 500', vendor: { status: 500 } }),
  failure({
    name: 'the same, with a clock that was set back to 1970 and stands',
    page: { head: CLOCK },
    vendor: { status: 500 },
  }),
  failure({ name: 'the script is a page of HTML', vendor: { html: true } }),
  failure({ name: 'the script throws half-way', vendor: { throws: true }, isLate: true }),
  failure({
    name: 'the script never comes; in the end the connection breaks',
    begin: (visit) => visit.door.hold(),
    end: (visit) => visit.door.cut(),
    isLate: true,
  }),
  trifle({
    name: 'the script comes after the timeout',
    begin: (visit) => visit.door.hold(),
    end: (visit) => visit.door.letGo(),
    steps: [TIMEOUT, ['it comes', async (visit) => visit.door.letGo()], RETRIES],
    logOut: [TIMEOUT],
  }),
  failure({
    name: "the page's Content-Security-Policy forbids the script",
    page: { headers: { 'Content-Security-Policy': "script-src 'self' 'unsafe-inline'" } },
    steps: [RETRIES],
  }),
  failure({
    name: 'an ad blocker blocks the request',
    begin: block('*/sdk/*'),
    end: block(),
  }),
  failure({
    name: "an ad blocker takes the script's element out",
    page: { head: REMOVER },
    steps: [TIMEOUT, RETRIES],
    logOut: [TIMEOUT],
  }),
  {
    name: 'offline, and then online again',
    page: {
      attributes: 'loading="interaction"',
      head: '<script>matrix.isAsked = false</script>',
      body: (tag) => `${tag}<script>matrix.hear(document.querySelector('useresponse-widget'))</script>`,
    },
    steps: [
      [
        'offline, `load()`',
        async (visit) => {
          await visit.page.setOfflineMode(true);
          await visit.load();
        },
      ],
      RETRIES,
      ['online', (visit) => visit.goOnline()],
    ],
    end: (visit) => visit.goOnline(),
    logOut: [
      [
        'offline, `load()`',
        async (visit) => {
          await visit.page.setOfflineMode(true);
          await visit.load();
        },
      ],
    ],
  },
];
