import { expect } from '@open-wc/testing';
import type { UseresponseWidget } from '../src/element.ts';
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
  type PageOptions,
} from './helpers/page.ts';
import { tag, vendorElements, vendorFetches } from './helpers/tag.ts';

const ANNA = { token: 'aa11', email: 'anna@example.com' };
const ANNA_SENT = { token: 'aa11', userEmail: 'anna@example.com' };

afterEach(closePages);

/** Opens a page with the tag and waits until the widget is there. */
async function openReady(html: string, options?: PageOptions): Promise<Page> {
  const page = await openPage(html, options);
  await until(() => page.widget.status === 'ready');
  return page;
}

/** Ends the task, and every other that a change could need. */
const identifiedAfter = async (page: Page, count: number): Promise<unknown[]> => {
  await until(() => page.identified.length >= count);
  await settled(page);
  return page.identified;
};

const scriptOf = (page: Page): HTMLScriptElement => vendorElements(page)[0] as HTMLScriptElement;

const codeOf = async (loading: Promise<void>): Promise<unknown> =>
  loading.then(
    () => 'ready',
    (error: Error & { code?: unknown }) => error.code,
  );

describe('src', () => {
  it('may be absolute', async () => {
    const vendor = new Vendor();
    const page = await openReady(tag({ src: vendor.src, ...ANNA }));
    expect(scriptOf(page).src).to.equal(vendor.src);
    expect(page.identified).to.deep.equal([ANNA_SENT]);
  });

  it('may be protocol-relative', async () => {
    const vendor = new Vendor();
    const page = await openReady(tag({ src: vendor.src.replace('http:', ''), ...ANNA }));
    expect(scriptOf(page).src).to.equal(vendor.src);
  });

  it('may be relative, to the base of the page', async () => {
    const vendor = new Vendor();
    const [, folder, file] = /^(.*\/)(.*)$/.exec(vendor.src) ?? [];
    const page = await openReady(tag({ src: file!, ...ANNA }), {
      head: `<base href="${folder}">`,
      script: `<script type="module" src="${location.origin}/src/index.ts"></script>`,
    });
    expect(scriptOf(page).src).to.equal(vendor.src);
    expect(page.identified).to.deep.equal([ANNA_SENT]);
  });

  it('may hold white space around the address', async () => {
    const vendor = new Vendor();
    await openReady(tag({ src: `\n  ${vendor.src}\n` }));
    expect(await vendor.requests()).to.equal(1);
  });

  it('of another kind loads and runs nothing', async () => {
    const page = await openPage(tag({ src: 'javascript:hacked=1', ...ANNA }));
    const { widget } = page;
    const before = page.document.querySelectorAll('*').length;
    const bad = [
      'javascript:hacked=1',
      'java\nscript:hacked=1',
      'data:text/javascript,hacked=1',
      'https://',
      'ftp://x/',
    ];
    for (const src of bad) {
      widget.src = src;
      expect(await codeOf(widget.load()), src).to.equal('bad-src');
    }
    expect(widget.status).to.equal('error');
    expect(page.document.querySelectorAll('*').length).to.equal(before);
    expect('hacked' in page.window).to.equal(false);
  });

  it('wins over host', async () => {
    const [vendor, other] = [new Vendor(), new Vendor()];
    const page = await openReady(tag({ src: vendor.src, host: other.origin, 'chat-id': other.id }));
    expect(await vendor.requests()).to.equal(1);
    expect(await other.requests()).to.equal(0);
    expect(page.codes).to.deep.equal([]);
  });

  it('tells the chat id', async () => {
    const vendor = new Vendor();
    const page = await openReady(tag({ src: vendor.src, ...ANNA }));
    await page.widget.clearChatStorage();
    expect(page.cleared).to.deep.equal([vendor.id]);
  });

  it('of a support center tells its id', async () => {
    const vendor = new Vendor();
    const src = `${vendor.origin}/sdk/supportCenter.js?initid=uriid_1700000000000_42&wid=${vendor.id}`;
    const page = await openReady(tag({ src, ...ANNA }));
    await page.widget.clearChatStorage();
    expect(page.cleared).to.deep.equal([vendor.id]);
    expect(scriptOf(page).src).to.equal(src);
  });

  it('may be of an account on a shared host', async () => {
    const vendor = new Vendor();
    const page = await openReady(tag({ src: vendor.src.replace('/public/', '/public/acme/'), ...ANNA }));
    await page.widget.clearChatStorage();
    expect(page.cleared).to.deep.equal([vendor.id]);
  });
});

