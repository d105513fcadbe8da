import { expect } from '@open-wc/testing';
import {
  closePages,
  Gate,
  openPage,
  pass,
  settled,
  STILL,
  until,
  Vendor,
  type Page,
} from './helpers/page.ts';
import { tag, vendorElements, vendorFetches } from './helpers/tag.ts';

const ANNA = { token: 'aa11bb22', email: 'anna@example.com' };
const ANNA_SENT = { token: 'aa11bb22', userEmail: 'anna@example.com' };
const PERSONAL = ['aa11bb22', 'anna@', 'Anna', 'secret'];

interface Detail {
  code: string;
  message: string;
}

const errorsOf = (page: Page): Detail[] => page.eventsOf('error') as Detail[];

const uncaughtOf = (page: Page): string[] =>
  page.window.consoleLines.filter((line) => /^(uncaught|unhandled)/.test(line));

/** What the vendor's side writes itself is not ours. */
const consoleOf = (page: Page): string[] =>
  page.window.consoleLines.filter((line) => !line.startsWith('[UseResponse simulator]'));

/** Expects just these problems, each told in the right form, once by event and once in the console. */
function expectProblems(page: Page, ...expected: [code: string, subject: string][]): void {
  expect(page.codes).to.deep.equal(expected.map(([code]) => code));
  errorsOf(page).forEach((detail, i) => {
    expect(Object.keys(detail).sort()).to.deep.equal(['code', 'message']);
    expect(detail.message).to.be.a('string').that.contains(expected[i]![1]);
    const lines = consoleOf(page).filter((line) => line.includes(detail.message));
    expect(lines).to.have.length(1);
    expect(lines[0]).to.contain(detail.code);
  });
  expect(consoleOf(page)).to.have.length(expected.length);
  const told = JSON.stringify(page.events) + page.window.consoleLines.join('\n');
  for (const word of PERSONAL) expect(told).not.to.contain(word);
}

/** Opens a page with the vendor's script as its tag's `src`. */
async function open(attributes: Record<string, string>, vendor = new Vendor()): Promise<Page> {
  const page = await openPage(tagFor(vendor, attributes));
  await until(() => page.widget.status === 'ready' || page.widget.status === 'error');
  return page;
}

const tagFor = ({ src }: Vendor, attributes: Record<string, string>): string =>
  tag({ src, ...attributes }, '<p id="fallback">Write to us</p>');

/** Opens a page whose time limit is over once the vendor's script has run. */
async function openInVain(vendor: Vendor): Promise<Page> {
  const page = await openPage(tagFor(vendor, ANNA), { head: STILL });
  await until(() => page.window.useresponseSimulator?.booted);
  pass(page, 15_000);
  await until(() => page.codes.length);
  return page;
}

const isFallbackVisible = (page: Page): boolean =>
  page.show().document.getElementById('fallback')!.checkVisibility();

const codeOf = async (loading: Promise<void>): Promise<unknown> =>
  loading.then(
    () => 'ready',
    (error: Error & { code?: unknown }) => error.code,
  );

afterEach(closePages);

describe('bad-src', () => {
  it('is told of src, and nothing is requested', async () => {
    const page = await open({ src: 'javascript:alert("secret")', ...ANNA });
    await settled(page);
    expectProblems(page, ['bad-src', 'src']);
    expect(page.widget.status).to.equal('error');
    expect(vendorElements(page)).to.deep.equal([]);
    expect(page.document.querySelectorAll('script[src]')).to.have.length(1);
    expect(isFallbackVisible(page)).to.equal(true);
  });

  it('is told of host, and nothing is requested', async () => {
    const vendor = new Vendor();
    const page = await open({ src: '', host: `${vendor.host}/secret`, 'chat-id': vendor.id, ...ANNA });
    await settled(page);
    expectProblems(page, ['bad-src', 'host']);
    expect(page.widget.status).to.equal('error');
    expect(vendorFetches(page)).to.deep.equal([]);
    expect(vendorElements(page)).to.deep.equal([]);
    expect(await vendor.requests()).to.equal(0);
  });

  it('is over when the address is put right', async () => {
    const vendor = new Vendor();
    const page = await open({ src: 'ftp://example.com/chat.js', ...ANNA });
    page.widget.src = vendor.src;
    await until(() => page.widget.status === 'ready');
    expect(page.identified).to.deep.equal([ANNA_SENT]);
    expectProblems(page, ['bad-src', 'src']);
  });

  it('rejects load() with the same code and message', async () => {
    const page = await open({ src: 'ftp://example.com/chat.js' });
    let error: (Error & Partial<Detail>) | undefined;
    await page.widget.load().catch((reason: Error) => (error = reason));
    expect(error).to.be.instanceOf(page.window.Error);
    expect({ code: error?.code, message: error?.message }).to.deep.equal(errorsOf(page)[0]);
    expectProblems(page, ['bad-src', 'src']);
  });
});

