import type { Finding } from '../inspector/finding.ts';
import { TEXTS as INSPECTOR } from '../inspector/texts.ts';
import { fetchPage } from './fetch-page.ts';
import { checkStrangersCaching, checkVisitorsCaching, judge } from './judge.ts';
import { TEXTS } from './texts.ts';

const MARKS = { good: '✓', bad: '✗', note: '?', open: '-' };

/** Prints what is found, without any value that is in the page; returns whether nothing has to be mended. */
export async function check(url: string, cookie?: string): Promise<boolean> {
  const strangersPage = await fetchPage(url);
  const stranger = judge(strangersPage);
  const strangers = [...stranger.findings, checkStrangersCaching(stranger)];
  print(TEXTS.stranger, url, strangersPage.url, strangers);
  if (!cookie) return !strangers.some(isBad);

  const page = await fetchPage(url, cookie);
  const visitor = judge(page);
  const visitors = [...visitor.findings, ...checkVisitorsCaching(page, visitor, stranger)];
  print(TEXTS.visitor, url, page.url, visitors);
  return ![...strangers, ...visitors].some(isBad);
}

const isBad = ({ verdict }: Finding): boolean => verdict === 'bad';

function print(title: string, asked: string, got: string, findings: Finding[]): void {
  const isElsewhere = new URL(asked).href !== got;
  console.log(`\n${[title, isElsewhere && TEXTS.redirected(got)].filter(Boolean).join(' ')}`);
  const width = Math.max(...findings.map(({ label }) => label.length));
  for (const { verdict, label, found, todo, code, excerpt } of findings) {
    const place = excerpt && INSPECTOR.panel.place(excerpt.line, excerpt.character);
    const more = [place, code].filter(Boolean).map((each) => ` (${each})`);
    console.log(`  ${MARKS[verdict]} ${label.padEnd(width)}  ${found}${more.join('')}`);
    if (todo && verdict !== 'good') console.log(`    ${' '.repeat(width)}  → ${todo}`);
  }
}