describe('host, chat-id and type', () => {
  const SCHEMES = { 'with a scheme': 'http://', 'without a scheme': '' };
  for (const [name, scheme] of Object.entries(SCHEMES)) {
    for (const end of ['', '/']) {
      it(`load the chat ${name} and ${end ? 'a' : 'no'} final slash`, async () => {
        const vendor = new Vendor();
        const page = await openReady(
          tag({ host: scheme + vendor.host + end, 'chat-id': vendor.id, ...ANNA }),
        );
        expect(scriptOf(page).src).to.equal(vendor.src);
        expect(page.identified).to.deep.equal([ANNA_SENT]);
        await page.widget.clearChatStorage();
        expect(page.cleared).to.deep.equal([vendor.id]);
        expect(page.codes).to.deep.equal([]);
      });
    }
  }

  it('load the support center with an id that the script finds in the page', async () => {
    const vendor = new Vendor();
    const before = Date.now();
    const page = await openReady(
      tag({ host: vendor.host, 'chat-id': vendor.id, type: 'support-center', ...ANNA }),
    );
    const { pathname, search, origin } = new URL(scriptOf(page).src);
    expect(origin + pathname).to.equal(`${vendor.origin}/sdk/supportCenter.js`);
    const [, time, number, id] = /^\?initid=uriid_(\d+)_([1-9]\d?|100)&wid=(\d+)$/.exec(search) ?? [];
    expect(Number(time)).to.be.within(before - 10, Date.now());
    expect(Number(number)).to.be.within(1, 100);
    expect(id).to.equal(vendor.id);
    expect(page.window.useresponseSimulator).to.include({ booted: 1, iidFound: true });
    expect(page.identified).to.deep.equal([ANNA_SENT]);
  });

  it('load the chat where type says so', async () => {
    const vendor = new Vendor();
    const page = await openReady(tag({ host: vendor.host, 'chat-id': vendor.id, type: 'chat' }));
    expect(scriptOf(page).src).to.equal(vendor.src);
    expect(page.window.useresponseSimulator).to.include({ booted: 1, iidFound: true });
  });

  it('load nothing where one of them is wrong', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag({ host: vendor.host, ...ANNA }));
    const { widget } = page;
    const before = page.document.querySelectorAll('*').length;
    expect(await codeOf(widget.load())).to.equal('chat-id-missing');
    expect(page.codes).to.deep.equal(['chat-id-missing']);
    widget.chatId = `${vendor.id}a`;
    expect(await codeOf(widget.load())).to.equal('chat-id-missing');
    widget.chatId = vendor.id;
    for (const wrong of [
      `${vendor.host}/public`,
      `//${vendor.host}`,
      `user@${vendor.host}`,
      'javascript:hacked=1',
    ]) {
      widget.host = wrong;
      expect(await codeOf(widget.load()), wrong).to.equal('bad-src');
    }
    expect(page.document.querySelectorAll('*').length).to.equal(before);
    expect(vendorFetches(page)).to.deep.equal([]);
    expect(await vendor.requests()).to.equal(0);
    expect('hacked' in page.window).to.equal(false);

    widget.host = vendor.host;
    await until(() => widget.status === 'ready');
    expect(page.identified).to.deep.equal([ANNA_SENT]);
  });

  it('take the chat id for clearing only, next to src', async () => {
    const vendor = new Vendor();
    const page = await openReady(tag({ src: vendor.src, 'chat-id': '4711', ...ANNA }));
    await page.widget.clearChatStorage();
    expect(page.cleared).to.deep.equal(['4711']);
    expect(await vendor.requests()).to.equal(1);
  });

  it('boot from src in spite of a wrong chat id', async () => {
    const vendor = new Vendor();
    const page = await openReady(tag({ src: vendor.src, 'chat-id': 'thirty-eight', ...ANNA }));
    expect(page.codes).to.deep.equal(['chat-id-missing']);
    expect(page.identified).to.deep.equal([ANNA_SENT]);
  });
});