describe('bad-properties', () => {
  it('leaves the user without them', async () => {
    const page = await open({ ...ANNA, name: 'Anna', properties: '{"property_1":"secret",}' });
    expect(page.identified).to.deep.equal([{ ...ANNA_SENT, userName: 'Anna' }]);
    expect(page.widget.status).to.equal('ready');
    expectProblems(page, ['bad-properties', 'properties']);
  });

  it('hints at JSON.stringify for [object Object]', async () => {
    const page = await open({ ...ANNA, properties: '[object Object]' });
    expect(page.identified).to.deep.equal([ANNA_SENT]);
    expectProblems(page, ['bad-properties', 'properties']);
    expect(errorsOf(page)[0]!.message).to.match(/JSON\.stringify|seriali/i);
  });

  it('names the key of a nested value, not the value', async () => {
    const page = await open({ ...ANNA, properties: '{"property_7":["secret"],"property_8":"kept"}' });
    expect(page.identified).to.deep.equal([{ ...ANNA_SENT, properties: { property_8: 'kept' } }]);
    expectProblems(page, ['bad-properties', 'property_7']);
  });

  it('is told for each key', async () => {
    const page = await open({ ...ANNA, properties: '{"property_7":[],"property_8":{}}' });
    expect(page.identified).to.deep.equal([ANNA_SENT]);
    expectProblems(page, ['bad-properties', 'property_7'], ['bad-properties', 'property_8']);
  });

  it('is told of a property that cannot be read', async () => {
    const page = await open(ANNA);
    page.widget.properties = ['x'] as never;
    await until(() => page.codes.length);
    await settled(page);
    expectProblems(page, ['bad-properties', 'properties']);
    expect(page.identified).to.have.length(1);
    expect(uncaughtOf(page)).to.deep.equal([]);
  });

  it('is told of an object that throws, and nothing breaks', async () => {
    const page = await open({});
    page.widget.properties = {
      get property_1(): string {
        throw new Error('secret');
      },
    };
    Object.assign(page.widget, ANNA);
    await until(() => page.identified.length);
    expect(page.identified).to.deep.equal([ANNA_SENT]);
    expectProblems(page, ['bad-properties', 'properties']);
  });

  it('is not repeated while the same is wrong', async () => {
    const page = await open({ ...ANNA, properties: '{' });
    page.widget.name = 'Anna';
    await until(() => page.identified.length === 2);
    page.widget.setAttribute('properties', '{"');
    await settled(page);
    expect(consoleOf(page)).to.have.length(1);
  });
});

describe('incomplete-user', () => {
  const HALVES = { token: 'email', email: 'token' } as const;
  for (const [given, missing] of Object.entries(HALVES) as ['token' | 'email', string][]) {
    it(`is told where only ${given} is given: the visitor is anonymous`, async () => {
      const page = await open({ [given]: ANNA[given], name: 'Anna', property_1: 'secret' });
      await settled(page);
      expect(page.widget.status).to.equal('ready');
      expect(page.calls).to.deep.equal([]);
      expect(page.eventsOf('identify')).to.deep.equal([]);
      expectProblems(page, ['incomplete-user', missing]);
      page.widget.setAttribute(missing, ANNA[missing as 'token']);
      await until(() => page.identified.length);
      expect(page.identified).to.deep.equal([
        { ...ANNA_SENT, userName: 'Anna', properties: { property_1: 'secret' } },
      ]);
    });
  }

  it('is not told while the other half is set in the same task', async () => {
    const page = await open({});
    page.widget.token = ANNA.token;
    await Promise.resolve();
    page.widget.email = ANNA.email;
    await until(() => page.identified.length);
    expectProblems(page);
  });
});

