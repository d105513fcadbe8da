/** What the page's Content-Security-Policy has kept away. */

export interface Violation {
  directive: string;
  /** The host that was blocked, or a word such as `inline`: never a whole address. */
  blocked: string;
}

/** Collects them, also those from before the inspector was there, where the browser can tell. */
export function watchViolations(signal: AbortSignal): readonly Violation[] {
  const violations: Violation[] = [];
  const add = (directive: string, uri: string): void => {
    const violation = { directive, blocked: hostOf(uri) };
    if (!violations.some((known) => JSON.stringify(known) === JSON.stringify(violation)))
      violations.push(violation);
  };
  document.addEventListener(
    'securitypolicyviolation',
    // What a policy only reports, it lets through.
    ({ disposition, effectiveDirective, blockedURI }) =>
      disposition === 'report' || add(effectiveDirective, blockedURI),
    { signal },
  );
  if ('ReportingObserver' in window) {
    const observer = new ReportingObserver(
      (reports) => {
        for (const { body } of reports) {
          const { disposition, effectiveDirective, blockedURL } = body as unknown as Record<
            string,
            string | undefined
          >;
          if (effectiveDirective && disposition !== 'report') add(effectiveDirective, blockedURL ?? '');
        }
      },
      { types: ['csp-violation'], buffered: true },
    );
    observer.observe();
    signal.addEventListener('abort', () => observer.disconnect());
  }
  return violations;
}

function hostOf(uri: string): string {
  try {
    return new URL(uri).host || 'data';
  } catch {
    return uri || 'inline';
  }
}