describe('Neither src nor host', () => {
  /** The embed code as an administrator copies it. */
  const embedCode = (vendor: Vendor): string => `<script id="UR_initiator">
    (function () {
      var iid = 'uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709';
      if (!document._fpu_) document.getElementById('UR_initiator').setAttribute('id', iid);
      var bsa = document.createElement('script');
      bsa.type = 'text/javascript';
      bsa.async = true;
      bsa.src = '${vendor.origin}/public/sdk/chat-' + iid + '-${vendor.id}.js';
      (document.getElementsByTagName('head')[0] || document.getElementsByTagName('body')[0]).appendChild(bsa);
    })();
  </script>`;

  const PLACES = {
    before: (embed: string) => embed + tag(ANNA),
    after: (embed: string) => tag(ANNA) + embed,
  };
  for (const [place, page] of Object.entries(PLACES)) {
    it(`takes the vendor's own embed code ${place} the element`, async () => {
      const vendor = new Vendor();
      const opened = await openReady(page(embedCode(vendor)));
      expect(opened.identified).to.deep.equal([ANNA_SENT]);
      await opened.widget.clearChatStorage();
      expect(opened.cleared).to.deep.equal([vendor.id]);
      expect(await vendor.requests()).to.equal(1);
      expect(opened.window.useresponseSimulator?.booted).to.equal(1);
      expect(opened.codes).to.deep.equal([]);
      expect(opened.document.querySelectorAll('link').length).to.equal(0);
    });
  }

  it('waits for embed code that comes much later', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(ANNA));
    await settled(page);
    expect(page.widget.status).to.equal('loading');
    page.document.body.append(page.document.createRange().createContextualFragment(embedCode(vendor)));
    await until(() => page.widget.status === 'ready');
    expect(page.identified).to.deep.equal([ANNA_SENT]);
    await page.widget.clearChatStorage();
    expect(page.cleared).to.deep.equal([vendor.id]);
  });

  const addEmbedCode = (page: Page, vendor: Vendor): void =>
    page.document.body.append(page.document.createRange().createContextualFragment(embedCode(vendor)));

  it('clears before it identifies somebody else, though the embed code comes late', async () => {
    const vendor = new Vendor();
    const page = await openReady(tag({ src: vendor.src, ...ANNA }));
    await page.go(tag({ token: 'bb22', email: 'bob@example.com' }));
    await settled(page);
    addEmbedCode(page, vendor);
    await until(() => page.widget.status === 'ready');
    expect(page.calls).to.deep.equal([
      ['clearChatStorage', vendor.id],
      ['userConfig', { token: 'bb22', userEmail: 'bob@example.com' }],
    ]);
    expect(page.codes).to.deep.equal([]);
  });

  it('clears for a log-out that came before the embed code', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(ANNA));
    page.dispatch('logout');
    await settled(page);
    addEmbedCode(page, vendor);
    await until(() => page.widget.status === 'ready');
    expect(page.calls).to.deep.equal([['clearChatStorage', vendor.id]]);
    expect(page.codes).to.deep.equal([]);
  });

  it('prefers the chat id that is given', async () => {
    const vendor = new Vendor();
    const page = await openReady(embedCode(vendor) + tag({ ...ANNA, 'chat-id': '4711' }));
    await page.widget.clearChatStorage();
    expect(page.cleared).to.deep.equal(['4711']);
  });

  it('reports that the API is missing after the timeout', async () => {
    const page = await openPage(tag({ ...ANNA, timeout: '200' }), { head: STILL });
    await until(() => page.widget.status === 'loading');
    pass(page, 199);
    await settled(page);
    expect(page.codes).to.deep.equal([]);
    pass(page, 1);
    await until(() => page.codes.length);
    expect(page.codes).to.deep.equal(['api-missing']);
    expect(page.widget.status).to.equal('error');
    expect(page.document.querySelectorAll('script[src]').length).to.equal(1);
  });
});