describe('template-not-rendered', () => {
  const ENGINES = ['{{ secret }}', '{% secret %}', '${ secret }', '<?php echo $secret ?>', '%secret%'];

  for (const value of ENGINES) {
    for (const attribute of ['token', 'email'] as const) {
      it(`makes the visitor anonymous: ${attribute}="${value}"`, async () => {
        const page = await open({ ...ANNA, [attribute]: value });
        await settled(page);
        expect(page.widget.status).to.equal('ready');
        expect(page.calls).to.deep.equal([]);
        expectProblems(page, ['template-not-rendered', attribute]);
      });
    }

    it(`leaves out a name and fields: ${value}`, async () => {
      const page = await open({
        ...ANNA,
        name: value,
        property_1: value,
        property_2: 'kept',
        properties: JSON.stringify({ property_3: value, property_4: 'kept' }),
      });
      expect(page.identified).to.deep.equal([
        { ...ANNA_SENT, properties: { property_2: 'kept', property_4: 'kept' } },
      ]);
      expect(page.codes).to.deep.equal([
        'template-not-rendered',
        'template-not-rendered',
        'template-not-rendered',
      ]);
      const messages = errorsOf(page).map(({ message }) => message);
      for (const subject of ['name', 'property_1', 'property_3'])
        expect(messages.filter((message) => message.includes(subject))).to.have.length(1);
      expect(messages.join('\n')).not.to.contain('secret');
      expect(consoleOf(page)).to.have.length(3);
    });

    it(`leaves out properties: ${value}`, async () => {
      const page = await open({ ...ANNA, properties: value });
      expect(page.identified).to.deep.equal([ANNA_SENT]);
      expectProblems(page, ['template-not-rendered', 'properties']);
    });
  }
});

describe('chat-id-missing', () => {
  it('is told of a host without a chat id, and nothing is requested', async () => {
    const vendor = new Vendor();
    const page = await open({ src: '', host: vendor.host, ...ANNA });
    await settled(page);
    expectProblems(page, ['chat-id-missing', 'chat-id']);
    expect(page.widget.status).to.equal('error');
    expect(vendorElements(page)).to.deep.equal([]);
    expect(isFallbackVisible(page)).to.equal(true);
    page.widget.chatId = vendor.id;
    await until(() => page.widget.status === 'ready');
    expect(page.identified).to.deep.equal([ANNA_SENT]);
  });

  it('is told of a wrong one next to src, which still boots', async () => {
    const page = await open({ ...ANNA, 'chat-id': 'secret' });
    expect(page.widget.status).to.equal('ready');
    expect(page.identified).to.deep.equal([ANNA_SENT]);
    expectProblems(page, ['chat-id-missing', 'chat-id']);
  });

  it('is told where a clear is owed and nobody knows for which chat', async () => {
    const api = 'window.UR={userConfig(){},clearChatStorage(){}}';
    const page = await open({ src: `/page?type=text/javascript&html=${api}`, ...ANNA });
    expect(page.codes).to.deep.equal([]);
    page.dispatch('logout');
    await until(() => page.codes.length);
    expectProblems(page, ['chat-id-missing', 'chat-id']);
    expect(page.widget.status).to.equal('error');
    expect(page.reasons).to.deep.equal([]);
  });
});

