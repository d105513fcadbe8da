import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isSameSite } from '../../src/cli/fetch-page.ts';

const FILE = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const KEY = 's3cr3t-kéy';
const EMAIL = 'jürgen@test.com';
const TOKEN = 'd8237e7520d97070ffe9c5396c268104d9983ecd2e522736fef1c9355ca489ff';
const SRC = 'https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js';

interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command as a shell does, without a terminal. */
function run(
  args: string[],
  { env = {}, input = '' }: { env?: object; input?: string } = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const { PATH } = process.env;
    const child = spawn(process.execPath, [FILE, ...args], { env: { PATH, ...env } });
    const outcome: Outcome = { code: null, out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (outcome.out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (outcome.err += chunk));
    child.on('close', (code) => resolve({ ...outcome, code }));
    // Who is refused may be gone before it is read.
    child.stdin.on('error', () => {}).end(input);
  });
}

describe('useresponse-widget token', () => {
  it('makes the token with the key of the environment', async () => {
    const { code, out, err } = await run(['token', '--email', EMAIL], { env: { USERESPONSE_KEY: KEY } });
    assert.deepEqual({ code, out, err }, { code: 0, out: `${TOKEN}\n`, err: '' });
  });

  for (const end of ['', '\n', '\r\n']) {
    it(`makes the token with a key that is handed over with ${JSON.stringify(end)} at its end`, async () => {
      const { code, out, err } = await run(['token', '--email', EMAIL], { input: KEY + end });
      assert.deepEqual({ code, out, err }, { code: 0, out: `${TOKEN}\n`, err: '' });
    });
  }

  it('warns of other white space, and does not show the key', async () => {
    const { code, out, err } = await run(['token', '--email', EMAIL], { input: `${KEY} \n` });
    assert.equal(code, 0);
    assert.notEqual(out, `${TOKEN}\n`);
    assert.match(err, /white space/);
    assert.ok(!err.includes(KEY));
  });

  for (const argument of ['--key', `--key=${KEY}`, '-key', '--security-key', '--securityKey']) {
    it(`refuses the key as an argument: ${argument.split('=')[0]}`, async () => {
      const { code, out, err } = await run(['token', '--email', EMAIL, argument, KEY]);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, /never an argument/);
      assert.ok(!err.includes(KEY));
    });
  }

  it('refuses what may be the key, and does not repeat it', async () => {
    const { code, out, err } = await run(['token', '--email', EMAIL, KEY], { env: { USERESPONSE_KEY: KEY } });
    assert.deepEqual({ code, out }, { code: 2, out: '' });
    assert.match(err, /never an argument/);
    assert.ok(!err.includes(KEY));
  });

  it('makes no token of a key that is all white space', async () => {
    const { code, out, err } = await run(['token', '--email', EMAIL], { input: ' \n' });
    assert.deepEqual({ code, out }, { code: 2, out: '' });
    assert.match(err, /There is no security key/);
  });

  for (const [what, args, words] of [
    ['no email', ['token'], /--email/],
    ['an email of white space', ['token', '--email', ' '], /--email/],
    ['no key', ['token', '--email', EMAIL], /USERESPONSE_KEY/],
    ['no command', [], /token or check/],
    ['another command', ['tokens'], /no command “tokens”/],
    ['another option', ['token', '--mail', EMAIL], /--mail/],
  ] as [string, string[], RegExp][]) {
    it(`says what is missing or wrong: ${what}`, async () => {
      const { code, out, err } = await run(args);
      assert.deepEqual({ code, out }, { code: 2, out: '' });
      assert.match(err, words);
    });
  }

  it('tells how it is used, and which version it is', async () => {
    const [help, version] = await Promise.all([run(['--help']), run(['--version'])]);
    assert.match(help.out, /^Usage:/);
    assert.match(version.out, /^\d+\.\d+\.\d+\n$/);
  });
});

