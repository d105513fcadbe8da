import { expect } from '@open-wc/testing';
import { closePages, openPage, settled, until, Vendor, type Page } from './helpers/page.ts';
import { ANNA, BOB, CLEAR, IDENTIFY, callNames, identified, inline, ready, tag } from './helpers/people.ts';

/** Everything in docs/migration.md that can be pasted, with the vendor of a test in it. */
const readBlocks = async (): Promise<string[]> => {
  const text = await (await fetch('/docs/migration.md')).text();
  return [...text.matchAll(/^```html\n([^]*?)^```/gm)].map(([, code]) => code!);
};

async function pieces(
  vendor: Vendor,
): Promise<{ embed: string; identify: string; tag: string; bareTag: string }> {
  const [embed, identify, whole, bare] = (await readBlocks()).map((code) =>
    code
      .replace(/<script src="https:\/\/cdn\.[^]*?<\/script>/, '')
      .replace(/(https:)?\/\/help\.example\.com/, vendor.origin)
      .replace('-38.js', `-${vendor.id}.js`),
  );
  return { embed: embed!, identify: identify!, tag: whole!, bareTag: bare! };
}

const SAID = { token: 'aa11', userEmail: 'anna@example.com', userName: 'Anna' };

/** Everything that was going to happen has happened. */
async function quiet(page: Page): Promise<Page> {
  await ready(page);
  await settled(page, 300);
  return page;
}

afterEach(closePages);

describe('The way from UseResponse’s scripts to the tag', () => {
  it('begins where it says: with the pieces as they are', async () => {
    const vendor = new Vendor();
    const { embed, identify } = await pieces(vendor);
    const page = await openPage(embed + identify, { script: '' });
    await until(() => page.identified.length);
    expect(page.identified).to.deep.equal([SAID]);
  });

  it('goes in one step', async () => {
    const vendor = new Vendor();
    const page = await quiet(await openPage((await pieces(vendor)).tag));
    expect(page.identified).to.deep.equal([SAID]);
    page.dispatch('logout');
    expect(page.cleared).to.deep.equal([vendor.id]);
    expect(page.codes).to.deep.equal([]);
  });

  for (const order of ['before', 'after'] as const) {
    it(`goes in two steps, with the embed code ${order} the tag`, async () => {
      const vendor = new Vendor();
      const { embed, bareTag } = await pieces(vendor);
      const page = await quiet(await openPage(order === 'before' ? embed + bareTag : bareTag + embed));
      expect(page.identified).to.deep.equal([SAID]);
      expect(await vendor.requests()).to.equal(1);
      page.dispatch('logout');
      expect(page.cleared).to.deep.equal([vendor.id]);
    });
  }
});

describe('While both are there', () => {
  it('the script is loaded once where the embed code comes first', async () => {
    const vendor = new Vendor();
    const { embed, tag } = await pieces(vendor);
    const page = await quiet(await openPage(embed + tag));
    expect(page.identified).to.deep.equal([SAID]);
    expect(await vendor.requests()).to.equal(1);
    expect(page.window.useresponseSimulator?.booted).to.equal(1);
  });

  it('the embed code loads the script again where it comes after the tag', async () => {
    const vendor = new Vendor();
    const { embed, tag } = await pieces(vendor);
    const page = await openPage(tag);
    await ready(page);
    page.document.body.append(page.document.createRange().createContextualFragment(embed));
    await until(() => page.document.querySelectorAll(`script[src*="-${vendor.id}.js"]`).length === 2);
  });

  it('the second script says the same person again', async () => {
    const vendor = new Vendor();
    const { embed, identify, bareTag } = await pieces(vendor);
    const page = await openPage(embed + identify + bareTag);
    await until(() => page.identified.length === 2);
    expect(page.calls).to.deep.equal([
      [IDENTIFY, SAID],
      [IDENTIFY, SAID],
    ]);
  });

  it('the next person is identified after a clear, whatever the second script says', async () => {
    const vendor = new Vendor();
    const { embed, identify, bareTag } = await pieces(vendor);
    const page = await openPage(embed + identify + bareTag);
    await until(() => page.identified.length === 2);
    const asBob = (code: string): string => code.replaceAll('aa11', BOB.token!).replaceAll('anna@', 'bob@');
    await page.go(embed + asBob(identify) + asBob(bareTag));
    await until(() => page.identified.length === 2);
    await settled(page, 300);
    expect(callNames(page).filter((name) => name === CLEAR)).to.have.length(1);
    expect(callNames(page).at(-1)).to.equal(IDENTIFY);
  });

  it('the tag knows nothing of whom a page without it has named', async () => {
    const vendor = new Vendor();
    const { embed, identify } = await pieces(vendor);
    const page = await openPage(embed + identify, { script: '' });
    await until(() => page.identified.length === 1);
    await page.go(tag(vendor, BOB));
    await quiet(page);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);
  });

  it('the third piece clears once more', async () => {
    const vendor = new Vendor();
    const third = inline(() => document.addEventListener('logout', () => window.UR.clearChatStorage('38')));
    const page = await openPage(third + tag(vendor, ANNA));
    await identified(page);
    page.dispatch('logout');
    expect(callNames(page)).to.deep.equal([IDENTIFY, CLEAR, CLEAR]);
  });
});
