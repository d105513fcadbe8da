import type { Group } from './checks/index.ts';
import type { Snapshot } from './snapshot.ts';
import { TEXTS } from './texts.ts';
import { timeLine } from './time-line.ts';

const MARKS = { good: '[ok]', bad: '[!!]', note: '[ ?]', open: '[ -]' };

/** What can be sent to a support desk: findings, codes and times, and no value of the tag or the page's address. */
export function writeReport(groups: Group[], snapshot: Snapshot, browser: string): string {
  const { status, origin } = snapshot;
  return [
    TEXTS.panel.title,
    `${origin}, ${status}`,
    browser,
    ...groups
      .filter(({ findings }) => findings.length)
      .flatMap(({ name, findings }) => [
        '',
        TEXTS.groups[name],
        ...findings.map(({ verdict, label, found, code }) =>
          [MARKS[verdict], `${label}:`, found, code && `(${code})`].filter(Boolean).join(' '),
        ),
      ]),
    '',
    TEXTS.panel.steps,
    ...timeLine(snapshot).map(({ at, text }) => `${TEXTS.steps.at(at).padStart(9)}  ${text}`),
    '',
  ].join('\n');
}