describe('script-failed', () => {
  for (const [name, faults] of Object.entries({
    'a status of 404': { status: 404 },
    'a cut line': { reset: true },
  })) {
    it(`is told at ${name}`, async () => {
      const vendor = new Vendor();
      await vendor.set(faults);
      const page = await open(ANNA, vendor);
      expectProblems(page, ['script-failed', 'script']);
      expect(page.widget.status).to.equal('error');
      expect(page.widget.matches(':state(error)')).to.equal(true);
      expect(isFallbackVisible(page)).to.equal(true);
      expect(page.calls).to.deep.equal([]);
      expect(uncaughtOf(page)).to.deep.equal([]);
    });
  }

  it('is told of a host that does not exist', async () => {
    const page = await open({ src: 'http://127.0.0.1:9/public/sdk/chat-uriid_0-1.js', ...ANNA });
    expectProblems(page, ['script-failed', 'script']);
  });

  it('is told once, though it is tried again', async () => {
    const vendor = new Vendor();
    await vendor.set({ status: 500 });
    const page = await open(ANNA, vendor);
    await until(async () => (await vendor.requests()) >= 2);
    await settled(page);
    expectProblems(page, ['script-failed', 'script']);
    expect(page.widget.status).to.equal('error');
  });

  it('rejects load(), and nobody needs to catch it', async () => {
    const vendor = new Vendor();
    await vendor.set({ status: 500 });
    const page = await openPage(tag({ src: vendor.src, loading: 'interaction' }));
    void page.widget.load();
    expect(await codeOf(page.widget.load())).to.equal('script-failed');
    await settled(page);
    expectProblems(page, ['script-failed', 'script']);
  });
});

describe('script-timeout', () => {
  it('is told where the script does not come', async () => {
    const vendor = new Vendor();
    await vendor.set({ hang: true });
    const page = await open({ ...ANNA, timeout: '200' }, vendor);
    expectProblems(page, ['script-timeout', 'timeout']);
    expect(page.widget.status).to.equal('error');
    expect(isFallbackVisible(page)).to.equal(true);
  });
});

describe('api-missing', () => {
  it('is told where UR never comes', async () => {
    const vendor = new Vendor();
    await vendor.set({ apiMissing: true });
    const page = await openInVain(vendor);
    expectProblems(page, ['api-missing', 'UR']);
    expect(page.widget.status).to.equal('error');
    expect(isFallbackVisible(page)).to.equal(true);
  });

  it('is told where the call that identifies never comes', async () => {
    const vendor = new Vendor();
    await vendor.set({ missing: ['userConfig'] });
    const page = await openInVain(vendor);
    expectProblems(page, ['api-missing', 'userConfig']);
  });

  it('is told where a clear is owed and its call never comes: nobody is identified', async () => {
    const vendor = new Vendor();
    await vendor.set({ missing: ['clearChatStorage'] });
    const page = await openPage(tagFor(vendor, ANNA), { head: STILL });
    await until(() => page.widget.status === 'ready');
    page.widget.token = 'bb33';
    page.widget.email = 'bob@example.com';
    await until(() => page.widget.status === 'loading');
    pass(page, 15_000);
    await until(() => page.codes.length);
    expectProblems(page, ['api-missing', 'clearChatStorage']);
    expect(page.widget.status).to.equal('error');
    expect(page.identified).to.deep.equal([ANNA_SENT]);
    expect(page.reasons).to.deep.equal([]);
  });

  it('is no frame of another site that the page calls so, and nothing breaks at it', async () => {
    const vendor = new Vendor();
    const frame = `<iframe name="UR" hidden src="${vendor.origin}/"></iframe>`;
    const page = await openPage(frame + tag({ src: vendor.src, ...ANNA, loading: 'interaction' }));
    page.dispatch('logout');
    expect(page.window.consoleLines).to.deep.equal([]);
    await page.go(tag({ src: vendor.src, ...ANNA }));
    await until(() => page.widget.status === 'ready');
    expect(page.reasons).to.deep.equal(['owed']);
  });

  it('may throw when it is looked at: what is due is then owed', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag({ src: vendor.src, ...ANNA }));
    await until(() => page.widget.status === 'ready');
    const { clearChatStorage } = page.window.UR;
    Object.defineProperty(page.window.UR, 'clearChatStorage', {
      configurable: true,
      get: () => {
        throw new Error('No.');
      },
    });
    page.dispatch('logout');
    expect(page.window.consoleLines).to.deep.equal([]);
    Object.defineProperty(page.window.UR, 'clearChatStorage', { value: clearChatStorage });
    await until(() => page.reasons.length === 1);
    expect(page.reasons).to.deep.equal(['owed']);
  });

  it('is not told of UR as the id of an element', async () => {
    const page = await openPage(`<p id="UR">Ur</p>${tag({ ...ANNA, timeout: '200' })}`);
    await until(() => page.widget.status === 'error');
    expectProblems(page, ['api-missing', 'UR']);
  });
});