describe('token, email and name', () => {
  const NOTHING = ['', ' ', 'false', 'null', 'undefined'];
  for (const nothing of NOTHING) {
    it(`are absent as "${nothing}"`, async () => {
      const vendor = new Vendor();
      const page = await openReady(
        tag({ src: vendor.src, token: nothing, email: nothing, name: nothing, properties: nothing }),
      );
      await settled(page);
      expect(page.calls).to.deep.equal([]);
      expect(page.codes).to.deep.equal([]);
      expect(page.eventsOf('identify')).to.deep.equal([]);
    });
  }

  it('are absent as properties that hold nothing', async () => {
    const vendor = new Vendor();
    const page = await openReady(tag({ src: vendor.src }));
    for (const nothing of [null, undefined, '']) {
      Object.assign(page.widget, { token: nothing, email: nothing, name: nothing, properties: nothing });
      await settled(page, 50);
    }
    expect(page.calls).to.deep.equal([]);
    expect(page.codes).to.deep.equal([]);
  });

  it('are handed over with just the keys that were given', async () => {
    const vendor = new Vendor();
    const page = await openReady(tag({ src: vendor.src, ...ANNA, name: 'null', properties: 'undefined' }));
    expect(page.identified).to.deep.equal([ANNA_SENT]);
    page.widget.name = 'Anna';
    expect((await identifiedAfter(page, 2))[1]).to.deep.equal({ ...ANNA_SENT, userName: 'Anna' });
  });

  it('are handed over as they are written', async () => {
    const vendor = new Vendor();
    const user = {
      token: '<a&b>"c\'',
      email: 'ännä+1@exämple.com',
      name: "</script>“𝒜nna” O'Neil &amp; Söhne",
    };
    const page = await openReady(tag({ src: vendor.src, ...user }));
    expect(page.identified).to.deep.equal([
      { token: user.token, userEmail: user.email, userName: user.name },
    ]);
  });

  it('may come later', async () => {
    const vendor = new Vendor();
    const page = await openReady(tag({ src: vendor.src }));
    expect(page.calls).to.deep.equal([]);
    page.widget.setAttribute('token', ANNA.token);
    page.widget.setAttribute('email', ANNA.email);
    expect(await identifiedAfter(page, 1)).to.deep.equal([ANNA_SENT]);
    expect(page.codes).to.deep.equal([]);
  });
});

describe('properties', () => {
  it('are JSON in the attribute', async () => {
    const vendor = new Vendor();
    const properties = '{"a":"text","b":1.5,"c":true,"d":null,"e":""}';
    const page = await openReady(tag({ src: vendor.src, ...ANNA, properties }));
    expect(page.identified).to.deep.equal([
      { ...ANNA_SENT, properties: { a: 'text', b: '1.5', c: 'true', d: '', e: '' } },
    ]);
  });

  it('are an object or JSON in the property', async () => {
    const vendor = new Vendor();
    const page = await openReady(tag({ src: vendor.src, ...ANNA }));
    page.widget.properties = { property_170: 'x', property_172: 188, b: false, n: null };
    const properties = { property_170: 'x', property_172: '188', b: 'false', n: '' };
    expect((await identifiedAfter(page, 2))[1]).to.deep.equal({ ...ANNA_SENT, properties });
    page.widget.properties = '{"property_170":"y"}';
    expect((await identifiedAfter(page, 3))[2]).to.deep.equal({
      ...ANNA_SENT,
      properties: { property_170: 'y' },
    });
    page.widget.properties = null;
    expect((await identifiedAfter(page, 4))[3]).to.deep.equal(ANNA_SENT);
  });

  it('leave out a nested value and nothing else', async () => {
    const vendor = new Vendor();
    const page = await openReady(
      tag({ src: vendor.src, ...ANNA, properties: '{"a":"1","deep":{"b":"2"},"c":"3"}' }),
    );
    expect(page.identified).to.deep.equal([{ ...ANNA_SENT, properties: { a: '1', c: '3' } }]);
    expect(page.codes).to.deep.equal(['bad-properties']);
    expect((page.eventsOf('error')[0] as Error).message).to.contain('deep');
  });

  it('never reach the prototype of all objects', async () => {
    const vendor = new Vendor();
    const properties = '{"__proto__":{"polluted":"1"},"property_1":"x"}';
    const page = await openReady(tag({ src: vendor.src, ...ANNA, properties, property___proto__: 'y' }));
    expect((page.window.Object.prototype as Record<string, unknown>)['polluted']).to.equal(undefined);
    expect(page.identified).to.have.length(1);
    expect((page.identified[0] as { properties: unknown }).properties).to.include({ property_1: 'x' });
  });
});

