/**
 * How a page learns from a consent banner that the visitor agrees. Almost every banner dispatches its events for a refusal
 * as well, so an event alone is no consent: the lines to paste ask the banner for its category, and only then dispatch
 * `consent-given`. They also ask at once, since a banner may have spoken before the tag's own script has come.
 */
export interface ConsentBanner {
  id: string;
  name: string;
  /** What the visitor must have agreed to, in the words of the banner's own settings. */
  category: string;
  /** An event that the banner dispatches for an agreement to this category, and for nothing else. */
  event?: string;
  /** Events after which the banner is asked again, on the window or the document. */
  events?: string[];
  /** An expression that is true when the visitor has agreed. It must not throw before the banner is there. */
  agreed?: string;
  /** Lines for banners that have to be asked in a way of their own; `tell()` asks, `give()` is the consent. */
  hook?: string[];
}

/** The event for which the tag waits, whichever banner there is. */
const CONSENT_EVENT = 'consent-given';

export const CONSENT_BANNERS: ConsentBanner[] = [
  {
    // developers.axeptio.eu/cookies/cookies-integration: the choices have the name of each service as a key.
    id: 'axeptio',
    name: 'Axeptio',
    category: 'useresponse',
    hook: [
      'window._axcb = window._axcb || [];',
      'window._axcb.push(function (sdk) {',
      "  sdk.on('cookies:complete', function (choices) { if (choices.useresponse) give(); });",
      '});',
    ],
  },
  {
    // borlabs.io, version 3: BorlabsCookie.Consents.hasConsent(id of the service), and its two events.
    id: 'borlabs',
    name: 'Borlabs Cookie 3',
    category: 'useresponse',
    events: ['borlabs-cookie-after-init', 'borlabs-cookie-consent-saved'],
    agreed:
      "window.BorlabsCookie && BorlabsCookie.Consents && BorlabsCookie.Consents.hasConsent('useresponse')",
  },
  {
    // complianz.io/developers-guide-for-third-party-integrations: one event for each category, also for those that are always on.
    id: 'complianz',
    name: 'Complianz',
    category: 'preferences',
    events: ['cmplz_enable_category', 'cmplz_status_change'],
    agreed: "window.cmplz_has_consent && cmplz_has_consent('preferences')",
  },
  {
    // cookiebot.com/en/developer: OnAccept also comes where something else was accepted, such as statistics alone.
    id: 'cookiebot',
    name: 'Cookiebot',
    category: 'preferences',
    events: ['CookiebotOnAccept'],
    agreed: 'window.Cookiebot && Cookiebot.consent && Cookiebot.consent.preferences',
  },
  {
    // cookieconsent.orestbida.com/advanced/callbacks-events.html: onConsent comes for a refusal, too.
    id: 'cookieconsent',
    name: 'CookieConsent (Orest Bida)',
    category: 'functionality',
    events: ['cc:onConsent', 'cc:onChange'],
    agreed: "window.CookieConsent && CookieConsent.acceptedCategory('functionality')",
  },
  {
    // support.cookieinformation.com: "ConsentGiven" only says that there is an answer; getConsentGivenFor says which.
    id: 'cookie-information',
    name: 'Cookie Information',
    category: 'cookie_cat_functional',
    events: ['CookieInformationConsentGiven'],
    agreed: "window.CookieInformation && CookieInformation.getConsentGivenFor('cookie_cat_functional')",
  },
  {
    // help.cookie-script.com/en/articles/30242-custom-events: one event for each category that was accepted.
    id: 'cookie-script',
    name: 'Cookie-Script',
    category: 'functionality',
    event: 'CookieScriptCategory-functionality',
    events: ['CookieScriptLoaded', 'CookieScriptAccept', 'CookieScriptAcceptAll'],
    agreed:
      "window.CookieScript && CookieScript.instance && String(CookieScript.instance.currentState().categories).indexOf('functionality') >= 0",
  },
  {
    // cookieyes.com/documentation/retrieving-consent-data-using-api-getckyconsent and …/events-on-cookie-banner-load
    id: 'cookieyes',
    name: 'CookieYes',
    category: 'functional',
    events: ['cookieyes_banner_load', 'cookieyes_consent_update'],
    agreed: 'window.getCkyConsent && getCkyConsent().categories.functional',
  },
  {
    // github.com/kiprotect/klaro, src/consent-manager.js: watchers, `confirmed` and `savedConsents`.
    id: 'klaro',
    name: 'Klaro',
    category: 'useresponse',
    hook: [
      'function watch() {',
      '  var manager = window.klaro && klaro.getManager();',
      '  function look() { if (manager.confirmed && manager.savedConsents.useresponse) give(); }',
      '  if (!manager) return;',
      '  manager.watch({ update: look });',
      '  look();',
      '}',
      "if (document.readyState === 'complete') watch();",
      "else addEventListener('load', watch);",
    ],
  },
  {
    // developer.onetrust.com/onetrust/docs/javascript-events-guide: comes with every page, and lists the active groups.
    id: 'onetrust',
    name: 'OneTrust',
    category: 'C0003',
    events: ['OneTrustGroupsUpdated'],
    agreed: "window.OnetrustActiveGroups && OnetrustActiveGroups.indexOf('C0003') >= 0",
  },
  {
    // developer.osano.com: consent-saved tells each category's state, at once where it was saved on an earlier page.
    id: 'osano',
    name: 'Osano',
    category: 'PERSONALIZATION',
    hook: [
      "Osano.cm.addEventListener('osano-cm-consent-saved', function (saved) {",
      "  if (saved.PERSONALIZATION === 'ACCEPT') give();",
      '});',
    ],
  },
  {
    // shopify.dev/docs/api/customer-privacy: the API has to be asked for, and its event comes for a refusal, too.
    id: 'shopify',
    name: 'Shopify (customer privacy)',
    category: 'preferences',
    events: ['visitorConsentCollected'],
    agreed:
      'window.Shopify && Shopify.customerPrivacy && Shopify.customerPrivacy.preferencesProcessingAllowed()',
    hook: [
      'if (window.Shopify && Shopify.loadFeatures)',
      "  Shopify.loadFeatures([{ name: 'consent-tracking-api', version: '0.1' }], tell);",
    ],
  },
  {
    // github.com/AmauriC/tarteaucitron.js: a service of one's own, whose `js` runs when it is allowed.
    id: 'tarteaucitron',
    name: 'tarteaucitron.js',
    category: 'useresponse',
    hook: [
      'tarteaucitron.services.useresponse = {',
      "  key: 'useresponse', type: 'support', name: 'UseResponse', uri: 'https://www.useresponse.com/',",
      '  needConsent: true, cookies: [], js: give, fallback: function () {},',
      '};',
      "(tarteaucitron.job = tarteaucitron.job || []).push('useresponse');",
    ],
  },
  {
    // usercentrics.com/docs/web/features/events: the events of version 2; the service is one that the site has added.
    id: 'usercentrics',
    name: 'Usercentrics 2',
    category: 'UseResponse',
    events: ['UC_UI_INITIALIZED', 'UC_UI_CMP_EVENT'],
    agreed:
      "window.UC_UI && UC_UI.isInitialized() && UC_UI.getServicesBaseInfo().some(function (each) { return each.name === 'UseResponse' && each.consent.status; })",
  },
];

export const bannerById = (id: string): ConsentBanner | undefined =>
  CONSENT_BANNERS.find((banner) => banner.id === id);

/** What the tag waits for with a banner. */
export const eventsOf = ({ event }: ConsentBanner): string =>
  event ? `${event} ${CONSENT_EVENT}` : CONSENT_EVENT;

/**
 * The lines that ask a banner and pass its consent on. They belong below the tag: what is told earlier, nobody hears. Tag
 * managers and plugins that shorten scripts know the language's oldest words only.
 */
export function linesFor({ events = [], agreed, hook = [] }: ConsentBanner): string {
  const lines = [
    'function give() {',
    "  customElements.whenDefined('useresponse-widget').then(function () {",
    `    document.dispatchEvent(new Event('${CONSENT_EVENT}'));`,
    '  });',
    '}',
    ...(agreed ? ['function tell() {', `  if (${agreed}) give();`, '}'] : []),
    ...events.map((name) => `addEventListener('${name}', tell, true);`),
    ...hook,
    ...(agreed ? ['tell();'] : []),
  ];
  return ['<script>', '  (function () {', ...lines.map((line) => `    ${line}`), '  })();', '</script>'].join(
    '\n',
  );
}