describe('api-threw', () => {
  it('is told where the vendor throws at the user', async () => {
    const vendor = new Vendor();
    await vendor.set({ throwIn: ['userConfig'] });
    const page = await open(ANNA, vendor);
    expectProblems(page, ['api-threw', 'userConfig']);
    expect(page.widget.status).to.equal('error');
    expect(page.eventsOf('identify')).to.deep.equal([]);
    expect(isFallbackVisible(page)).to.equal(true);
    expect(uncaughtOf(page)).to.deep.equal([]);
  });

  it('is told where the vendor throws at a clear: nobody else is identified', async () => {
    const vendor = new Vendor();
    await vendor.set({ throwIn: ['clearChatStorage'] });
    const page = await open(ANNA, vendor);
    page.dispatch('logout');
    expectProblems(page, ['api-threw', 'clearChatStorage']);
    page.widget.token = 'bb33';
    page.widget.email = 'bob@example.com';
    await settled(page);
    expect(consoleOf(page)).to.have.length(1);
    expect(page.widget.status).to.equal('error');
    expect(page.identified).to.deep.equal([ANNA_SENT]);
    expect(page.reasons).to.deep.equal([]);
  });

  it('is over when the vendor throws no longer', async () => {
    const vendor = new Vendor();
    await vendor.set({ throwFirst: 1 });
    const page = await open(ANNA, vendor);
    await until(() => page.widget.status === 'ready');
    expect(page.identified).to.deep.equal([ANNA_SENT, ANNA_SENT]);
    expect(page.eventsOf('identify')).to.have.length(1);
    expectProblems(page, ['api-threw', 'userConfig']);
  });
});

describe('duplicate', () => {
  it('is told of the second element, but only after a second', async () => {
    const vendor = new Vendor();
    const page = await openPage(
      tag({ src: vendor.src, ...ANNA }) + tag({ src: vendor.src, ...ANNA, name: 'Anna' }),
      { head: STILL },
    );
    const [first, second] = page.document.querySelectorAll('useresponse-widget');
    const targets: EventTarget[] = [];
    page.document.addEventListener('useresponse-error', ({ target }) => targets.push(target!));
    await until(() => first!.status === 'ready' && second!.status === 'ready');
    pass(page, 999);
    await settled(page);
    expect(page.codes).to.deep.equal([]);
    pass(page, 1);
    await until(() => page.codes.length);
    pass(page, 5_000);
    await settled(page);
    expect(targets).to.deep.equal([second]);
    expectProblems(page, ['duplicate', 'nother']);
    expect(page.identified).to.deep.equal([ANNA_SENT]);
    expect(await vendor.requests()).to.equal(1);
  });

  it('is not told of a page in transition', async () => {
    const vendor = new Vendor();
    const html = tag({ src: vendor.src, ...ANNA });
    const page = await openPage(html, { head: STILL });
    await until(() => page.widget.status === 'ready');
    page.document.body.insertAdjacentHTML('beforeend', html);
    pass(page, 999);
    await settled(page);
    page.widget.remove();
    await settled(page);
    pass(page, 5_000);
    await settled(page);
    expectProblems(page);
    expect(page.widget.status).to.equal('ready');
  });

  it('shows the status of the first, and takes over when that leaves', async () => {
    const [vendor, other] = [new Vendor(), new Vendor()];
    const gate = new Gate();
    const page = await openPage(
      tag({ src: gate.srcOf(vendor), ...ANNA }) + tag({ src: other.src, ...ANNA }),
      { head: STILL },
    );
    const [first, second] = [...page.document.querySelectorAll('useresponse-widget')];
    for (const status of ['loading', 'ready'] as const) {
      if (status === 'ready') await gate.open();
      await until(() => first!.status === status);
      expect(second!.status).to.equal(status);
      expect(second!.matches(`:state(${status})`)).to.equal(true);
    }
    expect(await other.requests()).to.equal(0);
    first!.remove();
    await until(async () => (await other.requests()) === 1);
    await until(() => second!.status === 'ready');
    expect(page.codes).to.deep.equal([]);
  });
});