describe('property_…', () => {
  it('is a field of its own, which wins', async () => {
    const vendor = new Vendor();
    const page = await openReady(
      tag({
        src: vendor.src,
        ...ANNA,
        properties: '{"property_170":"old","property_171":"kept","property_172":"kept"}',
        property_170: 'new',
        property_172: ' ',
        property_173: '',
        property_plan: 'gold',
      }),
    );
    const properties = {
      property_170: 'new',
      property_171: 'kept',
      property_172: 'kept',
      property_plan: 'gold',
    };
    expect(page.identified).to.deep.equal([{ ...ANNA_SENT, properties }]);
    expect(page.codes).to.deep.equal([]);
  });

  it('may change, come and go after boot', async () => {
    const vendor = new Vendor();
    const page = await openReady(tag({ src: vendor.src, ...ANNA, property_1: 'x' }));
    page.widget.setAttribute('property_1', 'y');
    page.widget.setAttribute('property_2', 'z');
    expect((await identifiedAfter(page, 2))[1]).to.deep.equal({
      ...ANNA_SENT,
      properties: { property_1: 'y', property_2: 'z' },
    });
    page.widget.removeAttribute('property_1');
    expect((await identifiedAfter(page, 3))[2]).to.deep.equal({
      ...ANNA_SENT,
      properties: { property_2: 'z' },
    });
    page.widget.setAttribute('property_2', ' ');
    expect((await identifiedAfter(page, 4))[3]).to.deep.equal(ANNA_SENT);
  });
});

describe('timeout', () => {
  for (const how of ['attribute', 'property'] as const) {
    it(`as ${how} says how long to wait`, async () => {
      const vendor = new Vendor();
      await vendor.set({ hang: true });
      const page = await openPage(how === 'attribute' ? tag({ src: vendor.src, timeout: '400' }) : '', {
        head: STILL,
      });
      if (how === 'property') {
        const widget = page.document.createElement('useresponse-widget');
        Object.assign(widget, { src: vendor.src, timeout: 400 });
        page.document.body.append(widget);
      }
      await until(() => page.widget.status === 'loading');
      pass(page, 399);
      await settled(page);
      expect(page.codes).to.deep.equal([]);
      pass(page, 1);
      await until(() => page.codes.length);
      expect(page.codes).to.deep.equal(['script-timeout']);
    });
  }

  it('is for the script and its API together', async () => {
    const vendor = new Vendor();
    await vendor.set({ apiMissing: true });
    const gate = new Gate();
    const page = await openPage(tag({ src: gate.srcOf(vendor), timeout: '2000' }), { head: STILL });
    await until(() => page.widget.status === 'loading');
    pass(page, 1_500);
    await gate.open();
    await until(() => page.window.useresponseSimulator?.booted);
    await settled(page);
    expect(page.codes).to.deep.equal([]);
    pass(page, 500);
    await until(() => page.codes.length);
    expect(page.codes).to.deep.equal(['api-missing']);
  });

  it('is long enough where it is not given, or no number', async () => {
    for (const timeout of ['', 'soon']) {
      const vendor = new Vendor();
      await vendor.set({ delay: 400 });
      const page = await openReady(tag({ src: vendor.src, timeout }));
      expect(page.codes).to.deep.equal([]);
    }
  });
});

