import { expect } from '@open-wc/testing';
import { closePages, openPage, type Page, settled, until, Vendor } from './helpers/page.ts';
import { identified, stored, tag } from './helpers/people.ts';
import { vendorElements, vendorFetches } from './helpers/tag.ts';

const CANARY = 'KaNaRi77';
/** The ways in which a value may be hidden in another. */
const FORMS = [
  CANARY,
  btoa(CANARY).slice(0, 9),
  [...CANARY].map((letter) => letter.charCodeAt(0).toString(16)).join(''),
];
const PERSON = {
  token: `${CANARY}token`,
  email: `${CANARY}@example.com`,
  name: `${CANARY} name`,
  properties: `{"property_1":"${CANARY}"}`,
};

const databases = async ({ window }: Page): Promise<unknown[]> =>
  (await window.indexedDB.databases?.()) ?? [];

/** Everything that we could leave behind or tell: what is stored, put into the page, dispatched, printed or asked for. */
async function tracesIn(page: Page): Promise<string> {
  const { document, window } = page;
  const others = [...document.querySelectorAll('*')].filter(
    (element) => !element.closest('useresponse-widget, title, body > script'),
  );
  return JSON.stringify([
    stored(page),
    document.cookie,
    await databases(page),
    page.events,
    window.consoleLines,
    vendorFetches(page).filter((url) => !url.includes('/simulator/')),
    others.flatMap((element) => [...element.attributes].map(({ value }) => value)),
  ]);
}

async function expectNoTraces(page: Page): Promise<void> {
  const traces = await tracesIn(page);
  for (const form of FORMS) expect(traces).not.to.contain(form);
}

describe('privacy', () => {
  afterEach(closePages);

  it('holds while a person is known, cleared, owed a clear and gone', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, PERSON, `property_2="${CANARY}"`));
    await identified(page);
    expect(stored(page)).to.have.length(1);
    await expectNoTraces(page);
    page.widget.email = `${CANARY}2@example.com`;
    await identified(page, 2);
    await expectNoTraces(page);
    page.dispatch('logout');
    await expectNoTraces(page);
    expect(stored(page)).to.deep.equal([]);
  });

  it('holds where the vendor throws, and a clear stays owed', async () => {
    const vendor = new Vendor();
    await vendor.set({ throwIn: ['userConfig', 'clearChatStorage'] });
    const page = await openPage(tag(vendor, PERSON));
    await until(() => page.codes.includes('api-threw'));
    page.dispatch('logout');
    await settled(page);
    expect(stored(page)[0]?.[1]).to.match(/^!/);
    await expectNoTraces(page);
  });

  it('holds where everything about the person is wrong', async () => {
    const page = await openPage(
      tag(new Vendor(), {
        token: `${CANARY}{{ t }}`,
        email: `\${${CANARY}}`,
        name: `<?${CANARY}?>`,
        properties: `[${CANARY}`,
      }),
    );
    await until(() => page.codes.length >= 4);
    await expectNoTraces(page);
  });

  it('of an anonymous visitor leaves nothing stored', async () => {
    const page = await openPage(tag(new Vendor()));
    await until(() => page.widget.status === 'ready');
    page.dispatch('logout');
    expect(stored(page)).to.deep.equal([]);
    expect(await databases(page)).to.deep.equal([]);
  });

  it('before the consent stores nothing, and opens no connection to the vendor', async () => {
    const page = await openPage(tag(new Vendor(), PERSON, 'load-on="consent"'));
    await settled(page);
    page.widget.name = 'Another';
    page.dispatch('logout');
    await settled(page);
    expect(stored(page)).to.deep.equal([]);
    expect(vendorElements(page)).to.deep.equal([]);
    expect(vendorFetches(page)).to.deep.equal([]);
    expect(page.document.querySelectorAll('link')).to.have.length(0);
  });

  it('differs on each visit in what is remembered of the same person', async () => {
    const vendor = new Vendor();
    const records = new Set<string>();
    const page = await openPage(tag(vendor, PERSON));
    for (let visit = 0; visit < 3; visit++) {
      await identified(page);
      records.add(stored(page)[0]![1]);
      page.dispatch('logout');
      await page.go(tag(vendor, PERSON));
    }
    expect(records.size).to.equal(3);
  });
});
