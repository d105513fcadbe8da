import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readEmbedCode, type Found, type Reason } from '../../demo/configurator/embed-code.ts';
import { texts } from '../../demo/configurator/texts.ts';

const IID = 'uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709';
const CHAT_SRC = `https://help.example.com/public/sdk/chat-${IID}-38.js`;
const CENTER_SRC = 'https://feedback.example.com/sdk/supportCenter.js?initid=&wid=6';

/** The vendor's code around an address that is put together; the shape that administrators copy. */
const initiator = (iid: string, src: string): string =>
  `<script type="text/javascript" id="UR_initiator"> (function () { var iid = ${iid}; ` +
  `if (!document._fpu_) document.getElementById('UR_initiator').setAttribute('id', iid); ` +
  `var bsa = document.createElement('script'); bsa.type = 'text/javascript'; bsa.async = true; bsa.src = ${src}; ` +
  `(document.getElementsByTagName('head')[0] || document.getElementsByTagName('body')[0]).appendChild(bsa); })(); </script>`;

const CENTER_IID = "'uriid_'+(new Date().getTime())+'_'+Math.floor((Math.random()*100)+1)";
const CHAT = initiator(`'${IID}'`, "'//help.example.com/public/sdk/chat-'+iid+'-38.js'");
const CENTER = initiator(CENTER_IID, "'//feedback.example.com/sdk/supportCenter.js?initid='+iid+'&wid=6'");

const escapeHtml = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
const curl = (text: string): string =>
  text.replace(/'([^']*)'/g, '\u2018$1\u2019').replace(/"([^"]*)"/g, '\u201c$1\u201d');