describe('nonce', () => {
  it('is handed to what is injected', async () => {
    // While the page loads, and afterwards: the script comes in two ways.
    for (const image of ['<img src="/slow?ms=800" alt="">', '']) {
      const vendor = new Vendor();
      await vendor.set({ delay: 200 });
      const page = await openPage('');
      const opened = page.go(tag({ src: vendor.src, nonce: 'r4nd0m' }) + image);
      const seen = new Set<HTMLScriptElement>();
      await until(() => {
        for (const element of vendorElements(page)) seen.add(element as HTMLScriptElement);
        return page.document.querySelector<UseresponseWidget>('useresponse-widget')?.status === 'ready';
      });
      expect([...seen].map(({ localName }) => localName)).to.include('script');
      for (const { nonce } of seen) expect(nonce).to.equal('r4nd0m');
      await opened;
    }
  });
});

describe('Properties set before the element is defined', () => {
  it('count', async () => {
    const vendor = new Vendor();
    const values = { src: vendor.src, ...ANNA, name: 'Anna', properties: { property_1: 1 } };
    const page = await openReady(
      `${tag({ token: 'old' })}<script>Object.assign(document.querySelector('useresponse-widget'), ${JSON.stringify(values)})</script>`,
    );
    expect(page.identified).to.deep.equal([
      { ...ANNA_SENT, userName: 'Anna', properties: { property_1: '1' } },
    ]);
    expect(page.codes).to.deep.equal([]);
  });

  it('count for host, chatId, type, loading and loadOn too', async () => {
    const vendor = new Vendor();
    const values = { host: vendor.host, chatId: vendor.id, type: 'support-center', loadOn: 'consent' };
    const page = await openPage(
      `${tag({})}<script>Object.assign(document.querySelector('useresponse-widget'), ${JSON.stringify(values)})</script>`,
    );
    await settled(page);
    expect(await vendor.requests()).to.equal(0);
    page.dispatch('consent');
    await until(() => page.widget.status === 'ready');
    expect(new URL(scriptOf(page).src).pathname).to.equal('/sdk/supportCenter.js');
  });
});

describe('Attributes and properties', () => {
  it('are the same', async () => {
    const page = await openPage(
      tag({
        'load-on': 'never',
        src: 'a',
        host: 'b',
        'chat-id': '1',
        type: 'chat',
        token: 'c',
        email: 'd',
        name: 'e',
        'clear-on': 'f',
        timeout: '7',
        loading: 'idle',
      }),
    );
    await until(() => page.widget.status === 'waiting');
    expect(page.widget).to.include({
      loadOn: 'never',
      src: 'a',
      host: 'b',
      chatId: '1',
      type: 'chat',
      token: 'c',
      email: 'd',
      name: 'e',
      clearOn: 'f',
      timeout: 7,
      loading: 'idle',
    });
  });
});

