import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { CONSENT_BANNERS, linesFor } from '../../demo/configurator/consent-banners.ts';
import { startBrowser } from '../e2e/helpers/site.ts';

/** A banner in a few words, as its documentation has it: what is there from the start, a refusal, and an agreement. */
interface Fake {
  banner: string;
  refuse: string;
  agree: string;
}

const dispatch = (target: string, name: string): string =>
  `${target}.dispatchEvent(new CustomEvent('${name}'));`;

const FAKES: Record<string, Fake> = {
  axeptio: {
    banner: '',
    refuse: '_axcb.forEach((hear) => hear({ on: (name, hear) => hear({ useresponse: false }) }));',
    agree: '_axcb.forEach((hear) => hear({ on: (name, hear) => hear({ useresponse: true }) }));',
  },
  borlabs: {
    banner: 'agreed = []; BorlabsCookie = { Consents: { hasConsent: (id) => agreed.includes(id) } };',
    refuse: dispatch('document', 'borlabs-cookie-consent-saved'),
    agree: `agreed = ['useresponse']; ${dispatch('document', 'borlabs-cookie-consent-saved')}`,
  },
  complianz: {
    banner: "agreed = ['functional']; cmplz_has_consent = (category) => agreed.includes(category);",
    refuse: dispatch('document', 'cmplz_enable_category'),
    agree: `agreed.push('preferences'); ${dispatch('document', 'cmplz_enable_category')}`,
  },
  cookiebot: {
    banner: 'Cookiebot = { consent: { preferences: false } };',
    // Only statistics were accepted.
    refuse: dispatch('window', 'CookiebotOnAccept'),
    agree: `Cookiebot.consent.preferences = true; ${dispatch('window', 'CookiebotOnAccept')}`,
  },
  cookieconsent: {
    banner:
      "agreed = ['necessary']; CookieConsent = { acceptedCategory: (category) => agreed.includes(category) };",
    refuse: dispatch('window', 'cc:onConsent'),
    agree: `agreed.push('functionality'); ${dispatch('window', 'cc:onChange')}`,
  },
  'cookie-information': {
    banner: 'agreed = false; CookieInformation = { getConsentGivenFor: () => agreed };',
    refuse: dispatch('window', 'CookieInformationConsentGiven'),
    agree: `agreed = true; ${dispatch('window', 'CookieInformationConsentGiven')}`,
  },
  'cookie-script': {
    banner:
      "agreed = ['strict']; CookieScript = { instance: { currentState: () => ({ categories: agreed }) } };",
    refuse: dispatch('window', 'CookieScriptAccept'),
    agree: `agreed.push('functionality'); ${dispatch('window', 'CookieScriptAccept')}`,
  },
  cookieyes: {
    banner: 'categories = { functional: false }; getCkyConsent = () => ({ categories });',
    refuse: dispatch('document', 'cookieyes_consent_update'),
    agree: `categories.functional = true; ${dispatch('document', 'cookieyes_consent_update')}`,
  },
  klaro: {
    banner: `watchers = []; manager = { confirmed: false, savedConsents: { useresponse: true }, watch: (one) => watchers.push(one) };
      klaro = { getManager: () => manager };`,
    refuse: `manager.confirmed = true; manager.savedConsents = { useresponse: false };
      watchers.forEach((one) => one.update());`,
    agree:
      'manager.confirmed = true; manager.savedConsents = { useresponse: true }; watchers.forEach((one) => one.update());',
  },
  onetrust: {
    banner: "OnetrustActiveGroups = ',C0001,';",
    refuse: dispatch('window', 'OneTrustGroupsUpdated'),
    agree: `OnetrustActiveGroups = ',C0001,C0003,'; ${dispatch('window', 'OneTrustGroupsUpdated')}`,
  },
  osano: {
    banner: 'Osano = { cm: { addEventListener: (name, hear) => (saved = hear) } };',
    refuse: "saved({ PERSONALIZATION: 'DENY' });",
    agree: "saved({ PERSONALIZATION: 'ACCEPT' });",
  },
  shopify: {
    banner: `agreed = false; Shopify = { loadFeatures: (features, then) => {
      Shopify.customerPrivacy = { preferencesProcessingAllowed: () => agreed }; then(); } };`,
    refuse: dispatch('document', 'visitorConsentCollected'),
    agree: `agreed = true; ${dispatch('document', 'visitorConsentCollected')}`,
  },
  tarteaucitron: {
    banner: 'tarteaucitron = { services: {} };',
    refuse: '',
    agree: 'tarteaucitron.job.forEach((name) => tarteaucitron.services[name].js());',
  },
  usercentrics: {
    banner: `service = { name: 'UseResponse', consent: { status: false } };
      UC_UI = { isInitialized: () => true, getServicesBaseInfo: () => [{ name: 'Maps', consent: { status: true } }, service] };`,
    refuse: dispatch('window', 'UC_UI_CMP_EVENT'),
    agree: `service.consent.status = true; ${dispatch('window', 'UC_UI_CMP_EVENT')}`,
  },
};

describe('the lines for a consent banner', { timeout: 120_000 }, () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await startBrowser();
    page = await browser.newPage();
  });
  after(() => browser?.close());

  /** How often the consent was told after each of the given scripts, in a page of its own. */
  const told = (lines: string, scripts: string[]): Promise<number[]> =>
    page.evaluate(
      async (markup, steps) => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const inner = frame.contentDocument!;
        let count = 0;
        inner.addEventListener('consent-given', () => (count += 1));
        const counts: number[] = [];
        for (const step of steps) {
          const script = inner.createElement('script');
          script.textContent = step === 'LINES' ? markup.replace(/<\/?script>/g, '') : step;
          inner.body.append(script);
          await new Promise((resolve) => setTimeout(resolve));
          counts.push(count);
        }
        return counts;
      },
      lines,
      scripts,
    );

  const DEFINE = "customElements.define('useresponse-widget', class extends HTMLElement {});";

  for (const banner of CONSENT_BANNERS) {
    const fake = FAKES[banner.id]!;
    it(`${banner.name}: tells an agreement, and no refusal`, async () => {
      const counts = await told(linesFor(banner), [fake.banner, 'LINES', DEFINE, fake.refuse, fake.agree]);
      assert.deepEqual(counts.slice(0, 4), [0, 0, 0, 0]);
      assert.ok(counts[4]! > 0);
    });

    it(`${banner.name}: waits with an agreement for the tag’s own script`, async () => {
      const counts = await told(linesFor(banner), [fake.banner, 'LINES', fake.agree, DEFINE]);
      assert.deepEqual(counts.slice(0, 3), [0, 0, 0]);
      assert.ok(counts[3]! > 0);
    });

    it(`${banner.name}: is written in words that every tool knows`, () =>
      assert.doesNotMatch(linesFor(banner), /=>|\?\.|\?\?|`|\b(?:const|let)\b|\{\{|\{%/));

    if (!banner.agreed) continue;
    it(`${banner.name}: knows an agreement of an earlier page`, async () => {
      const counts = await told(linesFor(banner), [DEFINE, fake.banner, fake.agree, 'LINES']);
      assert.ok(counts[3]! > 0);
    });

    if (banner.hook) continue;
    it(`${banner.name}: does not mind coming before the banner`, async () => {
      const counts = await told(linesFor(banner), [DEFINE, 'LINES', fake.banner, fake.refuse, fake.agree]);
      assert.deepEqual(counts.slice(0, 4), [0, 0, 0, 0]);
      assert.ok(counts[4]! > 0);
    });
  }
});
