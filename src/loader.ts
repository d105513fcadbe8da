import { readEmbed, scriptKey, withInitId, withRetry } from './embed.ts';

/** One script of the vendor on its way into the page. */
export interface Script {
  state: 'loading' | 'ready' | 'error';
  /** Goes on if the preload has been taken out of the page: its end is not told then. */
  goOn?: (() => unknown) | undefined;
}

interface UrlPolicy {
  createScriptURL(url: string): string;
}

declare global {
  /** Missing in some browsers. */
  const trustedTypes: { createPolicy(name: string, rules: UrlPolicy): UrlPolicy };
}

const scripts = new Map<string, Script>();
let policy: UrlPolicy | undefined;

/**
 * Loads a script, once per page and address, and calls `changed` when it has arrived or failed. A tag that is
 * on the page already is adopted; one that failed is removed, so that the next request tries again.
 */
export function requestScript(url: string, nonce: string, changed: () => void): Script {
  const key = scriptKey(url);
  const known = scripts.get(key);
  if (known && known.state !== 'error') return known;
  const script: Script = { state: 'loading' };
  scripts.set(key, script);

  // Browsers remember a failed preload for as long as the document lives, and would answer from it.
  const href = withInitId(known ? withRetry(url) : url);
  const settle = (state: Script['state']): void => {
    script.state = state;
    changed();
  };
  /** What has failed is dead, even a tag of the page's: it will never run. */
  const watch = (element: Element, handleLoad: () => void): void => {
    element.addEventListener('load', handleLoad);
    element.addEventListener('error', () => {
      element.remove();
      settle('error');
    });
  };
  const preload = document.createElement('link');
  const place = (): void => {
    script.goOn = undefined;
    const found = findTag(key);
    const tag = found ?? document.createElement('script');
    watch(tag, () => settle('ready'));
    const { iid } = readEmbed(href);
    if (iid && !document.getElementById(iid)) tag.id ||= iid;
    // A tag of the page's may have run long ago and tells nothing more: the API will show whether it has.
    if (found) return settle('ready');
    try {
      tag.nonce = nonce;
      tag.src = trusted(href);
      append(tag);
    } catch {
      // The page's Trusted Types allow no policy of ours.
      settle('error');
    }
  };

  if (findTag(key) || document.readyState === 'complete') place();
  else {
    // A script element holds the page's load event for as long as its server takes, a preload does not: the element
    // follows when the bytes are here.
    preload.rel = 'preload';
    preload.as = 'script';
    preload.nonce = nonce;
    preload.href = href;
    watch(preload, () => {
      preload.remove();
      script.goOn?.();
    });
    append(preload);
    script.goOn = () => preload.isConnected || place();
  }
  return script;
}

const append = (element: Element): void => (document.head ?? document.documentElement).append(element);

const findTag = (key: string): HTMLScriptElement | undefined =>
  [...document.scripts].find((tag) => scriptKey(tag.src) === key);

function trusted(url: string): string {
  try {
    policy ??= trustedTypes.createPolicy('useresponse-widget', { createScriptURL: (value) => value });
  } catch {
    // Without Trusted Types, or leave for the policy, the plain string is tried.
  }
  return policy?.createScriptURL(url) ?? url;
}