const lines = (text: string): string => text.replace(/; /g, ';\n').replace(/\{ /g, '{\n');
const everyLine = (text: string, mark: string): string => lines(text).replace(/^/gm, mark);
const every = (text: string, length: number, mark: string): string =>
  text.replace(new RegExp(`[^]{${length}}(?=[^])`, 'g'), `$&${mark}`);
const quotedPrintable = (text: string): string => every(text.replace(/=/g, '=3D'), 73, '=\r\n');
const QUERY = { code: CHAT };

type Case = [what: string, text: string, found?: Partial<Found>];

const UNDERSTOOD: Case[] = [
  ['as it is copied', CHAT, { form: 'embed-code', remarks: [] }],
  ['on many lines', lines(CHAT)],
  ['on many lines with the ends of Windows', lines(CHAT).replace(/\n/g, '\r\n')],
  ['with double quotes', CHAT.replace(/'/g, '"')],
  ['with let', CHAT.replace(/var /g, 'let ')],
  [
    'with const and spaces around the plus signs',
    CHAT.replace(/var /g, 'const ').replace(/'?\+'?/g, (plus) => plus.replace('+', ' + ')),
  ],
  ['without the tag around it', CHAT.replace(/<\/?script[^>]*>/g, '')],
  ['without its first half, where the id’s variable is', CHAT.slice(CHAT.indexOf('var bsa'))],
  [
    'in a component of React',
    `<Script id="UR_initiator" strategy="lazyOnload">{\`${CHAT.slice(CHAT.indexOf('>') + 1, -9)}\`}</Script>`,
  ],
  [
    'in a template literal',
    CHAT.replace(/'\/\/help[^;]*;/, '`//help.example.com/public/sdk/chat-${iid}-38.js`;'),
  ],
  [
    'in a template literal within one',
    CHAT.replace(/'\/\/help[^;]*;/, '\\`//help.example.com/public/sdk/chat-\\${iid}-38.js\\`;'),
  ],
  [
    'with the host in a variable',
    CHAT.replace("'//help.example.com", "'//' + host + '").replace(
      'var iid',
      "var host = 'help.example.com', iid",
    ),
  ],
  [
    'with scheme and host in a variable',
    CHAT.replace("'//help.example.com", "base + '").replace(
      'var iid',
      "var base = 'https://help.example.com'; var iid",
    ),
  ],
  [
    'as a compiler writes a template',
    CHAT.replace("chat-'+iid+'-38.js'", "chat-'.concat(iid, '-38.js')"),
    { form: 'embed-code' },
  ],
  [
    'behind the sign by which old pages begin their scripts',
    CHAT.replace(/(<script[^>]*>)(.*)(<)/, '$1<!--\n$2\n//-->$3'),
    { remarks: [] },
  ],
  ['with the scheme of the page', CHAT.replace("'//", "document.location.protocol + '//")],
  [
    'with the scheme asked for',
    CHAT.replace("'//", "('https:' == document.location.protocol ? 'https://' : 'http://') + '"),
  ],
  [
    'with the id of the chat in a variable',
    CHAT.replace("'-38.js'", "'-' + chatId + '.js'").replace('var bsa', 'var chatId = 38; var bsa'),
  ],
  ['commented out as HTML', `<!-- ${CHAT} -->`, { remarks: ['commented-out'] }],
  ['commented out as a script', `/* ${CHAT} */`, { remarks: ['commented-out'] }],
  ['commented out on one line', `// ${CHAT}`, { remarks: ['commented-out'] }],
  ['commented out line by line', everyLine(CHAT, '// '), { remarks: ['commented-out'] }],
  [
    'with an address commented out in the midst',
    lines(CHAT).replace('bsa.src', '//bsa.src'),
    { remarks: ['commented-out'] },
  ],
  [
    'below an old one that is commented out',
    `<!-- ${CHAT.replace('-38', '-12')} -->\n${CHAT}`,
    { chatId: '38', remarks: ['several'] },
  ],
  ['escaped for HTML', escapeHtml(CHAT), { remarks: ['repaired'] }],
  ['escaped for HTML twice', escapeHtml(escapeHtml(CHAT)), { remarks: ['repaired'] }],
  ['escaped with numbers', CHAT.replace(/[<>'"/]/g, (each) => `&#x${each.charCodeAt(0).toString(16)};`)],
  ['with curly quotes', curl(CHAT), { remarks: ['repaired'] }],
  [
    'with low quotes and guillemets',
    CHAT.replace(/'([^']*)'/g, '\u201a$1\u2018').replace(/"([^"]*)"/g, '\u00ab$1\u00bb'),
  ],
  ['with primes for quotes', CHAT.replace(/'/g, '\u2032')],
  ['with spaces that do not break', CHAT.replace(/ /g, '\u00a0')],
  ['with the line ends of a word processor', lines(CHAT).replace(/\n/g, '\u000b')],
  ['with the line ends of the web', lines(CHAT).replace(/\n/g, '\u2028')],
  ['with soft hyphens', every(CHAT, 7, '\u00ad'), { remarks: ['repaired'] }],
  ['with nothing visible between the letters', every(CHAT, 3, '\u200b'), { remarks: ['repaired'] }],
  ['with a mark of the byte order', `\ufeff${CHAT}`],
  ['with dashes for hyphens', CHAT.replace(/-(?=['\d])/g, '\u2013')],
  ['broken within the host', CHAT.replace('help.exam', 'help.exam\n')],
  ['broken within the id', CHAT.replace('-38', '-3\n8')],
  ['in JSON', JSON.stringify(QUERY), { remarks: ['repaired'] }],
  ['in JSON in JSON', JSON.stringify(JSON.stringify(QUERY))],
  ['in the JSON of PHP', JSON.stringify(lines(CHAT)).replace(/\//g, '\\/')],
  [
    'with every sign as a code of JavaScript',
    CHAT.replace(/[<>'/]/g, (each) => `\\x${each.charCodeAt(0).toString(16)}`),
  ],
  ['percent-encoded', encodeURIComponent(CHAT), { remarks: ['repaired'] }],
  ['percent-encoded twice', encodeURIComponent(encodeURIComponent(CHAT))],
  ['as a form sends it', new URLSearchParams(QUERY).toString()],
  ['in a mail that answers', `Hello,\nput this in:\n\n${everyLine(CHAT, '> ')}\n\nYours`],
  ['in a mail that answers an answer', everyLine(CHAT, '>> ')],
  ['in a mail, wrapped', everyLine(every(CHAT, 60, '\n'), '> ')],
  ['in the source of a mail', quotedPrintable(CHAT)],
  [
    'in a page with colours',
    CHAT.replace(/('[^']*')/g, '<span class="hljs-string">$1</span>').replace(/(<script)/, '&lt;script'),
  ],
  ['with the breaks of a page', lines(CHAT).replace(/\n/g, '<br />\n')],
  [
    'in the source of a whole page',
    `<!doctype html><html><head><link rel="stylesheet" href="/a.css"><script src="//www.googletagmanager.com/gtm.js"></script></head><body><p>Don't "worry"</p><input accept="image/*">${CHAT}</body></html>`,
  ],
  ['twice', CHAT + CHAT, { remarks: [] }],
  ['as a script tag', `<script src="${CHAT_SRC}" async></script>`, { form: 'script-tag' }],
  ['as a script tag without quotes', `<script async src=${CHAT_SRC}></script>`, { form: 'script-tag' }],
  [
    'as a tag of ours',
    `<useresponse-widget\n  src="${CHAT_SRC}" token="aa" email="a@b.test"></useresponse-widget>`,
    { form: 'widget-tag' },
  ],
  [
    'as a tag of ours with host and id',
    '<useresponse-widget host="help.example.com" chat-id="38"></useresponse-widget>',
    { form: 'widget-tag' },
  ],
  [
    'as a tag of ours with a value that looks like attributes, and one with a pointed bracket',
    '<useresponse-widget name="A host=evil.test chat-id=9 > B" host="help.example.com" chat-id="38">',
    { form: 'widget-tag' },
  ],
  [
    'as a tag of ours with what a server fills in',
    '<useresponse-widget\n  <?php if ($token): ?>\n  token="<?= $token ?>"\n  <?php endif ?>\n  host="help.example.com"\n  chat-id="38">',
  ],
  ['as a tag of ours in JSX', '<useresponse-widget host={"help.example.com"} chat-id={38} />'],
  [
    'as a tag of ours with address and id',
    `<useresponse-widget src="${CHAT_SRC}" chat-id="38"></useresponse-widget>`,
    { remarks: [] },
  ],
  [
    'as a tag of ours below an empty one',
    '<useresponse-widget></useresponse-widget><useresponse-widget host="help.example.com" chat-id="38">',
  ],
  [
    'with the folder in a variable, and a number that is added',
    CHAT.replace(
      "'//help.example.com/public/sdk/chat-'+iid+'-38.js'",
      "base+'chat-'+iid+'-'+38+'.js'",
    ).replace('var iid', "var base = '//help.example.com/public/sdk/'; var iid"),
  ],
  [
    'with a list that is joined',
    CHAT.replace(/'\/\/help[^;]*;/, "['//help.example.com/public/sdk/chat', iid, '38.js'].join('-');"),
  ],
  ['in capitals', CHAT.toUpperCase(), { remarks: ['repaired'] }],
  ['with the backslashes of Markdown', CHAT.replace(/[_-]/g, '\\$&'), { remarks: ['repaired'] }],
  [
    'with links that an editor of Markdown has made',
    CHAT.replace('help.example.com', '[help.example.com](http://help.example.com/)'),
  ],
  ['as an address', CHAT_SRC, { form: 'address' }],
  ['as an address without a scheme', CHAT_SRC.replace('https:', '')],
  ['as an address without slashes', CHAT_SRC.replace('https://', '')],
  ['as an address with a slash at its end', `${CHAT_SRC}/`],
  ['as an address with a query', `${CHAT_SRC}?v=3#top`],
  ['as an address in capitals', CHAT_SRC.replace('https://help.example', 'HTTPS://HELP.Example')],
  ['as an address in a sentence', `The script (${CHAT_SRC}), please.`],
  ['as an address in pointed brackets', `<${CHAT_SRC}>`],
  ['as an address in Markdown', `[chat](${CHAT_SRC})`],
  ['as an address that a mail has broken', CHAT_SRC.replace('-38', '-38').replace('afd80709', 'afd8\n0709')],
  [
    'as an address behind a guard of links',
    `https://guard.example.net/?url=${encodeURIComponent(CHAT_SRC)}&data=05`,
  ],
];

/** The support center's code with its address put together in another way. */
const center = (src: string, before = ''): string =>
  initiator(CENTER_IID, src).replace('var bsa', `${before} var bsa`);

const UNDERSTOOD_CENTERS: Case[] = [
  ['as it is copied', CENTER],
  [
    'with the id behind a plus sign',
    center("'//feedback.example.com/sdk/supportCenter.js?initid='+iid+'&wid='+6"),
  ],
  [
    'with the id in a variable',
    center("'//feedback.example.com/sdk/supportCenter.js?initid=' + iid + '&wid=' + wid", 'var wid = 6;'),
  ],
  [
    'with the id first, and in brackets',
    center("'//feedback.example.com/sdk/supportCenter.js?wid=' + (6) + '&initid=' + iid"),
  ],
  [
    'with the iid made where it is needed',
    center(`'//feedback.example.com/sdk/supportCenter.js?initid='+${CENTER_IID}+'&wid=6'`),
  ],
  [
    'with the iid encoded',
    center("'//feedback.example.com/sdk/supportCenter.js?initid=' + encodeURIComponent(iid) + '&wid=6'"),
  ],
  [
    'with a string that grows line by line',
    lines(
      center(
        'url',
        "var url = '//feedback.example.com/sdk/supportCenter.js'; url += '?initid=' + iid; url += '&wid=6';",
      ),
    ),
  ],
  [
    'with a list that is joined',
    center("['//feedback.example.com/sdk/', 'supportCenter.js?initid=', iid, '&wid=6'].join('')"),
  ],
  [
    'with a list of its query that is joined',
    center("'//feedback.example.com/sdk/supportCenter.js?' + ['initid=' + iid, 'wid=6'].join('&')"),
  ],
  [
    'as a compiler writes a template',
    center('"".concat("//feedback.example.com/sdk/supportCenter.js?initid=", iid, "&wid=").concat(6)'),
  ],
  ['escaped for HTML', escapeHtml(CENTER)],
  ['escaped for HTML three times', escapeHtml(escapeHtml(escapeHtml(CENTER)))],
  [
    'with let and no tag of its own',
    CENTER.replace(/<\/?script[^>]*>/g, '')
      .replace(/var /g, 'let ')
      .replace(/\+/g, ' + '),
  ],
  ['with curly quotes', curl(CENTER)],
  ['in a mail, wrapped', everyLine(every(CENTER, 60, '\n'), '> ')],
  ['in the source of a mail', quotedPrintable(CENTER)],
  ['percent-encoded', encodeURIComponent(CENTER)],
  ['as an address', 'https://feedback.example.com/sdk/supportCenter.js?initid=uriid_1700000000000_42&wid=6'],
  [
    'as an address in HTML',
    '<script src="//feedback.example.com/sdk/supportCenter.js?initid=uriid_1_2&amp;wid=6"></script>',
  ],
  [
    'as an address with its parts the other way round',
    'https://feedback.example.com/sdk/supportCenter.js?wid=6&initid=',
  ],
  [
    'as a tag of ours with host and id',
    '<useresponse-widget type="support-center" chat-id=\'6\' host="https://feedback.example.com/">',
  ],
];

/** Read by hand here, so that a change of the reader can't change it along. */
const assertFound = (text: string, wanted: Partial<Found>): void => {
  const code = readEmbedCode(text);
  assert.ok(code.isFound, JSON.stringify(code));
  for (const [name, value] of Object.entries(wanted)) {
    assert.deepEqual(code[name as keyof Found], value, name);
  }
};

describe('The embed code of a chat is understood', () => {
  for (const [what, text, more] of UNDERSTOOD) {
    it(what, () =>
      assertFound(text, { src: CHAT_SRC, host: 'help.example.com', type: 'chat', chatId: '38', ...more }),
    );
  }

  it('from a static host, with the folder of the account', () => {
    const src = `https://static.example.io/public/acme/sdk/chat-${IID}-13.js`;
    const code = initiator(`'${IID}'`, "'https://static.example.io/public/acme/sdk/chat-'+iid+'-13.js'");
    assertFound(code, { src, host: 'static.example.io', chatId: '13' });
  });

  it('with a port, and in a language of its own', () => {
    assertFound(CHAT.replace('example.com', 'example.com:8443'), { host: 'help.example.com:8443' });
    assertFound(CHAT.replace('help.example.com', 'hilfe.müller.example'), {
      host: 'hilfe.xn--mller-kva.example',
    });
  });

  it('with http, and says that this is a risk', () => {
    const src = CHAT_SRC.replace('https', 'http');
    assertFound(CHAT.replace("'//", "'http://"), { src, remarks: ['insecure'] });
  });
});

describe('The embed code of a support center is understood', () => {
  for (const [what, text, more] of UNDERSTOOD_CENTERS) {
    it(what, () =>
      assertFound(text, {
        src: CENTER_SRC,
        host: 'feedback.example.com',
        type: 'support-center',
        chatId: '6',
        ...more,
      }),
    );
  }

  it('with a chat beside it: the first is taken, and that is said', () => {
    assertFound(CENTER + CHAT, { src: CENTER_SRC, remarks: ['several'] });
    assertFound(CHAT + CENTER, { src: CHAT_SRC, remarks: ['several'] });
  });
});

const REFUSED: [what: string, reason: Reason, text: string][] = [
  ['nothing', 'empty', ''],
  ['white space', 'empty', ' \n\t\u00a0\u200b'],
  ['a greeting', 'no-code', 'Dear colleagues, please find the code attached.'],
  ['code of another kind', 'no-address', '<script>console.log("hi");</script>'],
  ['a page', 'no-address', '<!doctype html><p>Hello</p>'],
  ['an address of another kind', 'no-address', 'https://help.example.com/knowledge-base/article/1'],
  ['a script of another kind', 'no-address', '<script src="https://help.example.com/sdk.js"></script>'],
  [
    'a script of another maker’s folder',
    'no-address',
    '<script src="https://cdn.example.net/en/sdk/xf.chat.js"></script>',
  ],
  ['our tag with an id alone', 'cut-off', '<useresponse-widget chat-id="38"></useresponse-widget>'],
  ['our tag in JSX, with names', 'cut-off', '<useresponse-widget host={host} chat-id={38} />'],
  [
    'an id that is reckoned',
    'cut-off',
    CHAT.replace("'-38.js'", "'-'+id+'.js'").replace('var iid', 'var id = 37 + 1, iid'),
  ],
  ['a folder with a space in it', 'cut-off', CHAT_SRC.replace('public', 'public/a%20b')],
  ['the host alone', 'no-id', 'help.example.com'],
  ['the host alone, in letters of its own', 'no-id', 'hilfe.müller.example'],
  ['the address of the host alone', 'no-id', 'https://help.example.com/'],
  ['a path without a host', 'no-host', `/public/sdk/chat-${IID}-38.js`],
  ['a host that only the page knows', 'no-host', CHAT.replace("'//help.example.com", "host + '")],
  ['a code cut off in its first line', 'cut-off', CHAT.slice(0, 100)],
  ['a code cut off in the host', 'cut-off', CHAT.slice(0, CHAT.indexOf('.example'))],
  ['a code cut off in the address', 'cut-off', CHAT.slice(0, CHAT.indexOf("'+iid"))],
  ['a code cut off in the id', 'cut-off', CHAT.slice(0, CHAT.indexOf('8.js'))],
  ['a code cut off behind the id', 'cut-off', CHAT.slice(0, CHAT.indexOf('.js'))],
  ['a support center cut off in the id', 'cut-off', CENTER.slice(0, CENTER.indexOf('=6') + 2)],
  ['an address without an id', 'cut-off', CHAT_SRC.replace('-38', '')],
  ['a support center without an id', 'cut-off', CENTER.replace('&wid=6', '')],
  ['an id that is no number', 'cut-off', CHAT.replace('-38', '-main')],
  ['our tag, empty', 'cut-off', '<useresponse-widget></useresponse-widget>'],
  [
    'a support center whose id goes on with something unknown',
    'cut-off',
    CENTER.replace("=6'", "=6' + more"),
  ],
  [
    'a support center whose id is reckoned',
    'cut-off',
    center("'//feedback.example.com/sdk/supportCenter.js?initid=' + iid + '&wid=' + wid", 'var wid = 2 * 3;'),
  ],
  ['an address of a file', 'bad-scheme', CHAT_SRC.replace('https', 'file')],
  ['an address of ftp', 'bad-scheme', CHAT.replace("'//", "'ftp://")],
  ['an address that is a script', 'bad-scheme', CHAT_SRC.replace('https://', 'javascript:')],
  [
    'an address with somebody else’s host behind an at sign',
    'broken',
    CHAT_SRC.replace('.com', '.com@evil.test'),
  ],
  ['an address broken within its host', 'broken', CHAT_SRC.replace('help.exam', 'help.exam\n')],
  [
    'an address without a scheme, broken within its host',
    'broken',
    CHAT_SRC.replace('https://help.', 'help.\n'),
  ],
];

const OTHERS: Record<string, string> = {
  Intercom: "window.intercomSettings = { app_id: 'abc' }; s.src = 'https://widget.intercom.io/widget/abc';",
  'tawk.to': "var Tawk_API=Tawk_API||{}; s1.src='https://embed.tawk.to/5f/default';",
  Crisp: 'window.$crisp=[];window.CRISP_WEBSITE_ID="1"; s.src="https://client.crisp.chat/l.js";',
  Zendesk: '<script id="ze-snippet" src="https://static.zdassets.com/ekr/snippet.js?key=1"> </script>',
  LiveChat: "window.__lc.license = 1; n.src='https://cdn.livechatinc.com/tracking.js'",
  HubSpot: '<script async defer src="//js-eu1.hs-scripts.com/1.js"></script>',
};

describe('What is no embed code', () => {
  for (const [what, reason, text] of REFUSED) {
    it(`is refused with the reason: ${what}`, () => {
      assert.deepEqual(readEmbedCode(text), { isFound: false, reason });
    });
  }

  for (const [vendor, text] of Object.entries(OTHERS)) {
    it(`is refused with the name of its maker: ${vendor}`, () => {
      assert.deepEqual(readEmbedCode(text), { isFound: false, reason: 'other-vendor', vendor });
    });
  }

  it('of another maker does not hide the code beside it', () => {
    assertFound(Object.values(OTHERS).join('\n') + CHAT, { src: CHAT_SRC });
  });

  it('is answered with a whole sentence that says what to do', () => {
    for (const [, reason] of REFUSED) {
      assert.match(texts.embedCode.reasons[reason], /(?:Copy|copy|Paste|paste|type|try)/, reason);
    }
  });
});

/** What mail, pages and programs do to a code, one after the other. */
const MUTATIONS: Record<string, (text: string, random: number) => string> = {
  lines,
  windows: (text) => text.replace(/\n/g, '\r\n'),
  oneLine: (text) => text.replace(/\n/g, ' '),
  escapeHtml,
  curl,
  hardSpaces: (text) => text.replace(/ /g, '\u00a0'),
  json: (text) => JSON.stringify(text),
  phpJson: (text) => JSON.stringify(text).replace(/\//g, '\\/'),
  percent: encodeURIComponent,
  softHyphens: (text, random) => every(text, 1 + (random % 30), '\u00ad'),
  zeroWidth: (text, random) => every(text, 1 + (random % 30), '\u200b'),
  comment: (text) => `<!-- ${text} -->`,
  blockComment: (text) => `/* ${text} */`,
  quoted: (text) => text.replace(/^/gm, '> '),
  prose: (text) => `Hello,\nhere it is:\n${text}\nYours, Anna`,
  page: (text) => `<html><body><p>It's here.</p>${text}</body></html>`,
  doubleQuotes: (text) => text.replace(/'/g, '"'),
  semicolon: (text) => `${text};`,
  twice: (text) => `${text}\n${text}`,
  wrapped: (text, random) => every(text, 40 + (random % 60), '\n'),
  cut: (text, random) => text.slice(0, random % (text.length + 1)),
  cutStart: (text, random) => text.slice(random % (text.length + 1)),
};

describe('Whatever happens to an embed code on its way', () => {
  it('gives its own host and id, or a reason, and never anything else', () => {
    const step = fc.tuple(fc.constantFrom(...Object.keys(MUTATIONS)), fc.nat(5_000));
    const good = fc.constantFrom(
      { text: CHAT, src: CHAT_SRC },
      { text: CENTER, src: CENTER_SRC },
      {
        text: initiator(`"${IID}"`, '"//help.example.com/public/sdk/chat-" + iid + "-38.js"'),
        src: CHAT_SRC,
      },
      { text: `<script src="${CHAT_SRC}" async></script>`, src: CHAT_SRC },
    );
    let understood = 0;
    fc.assert(
      fc.property(good, fc.array(step, { maxLength: 4 }), ({ text, src }, steps) => {
        const mutated = steps.reduce((code, [name, random]) => MUTATIONS[name]!(code, random), text);
        const code = readEmbedCode(mutated);
        if (!code.isFound) return;
        understood += 1;
        assert.equal(code.src, src);
      }),
      { numRuns: 1_000 },
    );
    assert.ok(understood > 500, `${understood} understood`);
  });

  it('is read without an error, be it what it may', () => {
    const piece = fc.constantFrom(
      ...[
        'sdk/',
        'chat-',
        IID,
        '-38.js',
        'https://',
        '//',
        "'",
        '"',
        '`',
        ' + ',
        'iid',
        '${iid}',
        '<!--',
        '/*',
        '*/',
      ],
      ...[
        '&amp;',
        '%27',
        '\\',
        '\n',
        ' ',
        '<useresponse-widget ',
        'host="a.b"',
        'chat-id=1',
        'supportCenter.js?wid=',
        '7',
      ],
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (given) => {
        const code = readEmbedCode(given);
        if (code.isFound) assert.match(code.src, /^https?:\/\/[^/]+\/.*\d/);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is read in a time that grows with its length only', () => {
    const PIECES = [
      'a',
      ' ',
      "'",
      '&amp;',
      '\\',
      '//',
      '> ',
      '%25',
      "'+",
      "' + a + ",
      "' + a;",
      '[',
      '[a,',
      ';a+=',
      '+ (a',
      ".concat('a',",
      '](http://a',
      '\\_',
      'a=',
      "a='b' ",
      '<span ',
      '\n',
    ];
    const MORE = [
      'sdk/',
      '<!--',
      '/*',
      'https://',
      '${a}',
      '=3D"=\n',
      '<useresponse-widget ',
      "'//a.b/sdk/",
      CHAT,
    ];
    for (const piece of [...PIECES, ...MORE]) {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      const start = performance.now();
      readEmbedCode(text);
      const time = performance.now() - start;
      // A second and more is what a busy machine may need; a square would be minutes.
      assert.ok(time < 5_000, `${JSON.stringify(piece)}: ${Math.round(time)} ms`);
    }
  });
});