describe('UR.userConfig', () => {
  it('is called once however many attributes change in a task', async () => {
    const vendor = new Vendor();
    const page = await openReady(tag({ src: vendor.src, ...ANNA }));
    const { widget } = page;
    widget.name = 'A';
    widget.name = 'Anna';
    widget.setAttribute('property_1', 'x');
    widget.setAttribute('property_1', 'y');
    widget.properties = { property_2: 'z' };
    widget.toggleAttribute('property_3');
    expect(await identifiedAfter(page, 2)).to.deep.equal([
      ANNA_SENT,
      { ...ANNA_SENT, userName: 'Anna', properties: { property_2: 'z', property_1: 'y' } },
    ]);
    expect(page.eventsOf('identify')).to.have.length(2);
  });

  it('is called once though microtasks pass between the changes', async () => {
    const vendor = new Vendor();
    const page = await openReady(tag({ src: vendor.src }));
    const { widget } = page;
    widget.token = ANNA.token;
    for (let i = 0; i < 20; i++) await Promise.resolve();
    widget.setAttribute('email', ANNA.email);
    for (let i = 0; i < 20; i++) await Promise.resolve();
    widget.name = 'Anna';
    for (let i = 0; i < 20; i++) await Promise.resolve();
    widget.setAttribute('property_1', 'x');
    expect(await identifiedAfter(page, 1)).to.deep.equal([
      { ...ANNA_SENT, userName: 'Anna', properties: { property_1: 'x' } },
    ]);
    expect(page.codes).to.deep.equal([]);
  });

  it('waits for what a framework sets after it has connected the element', async () => {
    const vendor = new Vendor();
    const page = await openPage('');
    const widget = page.document.createElement('useresponse-widget');
    page.document.body.append(widget);
    await Promise.resolve();
    widget.setAttribute('token', ANNA.token);
    await Promise.resolve();
    widget.setAttribute('src', vendor.src);
    await Promise.resolve();
    widget.email = ANNA.email;
    expect(await identifiedAfter(page, 1)).to.deep.equal([ANNA_SENT]);
    expect(page.codes).to.deep.equal([]);
    expect(await vendor.requests()).to.equal(1);
  });

  it('is called again for each change of its own', async () => {
    const vendor = new Vendor();
    const page = await openReady(tag({ src: vendor.src, ...ANNA }));
    page.widget.name = 'Anna';
    await until(() => page.identified.length === 2);
    page.widget.name = 'Anna B.';
    await until(() => page.identified.length === 3);
    page.widget.removeAttribute('name');
    page.widget.name = null;
    expect(await identifiedAfter(page, 4)).to.deep.equal([
      ANNA_SENT,
      { ...ANNA_SENT, userName: 'Anna' },
      { ...ANNA_SENT, userName: 'Anna B.' },
      ANNA_SENT,
    ]);
  });

  it('is not called where nothing has changed', async () => {
    const vendor = new Vendor();
    const page = await openReady(tag({ src: vendor.src, ...ANNA, name: 'Anna', properties: '{"a":"1"}' }));
    const { widget } = page;
    widget.name = 'Bob';
    widget.name = 'Anna';
    await settled(page, 50);
    widget.setAttribute('email', ANNA.email);
    widget.className = 'other';
    widget.dataset['page'] = '2';
    await settled(page, 50);
    widget.properties = { a: 1 };
    widget.setAttribute('property_2', ' ');
    await settled(page);
    expect(page.identified).to.have.length(1);
    expect(page.eventsOf('identify')).to.have.length(1);
  });

  it('is not called after a move', async () => {
    const vendor = new Vendor();
    const page = await openReady(`<main></main>${tag({ src: vendor.src, ...ANNA })}`);
    page.document.querySelector('main')!.append(page.widget);
    await settled(page);
    const { widget } = page;
    widget.remove();
    await settled(page);
    page.document.body.prepend(widget);
    await until(() => page.widget.status === 'ready');
    await settled(page);
    expect(page.calls).to.have.length(1);
    expect(await vendor.requests()).to.equal(1);
  });

  it('is not called for a new element with the same user', async () => {
    const vendor = new Vendor();
    const html = tag({ src: vendor.src, ...ANNA, name: 'Anna' });
    const page = await openReady(html);
    const replace = async (): Promise<UseresponseWidget> => {
      page.document.body.innerHTML = html;
      await until(() => page.widget.status === 'ready');
      await settled(page);
      return page.widget;
    };
    const first = page.widget;
    expect(await replace()).not.to.equal(first);
    page.widget.remove();
    await settled(page);
    await replace();
    expect(page.calls).to.have.length(1);
    expect(await vendor.requests()).to.equal(1);
  });
});
