/** Everything that the command says itself; the findings on a tag are the inspector's. */

export const HELP = `Usage:
  useresponse-widget token --email EMAIL
      Prints the token of that email. The security key comes from the environment
      variable USERESPONSE_KEY, or from standard input; in a terminal it is asked
      for and not shown. It is never an argument.

  useresponse-widget check URL [--cookie "NAME=VALUE; …"] [--cookie-file FILE]
      Fetches that page of your own site and says what its tag looks like to a
      stranger, and with a cookie also to the person whose cookie it is. The cookie
      can also come from the environment variable USERESPONSE_COOKIE, or with
      --cookie-file - from standard input: an argument stays in the shell's history.
      Where the whole site asks for a name and a password first:
      https://NAME:PASSWORD@shop.example.com/

  useresponse-widget --help | --version

Ends with 0 where all is well, with 1 where something is to be mended, and with 2
where it could not do its work.`;

export const TEXTS = {
  noCommand: 'Say what is to be done: token or check. --help tells more.',
  unknownCommand: (name: string) => `There is no command “${name}”: token and check are all there is.`,
  keyArgument:
    'The security key is never an argument: it would stay in the shell’s history, and every user of the machine could read it in the list of processes. Set USERESPONSE_KEY, or hand it over on standard input.',
  noEmail: 'Say whose token it is to be: --email anna@example.com',
  tooMany:
    'token takes nothing but --email. The security key is never an argument: set USERESPONSE_KEY, or hand it over on standard input.',
  noKey: 'There is no security key: set USERESPONSE_KEY, or hand it over on standard input.',
  prompt: 'Security key (not shown): ',
  noUrl: 'Say which page is to be looked at: check https://shop.example.com/',
  onePage: 'Give one page at a time.',
  badUrl: (url: string) => `“${url}” is no address of a page. It begins with http:// or https://.`,
  twoCookies: 'Give --cookie or --cookie-file, not both.',
  emptyCookie: 'The cookie is empty. Copy the value of the header Cookie, or leave the option out.',
  badCookie:
    'The cookie has a line end or another character in it that no request can carry. Copy the value of the header Cookie.',
  notFetched: (url: string, why: string) => `${url} could not be fetched: ${why}.`,
  timeout: (seconds: number) => `no answer within ${seconds} seconds`,
  redirects: (count: number) => `it leads on from page to page, more than ${count} times`,
  noPage: (protocol: string) => `it leads on to an address that begins with ${protocol}`,
  status: (status: number) => `the server answered with ${status}`,
  notHtml: (type: string) => `it is no page, but ${type || 'of no known type'}`,
  tooLong: (megabytes: number) => `it is longer than ${megabytes} MB`,
  stranger: 'As a stranger',
  visitor: 'With your cookie',
  redirected: (url: string) => `(led on to ${url})`,
  noTag: 'There is no <useresponse-widget> in the page that the server sends.',
  noTagTodo: 'Where a script adds the tag, put debug into it and look at the page in a browser.',
  label: { page: 'Page', script: 'Our script', policy: 'Content-Security-Policy', caching: 'Caches' },
  script: 'The page loads a script of that name.',
  noScript: 'No script in the page has useresponse-widget in its address.',
  noScriptTodo:
    'That is right where it is part of a bundle. Otherwise add <script src="…/useresponse-widget.min.js" async></script>.',
  policyNone: 'The page has none.',
  policyGood: (host: string) => `It lets scripts of ${host} in.`,
  policyBad: (directive: string, host: string) => `Its ${directive} keeps scripts of ${host} away.`,
  policyTodo: (host: string) =>
    `Add ${host} to it, or give script and tag the page’s nonce: SECURITY.md has the lines.`,
  leak: 'A stranger gets a token: somebody’s page was kept by a cache, or the token is in the page for everybody.',
  leakSame: 'A stranger gets the very token that your cookie gets.',
  leakTodo:
    'Send Cache-Control: private, no-cache with pages of signed-in users, and leave them out of the caches of CMS and proxy.',
  private: (header: string) => `No cache may keep the page for others (Cache-Control: ${header}).`,
  public: (header: string) =>
    `A cache may keep this page, and give it to others (Cache-Control: ${header || 'none'}).`,
  strange: 'A stranger gets a page without a token.',
  nobody: 'With this cookie nobody is recognised: there is no token in the page.',
  elsewhereTodo: (url: string) =>
    `The page led on to another site, which the cookie was kept from. Ask for ${url} itself, with a cookie of its own.`,
  refused: 'A stranger gets no page at all: the server refuses him.',
  nobodyTodo: 'Sign in anew and copy the whole header Cookie. If it is right, the template prints nothing.',
} as const;