describe('Several problems', () => {
  it('are each told, though one message is the end of another', async () => {
    const page = await open({ ...ANNA, property_email: '{{ x }}' });
    page.widget.email = '{{ email }}';
    await until(() => page.codes.length > 1);
    expect(errorsOf(page).map(({ message }) => message)).to.deep.equal([
      'property_email is a template. Render it on the server.',
      'email is a template. Render it on the server.',
    ]);
  });

  it('are not told again when something else changes, whatever the name of a field', async () => {
    const page = await open({ ...ANNA, properties: JSON.stringify({ 'a"b': {} }) });
    page.widget.name = 'Anna B.';
    await until(() => page.identified.length === 2);
    expect(page.codes).to.deep.equal(['bad-properties']);
  });

  it('are each told, and what is still possible is done', async () => {
    const page = await open({
      ...ANNA,
      'chat-id': 'x',
      name: '{{ name }}',
      property_1: '%FIELD%',
      properties: '{"property_2":[],"property_3":"kept"}',
    });
    await settled(page);
    expect(page.widget.status).to.equal('ready');
    expect(page.identified).to.deep.equal([{ ...ANNA_SENT, properties: { property_3: 'kept' } }]);
    expect(page.codes).to.have.members([
      'chat-id-missing',
      'template-not-rendered',
      'template-not-rendered',
      'bad-properties',
    ]);
    expect(consoleOf(page)).to.have.length(4);
    expect(uncaughtOf(page)).to.deep.equal([]);
  });

  it('are told next to one that stops everything', async () => {
    const page = await open({ src: '', host: '//secret', token: ANNA.token, properties: '{' });
    await settled(page);
    expect(page.widget.status).to.equal('error');
    expect(page.codes).to.have.members(['bad-src', 'chat-id-missing', 'incomplete-user', 'bad-properties']);
    expect(consoleOf(page)).to.have.length(4);
    expect(vendorElements(page)).to.deep.equal([]);
  });
});

describe('The events', () => {
  it('bubble, cross shadow roots and come from the element', async () => {
    const vendor = new Vendor();
    const page = await openPage('<main></main>');
    const seen: [string, boolean, boolean, boolean][] = [];
    const root = page.document.querySelector('main')!.attachShadow({ mode: 'open' });
    const widget = page.document.createElement('useresponse-widget');
    for (const type of ['ready', 'identify', 'clear', 'error']) {
      page.window.addEventListener(`useresponse-${type}`, (event) =>
        seen.push([type, event.bubbles, event.composed, event.composedPath()[0] === widget]),
      );
    }
    Object.assign(widget, { src: vendor.src, ...ANNA, properties: '{' });
    root.append(widget);
    await until(() => widget.status === 'ready');
    await widget.clearChatStorage();
    expect(seen.map(([type]) => type)).to.have.members(['error', 'identify', 'ready', 'clear']);
    for (const [, ...flags] of seen) expect(flags).to.deep.equal([true, true, true]);
  });

  it('carry no personal data', async () => {
    const page = await open({
      ...ANNA,
      name: 'Anna',
      properties: '{"property_1":"secret","property_2":["secret"]}',
    });
    page.dispatch('logout');
    await until(() => page.reasons.length);
    const told = JSON.stringify(page.events) + page.window.consoleLines.join('\n');
    for (const word of PERSONAL) expect(told).not.to.contain(word);
    expect(page.events.map(([type]) => type)).to.include.members([
      'useresponse-identify',
      'useresponse-ready',
      'useresponse-error',
      'useresponse-clear',
    ]);
  });
});
