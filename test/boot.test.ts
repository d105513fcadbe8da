import { expect } from '@open-wc/testing';
import { closePages, openPage, settled, until, Vendor } from './helpers/page.ts';

const ANNA = 'token="aa11" email="anna@example.com"';

describe('<useresponse-widget> on a page', () => {
  afterEach(closePages);

  it('boots the widget from a pasted tag and identifies the visitor', async () => {
    const vendor = new Vendor();
    const page = await openPage(
      `<useresponse-widget src="${vendor.src}" ${ANNA} name="Anna" properties='{"property_170":"x"}'><a href="/">Contact</a></useresponse-widget>`,
    );
    await until(() => page.widget.status === 'ready');
    expect(page.calls).to.deep.equal([
      [
        'userConfig',
        { token: 'aa11', userEmail: 'anna@example.com', userName: 'Anna', properties: { property_170: 'x' } },
      ],
    ]);
    expect(page.events.map(([type]) => type)).to.deep.equal(['useresponse-identify', 'useresponse-ready']);
    expect(page.widget.matches(':state(ready)')).to.equal(true);
    expect(page.window.consoleLines).to.deep.equal([]);
    expect(await vendor.requests()).to.equal(1);
  });

  it('clears the chat at a logout event and does not send the user again', async () => {
    const vendor = new Vendor();
    const page = await openPage(`<useresponse-widget src="${vendor.src}" ${ANNA}></useresponse-widget>`);
    await until(() => page.widget.status === 'ready');
    page.dispatch('logout');
    expect(page.cleared).to.deep.equal([vendor.id]);
    expect(page.reasons).to.deep.equal(['event']);
    page.widget.name = 'Anna B.';
    await settled(page);
    expect(page.identified).to.have.length(1);
    expect(localStorage.length).to.equal(0);
  });

  it('owes a clear when the server renders another person on the next page', async () => {
    const vendor = new Vendor();
    const page = await openPage(`<useresponse-widget src="${vendor.src}" ${ANNA}></useresponse-widget>`);
    await until(() => page.widget.status === 'ready');
    await page.go(
      `<useresponse-widget src="${vendor.src}" token="bb22" email="bob@example.com"></useresponse-widget>`,
    );
    await until(() => page.widget.status === 'ready');
    expect(page.calls.map(([name]) => name)).to.deep.equal(['clearChatStorage', 'userConfig']);
    expect(page.reasons).to.deep.equal(['user-changed']);
  });

  it('clears in the other tab too', async () => {
    const vendor = new Vendor();
    const tag = `<useresponse-widget src="${vendor.src}" ${ANNA}></useresponse-widget>`;
    const [one, two] = await Promise.all([openPage(tag), openPage(tag)]);
    await until(() => one.widget.status === 'ready' && two.widget.status === 'ready');
    one.dispatch('logout');
    await until(() => two.reasons.length);
    await settled(one);
    expect(two.reasons).to.deep.equal(['other-tab']);
    expect(one.reasons).to.deep.equal(['event']);
  });

  it('reports a script that fails once and tries again by itself', async () => {
    const vendor = new Vendor();
    await vendor.set({ status: 404 });
    const page = await openPage(`<useresponse-widget src="${vendor.src}" ${ANNA}></useresponse-widget>`);
    await until(() => page.codes.length);
    expect(page.widget.status).to.equal('error');
    await vendor.set({});
    await until(() => page.widget.status === 'ready');
    expect(page.codes).to.deep.equal(['script-failed']);
  });
});
