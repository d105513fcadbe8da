import type { Finding } from '../inspector/finding.ts';
import { TEXTS as INSPECTOR } from '../inspector/texts.ts';
import { fetchPage, Refused, shown, type FetchedPage } from './fetch-page.ts';
import { checkStrangersCaching, checkVisitorsCaching, judge, NO_PAGE } from './judge.ts';
import { TEXTS } from './texts.ts';

const MARKS = { good: '✓', bad: '✗', note: '?', open: '-' };

/** Prints what is found, without any value that is in the page; returns whether nothing has to be mended. */
export async function check(url: string, cookie?: string): Promise<boolean> {
  const strangersPage = await fetchStrangersPage(url, Boolean(cookie));
  const stranger = strangersPage ? judge(strangersPage) : NO_PAGE;
  const strangers = [...stranger.findings, checkStrangersCaching(stranger)];
  print(TEXTS.stranger, url, strangersPage?.url ?? url, strangers);
  if (!cookie) return !strangers.some(isBad);

  const page = await fetchPage(url, cookie);
  const visitor = judge(page);
  const visitors = [...visitor.findings, ...checkVisitorsCaching(page, visitor, stranger)];
  print(TEXTS.visitor, url, page.url, visitors);
  return ![...strangers, ...visitors].some(isBad);
}

/** Where there is somebody else to ask for, it is no end that strangers are refused. */
async function fetchStrangersPage(url: string, isOptional: boolean): Promise<FetchedPage | undefined> {
  try {
    return await fetchPage(url);
  } catch (error) {
    if (isOptional && error instanceof Refused) return undefined;
    throw error;
  }
}

/** What comes from a page must not steer the terminal. */
const printable = (text: string): string => text.replace(/\p{Cc}/gu, '\ufffd');

const isBad = ({ verdict }: Finding): boolean => verdict === 'bad';

function print(title: string, asked: string, got: string, findings: Finding[]): void {
  const isElsewhere = shown(asked) !== shown(got);
  console.log(`\n${[title, isElsewhere && TEXTS.redirected(shown(got))].filter(Boolean).join(' ')}`);
  const width = Math.max(...findings.map(({ label }) => label.length));
  for (const { verdict, label, found, todo, code, excerpt } of findings) {
    const place = excerpt && INSPECTOR.panel.place(excerpt.line, excerpt.character);
    const more = [place, code].filter(Boolean).map((each) => ` (${each})`);
    console.log(printable(`  ${MARKS[verdict]} ${label.padEnd(width)}  ${found}${more.join('')}`));
    if (todo && verdict !== 'good') console.log(`    ${' '.repeat(width)}  → ${todo}`);
  }
}
