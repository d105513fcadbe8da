import { expect } from '@open-wc/testing';
import { closePages, openPage, settled, until, Vendor, type Page } from './helpers/page.ts';
import { tag, vendorElements } from './helpers/tag.ts';

const NONCE = 'cjRuZDBt';
const ANNA = { token: 'aa11', email: 'anna@example.com' };
const ANNA_SENT = { token: 'aa11', userEmail: 'anna@example.com' };

/** Without it the simulator, not the element, would break the policies: it reports to its server. The image is ours. */
const TEST = `connect-src ${window.SIMULATOR_URL}; img-src 'self'`;
/** Keeps the page's load event away for a while: before it, the script comes another way than after it. */
const SLOW = '<img src="/slow?ms=500" alt="">';
const STRICT = `script-src 'nonce-${NONCE}' 'strict-dynamic'; require-trusted-types-for 'script'; style-src 'self'`;

type Violated = Window & { violations: string[] };

/** Runs inside the page before anything else does. */
function recordViolations(): void {
  const violations: string[] = [];
  (window as unknown as Violated).violations = violations;
  document.addEventListener('securitypolicyviolation', (event) =>
    violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
  );
}

async function open(
  policy: string,
  attributes: Record<string, string>,
  content = '',
  after = '',
): Promise<Page> {
  return openPage(tag(attributes, content) + after, {
    headers: [`Content-Security-Policy: ${policy}`],
    head: `<script nonce="${NONCE}">(${recordViolations.toString()})()</script>`,
    nonce: NONCE,
  });
}

const violationsOf = (page: Page): string[] => (page.window as unknown as Violated).violations;

afterEach(closePages);

describe('A content security policy', () => {
  const POLICIES: Record<string, string> = {
    'with a nonce, strict-dynamic and Trusted Types': STRICT,
    'that names the one policy of ours': `${STRICT}; trusted-types useresponse-widget`,
    'that forbids all else': `default-src 'none'; ${STRICT}; ${TEST}`,
    'that forbids a base address': `${STRICT}; base-uri 'none'`,
    'of all of these': `default-src 'none'; ${STRICT}; trusted-types useresponse-widget; base-uri 'none'; ${TEST}`,
  };
  for (const [name, policy] of Object.entries(POLICIES)) {
    for (const [moment, image] of Object.entries({ before: SLOW, after: '' })) {
      it(`${name} is kept ${moment} the page's load event`, async () => {
        const vendor = new Vendor();
        const attributes = { src: vendor.src, nonce: NONCE, ...ANNA, name: 'Anna' };
        const page = await open(policy, attributes, '<a href="/">Help</a>', image);
        await until(() => page.widget.status === 'ready');
        page.dispatch('logout');
        expect(page.calls).to.deep.equal([
          ['userConfig', { ...ANNA_SENT, userName: 'Anna' }],
          ['clearChatStorage', vendor.id],
        ]);
        await settled(page);
        expect(violationsOf(page)).to.deep.equal([]);
        expect(page.codes).to.deep.equal([]);
        expect(page.window.consoleLines).to.deep.equal([]);
        expect(await vendor.requests()).to.equal(1);
      });
    }
  }

  it('that knows nothing but the nonce is kept', async () => {
    for (const image of [SLOW, '']) {
      const vendor = new Vendor();
      const policy = `script-src 'nonce-${NONCE}' 'self'; style-src 'self'`;
      const page = await open(policy, { src: vendor.src, nonce: NONCE, ...ANNA }, '', image);
      await until(() => page.widget.status === 'ready');
      expect(page.identified).to.deep.equal([ANNA_SENT]);
      expect(violationsOf(page)).to.deep.equal([]);
    }
  });

  it('is kept for the support center too', async () => {
    const vendor = new Vendor();
    const page = await open(POLICIES['of all of these']!, {
      host: vendor.host,
      'chat-id': vendor.id,
      type: 'support-center',
      nonce: NONCE,
      ...ANNA,
    });
    await until(() => page.widget.status === 'ready');
    expect(page.identified).to.deep.equal([ANNA_SENT]);
    await settled(page);
    expect(violationsOf(page)).to.deep.equal([]);
  });

  it('is kept where the vendor loads late', async () => {
    for (const loading of ['idle', 'interaction']) {
      const vendor = new Vendor();
      const page = await open(POLICIES['of all of these']!, {
        src: vendor.src,
        nonce: NONCE,
        loading,
        ...ANNA,
      });
      await settled(page, 50);
      page.document.body.dispatchEvent(new page.window.Event('pointerdown', { bubbles: true }));
      await until(() => page.widget.status === 'ready');
      await settled(page);
      expect(violationsOf(page)).to.deep.equal([]);
    }
  });

  it('is kept where the vendor fails and is tried again', async () => {
    const vendor = new Vendor();
    await vendor.set({ status: 404 });
    const page = await open(POLICIES['of all of these']!, { src: vendor.src, nonce: NONCE, ...ANNA });
    await until(() => page.codes.length);
    await vendor.set({});
    await page.widget.load();
    expect(page.identified).to.deep.equal([ANNA_SENT]);
    expect(violationsOf(page)).to.deep.equal([]);
  });

  it('that lets the vendor in by its host needs no nonce', async () => {
    const vendor = new Vendor();
    const page = await open(`script-src 'nonce-${NONCE}' 'self' ${vendor.origin}; style-src 'self'`, {
      src: vendor.src,
      ...ANNA,
    });
    await until(() => page.widget.status === 'ready');
    await settled(page);
    expect(violationsOf(page)).to.deep.equal([]);
  });

  it('that keeps the vendor out is told as script-failed', async () => {
    const vendor = new Vendor();
    const page = await open(
      `script-src 'nonce-${NONCE}' 'self'`,
      { src: vendor.src, ...ANNA },
      '<p>Write to us</p>',
    );
    await until(() => page.widget.status === 'error');
    expect(page.codes).to.deep.equal(['script-failed']);
    expect(page.show().document.querySelector('p')!.checkVisibility()).to.equal(true);
    expect(vendorElements(page)).to.deep.equal([]);
    expect(await vendor.requests()).to.equal(0);
    expect(page.window.consoleLines).to.have.length(1);
  });

  it('without leave for any policy of Trusted Types breaks nothing else', async () => {
    const vendor = new Vendor();
    const page = await open(
      `${STRICT}; trusted-types 'none'`,
      { src: vendor.src, nonce: NONCE, ...ANNA },
      '<p>Write to us</p>',
    );
    await until(() => page.widget.status === 'ready' || page.widget.status === 'error');
    // Only browsers that know Trusted Types are stopped by it.
    expect(page.codes).to.deep.equal('trustedTypes' in page.window ? ['script-failed'] : []);
    expect(page.show().document.querySelector('p')!.checkVisibility()).to.equal(
      'trustedTypes' in page.window,
    );
    expect(page.window.consoleLines.filter((line) => line.startsWith('un'))).to.deep.equal([]);
  });
});
