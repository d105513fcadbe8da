import type { Mistake } from './json-diagnosis.ts';

/** Everything that the inspector says, in one place for other languages. */

const plural = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

export const TEXTS = {
  panel: {
    title: 'UseResponse inspector',
    collapse: 'Fold',
    expand: 'Unfold',
    close: 'Close',
    copy: 'Copy the report',
    copied: 'Copied. This is what it says:',
    notCopied: 'The browser did not let it be copied: press Ctrl+C (⌘C on a Mac).',
    report: 'Report without personal data',
    about: (code: string) => `What “${code}” means`,
    causes: 'Why it happens',
    remedies: 'What to do',
    page: 'More, with an example (opens a tab)',
    steps: 'Time line',
    askAsStranger: 'Ask for this page as a stranger',
    asking: 'Asking…',
    place: (line: number, character: number) => `line ${line}, character ${character}`,
    note: 'Every visitor of the page sees this while debug is in the tag: take it out in the end, or write debug="on-request".',
    summary: (bad: number, notes: number) =>
      bad || notes
        ? [bad && plural(bad, 'mistake', 'mistakes'), notes && plural(notes, 'hint', 'hints')]
            .filter(Boolean)
            .join(', ')
        : 'No mistake found',
    status: { waiting: 'waiting', loading: 'loading', ready: 'ready', error: 'error' },
  },
  verdicts: { good: 'In order', bad: 'Mistake', note: 'Hint', open: 'Not known yet' },
  groups: {
    mistakes: 'To be mended',
    tag: 'The tag',
    loading: 'The script',
    user: 'The visitor',
    fields: 'Custom fields',
    clearing: 'Log-out',
    caching: 'Caches',
  },
  tag: {
    label: 'Tag',
    one: 'There is one tag in the page.',
    more: (count: number) =>
      `There are ${count} tags in the page. The first one acts; the others are not looked at.`,
    removeOthers:
      'Keep the tag that knows the user, and remove the others. Look into the theme, plugins and the tag manager.',
  },
  attributes: {
    label: 'Attributes',
    good: 'All attributes are ones that the tag knows.',
    junk: 'The tag has pieces in it that are no attributes: a quotation mark inside of a value has ended the value too early.',
    escape:
      'Escape the values for HTML: a " inside of an attribute is written &quot; and a \' is written &#39;. Every template engine has a filter for it.',
    unknown: (pairs: string) => `Some attributes have other names here: ${pairs}.`,
    rename: 'Rename them: as they are they say nothing.',
    instead: (wrong: string, right: string) => `${wrong} should be ${right}`,
  },
  address: {
    label: 'Address',
    chat: (id: string, host: string) => `It leads to chat ${id} of ${host}.`,
    unknownType: 'type is neither chat nor support-center; it counts as chat.',
    chooseType: 'Write support-center, or leave it out.',
    unknownForm: (host: string) =>
      `It leads to ${host}, but has none of the known forms of UseResponse’s addresses.`,
    compare: 'Compare it with the address in the embed code, under Administration » Widgets.',
    embed: (id: string, host: string) =>
      `The page carries UseResponse’s own embed code, for chat ${id} of ${host}.`,
    none: 'The tag has neither src nor host, and UseResponse’s own embed code is not in the page.',
    addOne: 'Copy the address out of the embed code into src, or write host and chat-id.',
    bad: 'The address in src or host is none that a script can be loaded from.',
    noId: 'The chat id is missing, or has something besides digits in it.',
    copyId: 'The chat id is the last number in the address of the embed code. Write it into chat-id.',
    insecure: 'The page is on https, and the script on http: browsers refuse that.',
    useHttps: 'Write https:// in front of the address.',
    ownHost: 'There is no // in front of the address, so it is looked for on this site.',
    addSlashes: 'Write https:// in front of the host.',
  },
  moment: {
    label: 'When it loads',
    eager: 'At once.',
    idle: 'When the page has loaded and the browser is idle.',
    interaction: 'At the visitor’s first touch of the page.',
    waiting: (names: string) => `Not before one of these events: ${names}. None has been seen yet.`,
    dispatch: 'Answer the consent banner. If nothing changes then, the name of its event is another one.',
    unknown: 'loading is none of eager, idle and interaction; it counts as eager.',
    commas: (attribute: string) => `${attribute} has commas in it.`,
    spaces: 'Put spaces between the names, and nothing else.',
  },
  script: {
    label: 'Script',
    loaded: (milliseconds: number) => `Loaded in ${milliseconds} ms.`,
    there: 'It was there already.',
    loading: 'On its way.',
    notYet: 'Not asked for yet.',
    failed: 'It was blocked, or could not be loaded or run.',
    blocker:
      'Try a private window without extensions: ad blockers keep help desks away. Then open the address in a tab of its own: if there is no code, the address is wrong or the server is down.',
    policy: 'The page’s Content-Security-Policy keeps it away: see below.',
    late: 'It has not arrived in time.',
    raise:
      'Open the address in a tab of its own, and see how long it takes. Raise timeout if it is always slow.',
  },
  api: {
    label: 'Calls',
    good: 'UR.userConfig and UR.clearChatStorage are there.',
    missing: (calls: string) => `The script has run, but ${calls} is not there.`,
    address:
      'The address may be that of another script, or a further file of the script was blocked: look into the console.',
    threw: 'UseResponse’s script threw an error when it was called.',
    check:
      'Check token, email and chat id. If they are right, send the report below to the support of UseResponse.',
    notYet: 'They come with the script.',
  },
  policy: {
    label: 'Content-Security-Policy',
    good: 'Nothing of UseResponse was blocked, as far as can be seen.',
    blocked: (list: string) => `It has blocked something of UseResponse: ${list}.`,
    others: (list: string) => `It has blocked something, maybe of UseResponse: ${list}.`,
    allow:
      'Add the host to these lines of the page’s Content-Security-Policy, or ask whoever runs the server.',
  },
  user: {
    label: 'Signed in',
    anonymous: 'There is no token and no email: the visitor is anonymous.',
    anonymousTodo:
      'If somebody is signed in here, the template prints nothing: look whether its variables are right.',
    complete: 'Token and email are there.',
    handedOver: 'Token and email are there, and were handed to UseResponse.',
    spent:
      'Token and email are there, but this person has logged out: he is not sent again before a new page or another user.',
    noEmail: 'There is a token, but no email: the visitor is anonymous.',
    noToken: 'There is an email, but no token: the visitor is anonymous.',
    both: 'Print both for a user who is signed in, and neither for everybody else.',
    unusable: 'Token or email can’t be used as it is: the visitor is anonymous.',
    unusableTodo: 'Mend what is said of the token and of the email.',
  },
  template: {
    found: 'It is a template that nothing has filled in.',
    likely: 'It looks like a template that nothing has filled in.',
    todo: 'Move the tag to where the CMS renders templates, or use the placeholders of this CMS.',
  },
  token: {
    label: 'Token',
    good: 'It has the form of a SHA-256: 64 hex digits.',
    capitals: 'It has the form of a SHA-256, but in capital letters.',
    smallLetters: 'Make them small, as UseResponse’s own example has them.',
    spaces: 'There is white space at its beginning or end.',
    trim: 'Print it without any: it counts.',
    ofNothing: 'It is the SHA-256 of an empty text: neither key nor email was there when it was made.',
    ofEmail: 'It is the SHA-256 of the email alone: the security key was empty when it was made.',
    findKey:
      'Look whether the server finds the security key: a variable or a setting with another name, say.',
    otherHash: (name: string) => `It has the form of ${name}, not of a SHA-256 in hex.`,
    useSha: 'Make it with SHA-256, in hex: 64 of the digits 0–9 and a–f.',
    fixed: 'It is no SHA-256.',
    fixedTodo:
      'That is right only if all your users share one fixed token. Otherwise make it of the security key and the email, with SHA-256, in hex.',
    none: 'There is none.',
  },
  email: {
    label: 'Email',
    good: 'It is well formed.',
    bad: 'It does not look like an email address.',
    badTodo: 'Look what the template prints there.',
    spaces: 'There is white space at its beginning or end.',
    trim: 'Print it, and hash it, without any.',
    escaped: 'It was escaped twice: there is an & sign with letters and a semicolon in it.',
    escapeOnce: 'Escape it once for HTML, and hash it unescaped.',
    capitals: 'It is well formed, and has capital letters in it.',
    sameLetters:
      'The server has to hash it with just these letters: small and capital ones make another token.',
    none: 'There is none.',
  },
  name: {
    label: 'Name',
    good: 'It is there.',
    escaped: 'It was escaped twice: the visitor’s name shows with & signs and semicolons in it.',
    escapeOnce: 'Escape it once for HTML.',
    none: 'There is none; it is not needed.',
  },
  properties: {
    label: 'properties',
    good: (count: number) => `It is right: ${plural(count, 'field', 'fields')}.`,
    none: 'There is none; custom fields are not needed.',
    tooLong: 'It is too long.',
    shorten: 'Keep to the fields that UseResponse knows.',
    cut: 'The attribute ends too early: a quotation mark inside of it was not escaped.',
    cutTodo:
      'Write &quot; for each " inside of the attribute; your template engine has a filter for it. Or put the attribute in single quotes, if no value has one.',
    notAnObject: 'It is no object.',
  },
  json: {
    'object-as-text': [
      'An object was printed as text.',
      'Use JSON.stringify, or what your framework has for it.',
    ],
    'escaped-twice': [
      'It was escaped twice.',
      'Escape the JSON only once: in the page’s source, it reads &quot; and not &amp;quot;.',
    ],
    'encoded-twice': [
      'JSON was made of it twice: its quotation marks have backslashes before them.',
      'Call json_encode, or JSON.stringify, only once.',
    ],
    'odd-space': [
      'There is a space here that JSON does not know: one that does not break, or one that can’t be seen.',
      'Delete it and type a plain one. Web pages and word processors put others in.',
    ],
    'curly-quotes': [
      'There is a curly quotation mark.',
      'Use straight ones: ". Word processors and some editors change them as one types.',
    ],
    'single-quotes': [
      'There is a single quotation mark where a double one has to be.',
      'JSON has double quotation marks around keys and values.',
    ],
    'no-quotes': [
      'There are no quotation marks around a key or a value.',
      'Put double quotation marks around it.',
    ],
    'other-language': [
      'This is how another language prints it.',
      'Let the server print JSON: json_encode in PHP, json.dumps in Python, JSON.stringify in JavaScript.',
    ],
    'missing-comma': ['A comma is missing before this place.', 'Put a comma between two fields.'],
    'trailing-comma': ['There is a comma behind the last field.', 'Remove the comma.'],
    'inner-quote': [
      'A quotation mark inside of a text ends it too early.',
      'Write \\" for it, or let the server make the JSON.',
    ],
    'missing-colon': ['A colon is missing between key and value.', 'Write "property_170":"value".'],
    'missing-value': ['A value is missing.', 'Write "" for an empty one.'],
    'line-break': [
      'A text breaks off at the end of the line: its quotation mark is missing, or it has a line break in it.',
      'Close the text, or write \\n for the line break.',
    ],
    'bad-escape': [
      'A backslash stands before a letter that needs none.',
      "Remove the backslash; a ' needs none in JSON.",
    ],
    'cut-off': [
      'It ends too early: a quotation mark or a bracket is missing.',
      'Look whether the end of it was lost, or whether a quotation mark has ended the attribute.',
    ],
    'text-after': ['There is something behind the end of it.', 'Remove what follows the last bracket.'],
    'not-an-object': ['It is JSON, but no object.', 'Write {"property_170":"value"}.'],
    unexpected: [
      'Something stands here that JSON does not have.',
      'Remove it, or let the server make the JSON.',
    ],
  } satisfies Record<Mistake, [found: string, todo: string]>,
  field: {
    label: 'Field',
    good: (key: string) => `${key} is right.`,
    nested: (key: string) => `${key} holds a list or an object, and is left out.`,
    flatten: 'Make a text or a number of it.',
    empty: (key: string) => `${key} is empty.`,
    template: (key: string) => `${key} is a template that nothing has filled in; it is left out.`,
    likelyTemplate: (key: string) => `${key} looks like a template that nothing has filled in.`,
    otherKey: 'A key has not the form property_170.',
    ownKey: 'a field with a key of its own',
    checkKey:
      'The number is the field’s id, under Administration » Custom Fields » Users. Other keys are known only of additional chat fields.',
  },
  clearing: {
    label: 'What clears the chat',
    found: (names: string) =>
      `These events: ${names}. And any page on which somebody else is signed in, or nobody.`,
    pagehide: 'And leaving the page, every time.',
    noId: 'Nothing can clear it: the chat id is not known.',
  },
  remembered: {
    label: 'What is remembered',
    nobody: 'Nobody: whoever comes next, nothing has to be cleared.',
    'this-person': 'That somebody was signed in, not who: it fits this page.',
    'another-person': 'Somebody else was here last: the chat is cleared before anybody is identified.',
    owed: 'A clear is owed: it is made before anybody is identified, as soon as UseResponse is there.',
    blocked: 'The browser lets nothing be stored: between two pages nothing is remembered.',
  },
  caching: {
    label: 'Made for another person?',
    open: 'Not tried. The button asks for this page once more, as somebody who is not signed in.',
    anonymous: 'The tag has no token, so there is nothing to give away.',
    clean: 'A stranger gets this page without a token.',
    leak: 'A stranger gets this very token: a cache keeps pages of signed-in users, or the token is in the page for everybody.',
    leakOther: 'A stranger gets a token: a cache has kept somebody’s page.',
    todo: 'Send Cache-Control: private, no-cache with pages of signed-in users, and leave them out of the CMS’s and the proxy’s cache.',
    failed:
      'It can’t be told: the request was not let through, by the page’s Content-Security-Policy for example.',
    headers: (list: string) => `(${list})`,
  },
  steps: {
    config: 'Tag read',
    request: 'Script asked for',
    arrival: 'Script arrived',
    identify: 'Visitor handed over',
    ready: 'Ready',
    clear: (reason: string) => `Chat cleared (${reason})`,
    error: (code: string) => `Error: ${code}`,
    none: 'Nothing yet.',
    at: (milliseconds: number) => `${Math.round(milliseconds)} ms`,
  },
} as const;
