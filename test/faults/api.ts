import { BOB } from '../e2e/helpers/site.ts';
import { failure, type Fault, RETRIES, TIMEOUT, trifle } from './fault.ts';
import type { Visit } from './visit.ts';

const giveBack =
  (name: 'userConfig' | 'clearChatStorage') =>
  (visit: Visit): Promise<void> =>
    visit.place.evaluate(
      (call) => void Object.assign(window.UR, { [call]: window.matrix.api()[call] }),
      name,
    );

/** What the script leaves in the page. */
export const api: Fault[] = [
  failure({
    name: '`UR` never appears',
    vendor: { apiMissing: true },
    isLate: true,
    mend: (visit) => visit.place.evaluate(() => void (window.UR = window.matrix.api())),
  }),
  {
    name: '`UR` appears after 20 s',
    vendor: { apiDelay: 20_000 },
    steps: [TIMEOUT, RETRIES],
    logOut: [TIMEOUT],
  },
  trifle({
    name: '`UR` is frozen',
    steps: [
      [
        'frozen, another name',
        async (visit) => {
          await visit.place.evaluate(() => {
            Object.defineProperty(window, 'UR', { value: Object.freeze(window.UR), writable: false });
          });
          await visit.render({ name: 'Anna A.' });
        },
      ],
    ],
  }),
  trifle({
    name: '`UR` is replaced by another object',
    steps: [
      [
        'replaced, another name',
        async (visit) => {
          await visit.place.evaluate(() => {
            window.UR = window.matrix.api();
          });
          await visit.render({ name: 'Anna A.' });
        },
      ],
    ],
  }),
  failure({
    name: '`userConfig` is missing',
    vendor: { missing: ['userConfig'] },
    isLate: true,
    mend: giveBack('userConfig'),
  }),
  failure({
    name: '`userConfig` throws',
    vendor: { throwIn: ['userConfig'] },
    mend: giveBack('userConfig'),
  }),
  { name: '`userConfig` throws once', vendor: { throwIn: ['userConfig'], throwFirst: 1 }, steps: [RETRIES] },
  failure({
    name: '`clearChatStorage` is missing, on a page for Bob',
    page: { person: BOB },
    vendor: { missing: ['clearChatStorage'] },
    isLate: true,
    mend: giveBack('clearChatStorage'),
    logOut: undefined,
  }),
  failure({
    name: '`clearChatStorage` throws, on a page for Bob',
    page: { person: BOB },
    vendor: { throwIn: ['clearChatStorage'] },
    mend: giveBack('clearChatStorage'),
    logOut: undefined,
  }),
  {
    name: '`clearChatStorage` throws once, on a page for Bob',
    page: { person: BOB },
    vendor: { throwIn: ['clearChatStorage'], throwFirst: 1 },
    steps: [RETRIES],
  },
  trifle({
    name: '`clearChatStorage` is missing, on a page for Anna',
    vendor: { missing: ['clearChatStorage'] },
  }),
  trifle({
    name: '`clearChatStorage` throws, on a page for Anna',
    vendor: { throwIn: ['clearChatStorage'] },
  }),
];
