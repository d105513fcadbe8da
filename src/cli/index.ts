import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { createToken } from '../server/token.ts';
import { check } from './check.ts';
import { readKey } from './key.ts';
import { HELP, TEXTS } from './texts.ts';

/** What the caller has to do otherwise; all other errors are ours. */
class UsageError extends Error {}

const OPTIONS = {
  email: { type: 'string' },
  cookie: { type: 'string' },
  'cookie-file': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

async function printToken(email: string | undefined, rest: string[]): Promise<number> {
  // Whatever it is, it may be the key.
  if (rest.length) throw new UsageError(TEXTS.tooMany);
  if (!email?.trim()) throw new UsageError(TEXTS.noEmail);
  const securityKey = await readKey();
  if (!securityKey.trim()) throw new UsageError(TEXTS.noKey);
  console.log(await createToken({ email, securityKey }));
  return 0;
}

async function checkPage([url, ...rest]: string[], cookie: string | undefined): Promise<number> {
  if (!url) throw new UsageError(TEXTS.noUrl);
  if (rest.length) throw new UsageError(TEXTS.onePage);
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new UsageError(TEXTS.badUrl(url));
  if (cookie && /[^\x20-\x7e]/.test(cookie)) throw new UsageError(TEXTS.badCookie);
  return (await check(url, cookie)) ? 0 : 1;
}

async function readCookie(given?: string, file?: string): Promise<string | undefined> {
  if (given && file) throw new UsageError(TEXTS.twoCookies);
  const read = file && (file === '-' ? await text(process.stdin) : await readFile(file, 'utf8'));
  const cookie = (given ?? read ?? (process.env['USERESPONSE_COOKIE'] || undefined))
    ?.trim()
    .replace(/^cookie:\s*/i, '');
  // Without it nobody would be asked for, and nothing said of it.
  if (cookie === '') throw new UsageError(TEXTS.emptyCookie);
  return cookie;
}

async function run(args: string[]): Promise<number> {
  if (args.some((arg) => /^--?(security-?)?key\b/i.test(arg))) throw new UsageError(TEXTS.keyArgument);
  const { values, positionals } = parse(args);
  if (values.help) return tell(HELP);
  if (values.version) return tell(await readVersion());
  const [command, ...rest] = positionals;
  switch (command) {
    case 'token':
      return printToken(values.email, rest);
    case 'check':
      return checkPage(rest, await readCookie(values.cookie, values['cookie-file']));
    case undefined:
      throw new UsageError(TEXTS.noCommand);
    default:
      throw new UsageError(TEXTS.unknownCommand(command));
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}

function tell(words: string): number {
  console.log(words);
  return 0;
}

async function readVersion(): Promise<string> {
  const content = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(content) as { version: string }).version;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