describe('useresponse-widget check', () => {
  const SCRIPT = '<script src="/useresponse-widget.min.js" async></script>';
  const tag = (more = ''): string =>
    `${SCRIPT}<useresponse-widget src="${SRC}" ${more}></useresponse-widget>`;
  const mine = tag(`token="${TOKEN}" email="${EMAIL}" name="Jürgen Käfer"`);
  const cookieOf = ({ headers }: IncomingMessage): string => headers.cookie ?? '';

  /** What is undefined answers by itself. */
  const PAGES: Record<string, (request: IncomingMessage, response: ServerResponse) => string | undefined> = {
    '/good': (request, response) => {
      if (cookieOf(request) !== 'session=1; theme=dark') return tag();
      response.setHeader('Cache-Control', 'private, no-cache');
      return mine;
    },
    '/cached': () => mine,
    '/public': (request) => (cookieOf(request) ? mine : tag()),
    '/template': () => tag('token="{{ token }}" email="{{ email }}"'),
    '/json': () => tag(`properties='{“property_170”:1}'`),
    '/none': () => '<p>Nothing here.</p><template><useresponse-widget></useresponse-widget></template>',
    '/policy': (_, response) => {
      response.setHeader(
        'Content-Security-Policy',
        "default-src 'self'; script-src 'self' https://cdn.example.com",
      );
      return tag();
    },
    '/two': () => tag() + mine,
    '/half': () => tag(`token="${TOKEN}"`),
    '/members': (request, response) => {
      if (cookieOf(request)) return PAGES['/good']!(request, response);
      response.statusCode = 403;
      return 'No.';
    },
    '/staging': ({ headers }, response) => {
      const isKnown = headers.authorization === `Basic ${Buffer.from('anna:pass word').toString('base64')}`;
      if (!isKnown) response.statusCode = 401;
      return isKnown ? tag() : 'No.';
    },
    '/broken': () =>
      `<base target="_top"><base href="http://["><script src="http://["></script>${tag().replace(SRC, '/chat.js')}`,
    '/steering': (_, response) => {
      response.setHeader('Cache-Control', 'max-age=1, \u009b31m');
      return mine;
    },
    '/loop': (_, response) => {
      response.writeHead(302, { Location: '/loop' });
      return '';
    },
    '/endless': (_, response) => {
      response.writeHead(302, { Location: '/good' });
      const timer = setInterval(() => response.write('.'.repeat(100_000)), 10);
      response.on('close', () => clearInterval(timer));
      return undefined;
    },
    '/ticket': (_, response) => {
      response.writeHead(302, { Location: '/good?ticket=s3cr3t&email=anna@example.com' });
      return '';
    },
    '/script': (_, response) => {
      response.writeHead(302, { Location: 'javascript:alert(1)' });
      return '';
    },
    '/meta': () => `<meta http-equiv="Content-Security-Policy" content="script-src 'self'">${tag()}`,
    '/shadow': () => `<div><template shadowrootmode="open">${tag()}</template></div>`,
    '/unclosed': () => '<div><i>'.repeat(20_000) + tag(),
    '/capitals': (_, response) => {
      response.setHeader('Content-Type', 'TEXT/HTML; charset=unheard-of');
      return tag();
    },
    '/scheme': (_, response) => {
      response.setHeader('Content-Security-Policy', 'script-src http:');
      return tag();
    },
    '/allowed': (_, response) => {
      response.setHeader('Content-Security-Policy', "script-src 'self' https://*.example.com");
      return tag();
    },
    '/nonce': (_, response) => {
      response.setHeader('Content-Security-Policy', "script-src 'nonce-abc'");
      return tag('nonce="abc"');
    },
    '/moved': (_, response) => {
      response.writeHead(302, { Location: '/good' });
      return '';
    },
    '/elsewhere': (_, response) => {
      response.writeHead(302, { Location: `${other}/thief` });
      return '';
    },
    '/thief': (request) => {
      stolen.push(cookieOf(request));
      return tag();
    },
    '/picture': (_, response) => {
      response.setHeader('Content-Type', 'image/png');
      return '';
    },
    '/latin': (_, response) => {
      response.setHeader('Content-Type', 'text/html; charset=iso-8859-1');
      return tag();
    },
  };
  const stolen: string[] = [];
  let site: string;
  let other: string;
  const servers = [0, 1].map(() =>
    createServer((request, response) => {
      const page = PAGES[request.url?.split('?')[0] ?? ''];
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      if (!page) response.statusCode = 404;
      const content = page ? page(request, response) : 'Not here.';
      if (content !== undefined) response.end(content);
    }),
  );
  before(async () => {
    for (const server of servers)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    [site, other] = servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`) as [
      string,
      string,
    ];
  });
  after(() => {
    for (const server of servers) server.close();
  });

  const check = (path: string, args: string[] = [], options: Parameters<typeof run>[1] = {}) =>
    run(['check', site + path, ...args], options);

  it('finds nothing wrong with a page that is right, for a stranger and for a visitor', async () => {
    const { code, out } = await check('/good', ['--cookie', 'session=1; theme=dark']);
    assert.equal(code, 0, out);
    assert.match(out, /As a stranger/);
    assert.match(out, /With your cookie/);
    assert.match(out, /✓ Token/);
    assert.doesNotMatch(out, /✗/);
  });

  for (const [from, options] of [
    ['the environment', { env: { USERESPONSE_COOKIE: 'session=1; theme=dark' } }],
    ['standard input', { input: 'Cookie: session=1; theme=dark\n', args: ['--cookie-file', '-'] }],
  ] as [string, { env?: object; input?: string; args?: string[] }][]) {
    it(`takes the cookie from ${from}`, async () => {
      const { code, out } = await check('/good', options.args ?? [], options);
      assert.equal(code, 0, out);
      assert.match(out, /✓ Token/);
    });
  }

  it('takes the cookie from a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cookie-'));
    try {
      writeFileSync(join(folder, 'cookie'), 'session=1; theme=dark\n');
      const { out } = await check('/good', ['--cookie-file', join(folder, 'cookie')]);
      assert.match(out, /✓ Token/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  for (const [path, words, args] of [
    ['/cached', /A stranger gets a token/],
    ['/public', /A cache may keep this page/, ['--cookie', 'a=1']],
    ['/cached', /the very token that your cookie gets/, ['--cookie', 'a=1']],
    ['/two', /A stranger gets a token/],
    ['/half', /A stranger gets a token/],
    ['/template', /template-not-rendered/],
    ['/json', /curly quotation mark\. \(line 1, character 2\) \(bad-properties\)/],
    ['/none', /There is no <useresponse-widget>/],
    ['/meta', /script-src keeps scripts of help\.example\.com away/],
    ['/policy', /script-src keeps scripts of help\.example\.com away/],
  ] as [string, RegExp, string[]?][]) {
    it(`finds what is wrong: ${words.source}`, async () => {
      const { code, out } = await check(path, args);
      assert.equal(code, 1);
      assert.match(out, words);
      assert.match(out, /→ /);
    });
  }

  for (const path of [
    ...['/allowed', '/nonce', '/moved', '/latin', '/shadow', '/unclosed', '/capitals', '/scheme'],
    ...['/endless', '/broken'],
  ]) {
    it(`does not mind ${path.slice(1)}`, async () => {
      const { code, out } = await check(path);
      assert.equal(code, 0, out);
    });
  }

  it('says where it was led on to', async () => {
    const { out } = await check('/moved');
    assert.match(out, /\(led on to http.*\/good\)/);
  });

  it('keeps the cookie from other sites that it is led on to, and says so', async () => {
    const { out } = await check('/elsewhere', ['--cookie', 'session=1']);
    assert.deepEqual(stolen, ['', '']);
    assert.match(out, /another site, which the cookie was kept from/);
  });

  for (const [from, to, expected] of [
    ['http://shop.example.com/', 'https://shop.example.com/', true],
    ['https://shop.example.com/', 'https://shop.example.com/account', true],
    ['https://shop.example.com/', 'http://shop.example.com/', false],
    ['https://shop.example.com/', 'https://www.shop.example.com/', false],
    ['https://shop.example.com/', 'https://shop.example.com:8443/', false],
    ['http://localhost:3000/', 'https://localhost/', false],
  ] as const)
    it(`${expected ? 'takes' : 'keeps'} the cookie from ${from} to ${to}`, () =>
      assert.equal(isSameSite(new URL(to), new URL(from)), expected));

  it('looks at what members see, where strangers are refused', async () => {
    const { code, out } = await check('/members', ['--cookie', 'session=1; theme=dark']);
    assert.equal(code, 0, out);
    assert.match(out, /refuses him[^]*With your cookie[^]*✓ Token/);
    assert.equal((await check('/members')).code, 2);
  });

  it('gives a site that asks for a name and a password what stands in the address, and repeats neither', async () => {
    const right = await run(['check', site.replace('//', '//anna:pass%20word@') + '/staging']);
    assert.equal(right.code, 0, right.err);
    const wrong = await run(['check', site.replace('//', '//anna:hunter2@') + '/staging']);
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /answered with 401/);
    assert.doesNotMatch(right.out + wrong.err, /anna|pass.*word|hunter2/);
  });

  it('repeats no ticket and no address that a redirect has in it', async () => {
    const { code, out } = await check('/ticket');
    assert.equal(code, 0, out);
    assert.match(out, /\(led on to http.*\/good\?…\)/);
    assert.doesNotMatch(out, /s3cr3t|anna/);
    assert.doesNotMatch((await check('/nowhere?ticket=s3cr3t')).err, /s3cr3t/);
  });

  it('lets no page steer the terminal', async () => {
    const { out } = await check('/steering', ['--cookie', 'a=1']);
    assert.match(out, /max-age=1/);
    assert.doesNotMatch(out, /[\0-\x09\x0b-\x1f\x7f-\x9f]/);
  });

  it('prints nothing personal', async () => {
    const { out } = await check('/cached');
    for (const value of [TOKEN, EMAIL, 'Käfer']) assert.ok(!out.includes(value));
  });

  for (const [args, words] of [
    [['check'], /which page/],
    [['check', 'shop.example.com'], /is no address/],
    [['check', 'file:///etc/passwd'], /is no address/],
    [['check', 'http://127.0.0.1:9/'], /could not be fetched/],
    [['check', 'http://x.test/', '--cookie', 'a=1\r\nB: 2'], /line end/],
    [['check', 'http://x.test/', '--cookie', 'a', '--cookie-file', 'b'], /not both/],
    [['check', 'http://x.test/', '--cookie', ''], /cookie is empty/],
    [['check', 'http://x.test/', 'http://y.test/'], /one page/],
  ] as [string[], RegExp][]) {
    it(`says why it can’t: ${words.source}`, async () => {
      const { code, err, out } = await run(args);
      assert.deepEqual({ code, out }, { code: 2, out: '' });
      assert.match(err, words);
      assert.doesNotMatch(err, /\n\s+at /);
    });
  }

  for (const [path, words] of [
    ['/nowhere', /answered with 404/],
    ['/picture', /it is no page, but image\/png/],
    ['/loop', /leads on from page to page, more than 20 times/],
    ['/script', /leads on to an address that begins with javascript:/],
  ] as [string, RegExp][]) {
    it(`says why there is no page: ${words.source}`, async () => {
      const { code, err } = await check(path);
      assert.equal(code, 2);
      assert.match(err, words);
    });
  }
});
