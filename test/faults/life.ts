import { ANNA, BOB, goBack, PATIENCE, type Person } from '../e2e/helpers/site.ts';
import { type Fault, RETRIES, trifle } from './fault.ts';
import { OURS, type Visit } from './visit.ts';

/** Follows a link to a good page of the site, and leaves that again by the browser's button. */
async function leaveAndReturn(visit: Visit, next: Person, logsOut: boolean): Promise<void> {
  await visit.goOn(next, `a page for ${next === BOB ? 'Bob' : 'Anna'}`);
  if (logsOut) {
    await visit.logOut();
    await visit.quiet();
    await visit.look('a log-out there');
  }
  await goBack(visit.page);
}

async function crash(visit: Visit): Promise<void> {
  const devtools = await visit.devtools();
  const isDown = new Promise((resolve) => visit.page.once('error', resolve));
  // The page that crashes never answers.
  void devtools.send('Page.crash').catch(() => {});
  await isDown;
  await visit.page.reload();
}

const remove = (visit: Visit): Promise<void> => visit.place.evaluate(() => window.matrix.element.remove());

const putBack = (visit: Visit): Promise<void> =>
  visit.place.evaluate(() => void document.body.append(window.matrix.element));

/** What happens to a page, and to the element in it, on the way. */
export const life: Fault[] = [
  trifle({
    name: 'the page is hidden while the script is on its way',
    begin: (visit) => visit.door.hold(),
    end: (visit) => visit.door.letGo(),
    steps: [
      [
        'hidden, the script comes',
        async (visit) => {
          await (await visit.newTab()).bringToFront();
          await visit.page.waitForFunction(() => document.hidden, PATIENCE);
          visit.door.letGo();
        },
      ],
      ['shown again', (visit) => visit.page.bringToFront()],
    ],
    logOut: [],
  }),
  { name: 'away and back', steps: [['back', (visit) => leaveAndReturn(visit, ANNA, false)]], logOut: [] },
  {
    name: 'away and back, another user signed in meanwhile',
    steps: [['back', (visit) => leaveAndReturn(visit, BOB, false)]],
  },
  {
    name: 'away and back, a log-out meanwhile',
    steps: [['back', (visit) => leaveAndReturn(visit, ANNA, true)]],
  },
  {
    name: 'the tab crashes and is loaded again',
    steps: [['loaded again', crash]],
  },
  {
    name: 'the same after a log-out that the vendor was not there for',
    begin: (visit) => visit.door.shut(),
    end: (visit) => visit.door.open(),
    steps: [
      ['a log-out', (visit) => visit.logOut()],
      [
        'loaded again, the vendor is back',
        async (visit) => {
          await visit.door.open();
          await crash(visit);
        },
      ],
    ],
  },
  {
    name: 'the element is taken out before it loads anything',
    page: {
      // In the task in which it is defined, whenever our file comes.
      script: '',
      body: (tag) => `${tag}<script>
          customElements.whenDefined('useresponse-widget').then(() => {
            const element = document.querySelector('useresponse-widget');
            matrix.watch(element);
            element.remove();
          });
        </script>${OURS}`,
    },
    steps: [['put back', putBack]],
  },
  {
    name: 'the element is taken out while the script is on its way',
    begin: (visit) => visit.door.hold(),
    end: (visit) => visit.door.letGo(),
    steps: [
      [
        'taken out, the script comes',
        async (visit) => {
          await remove(visit);
          visit.door.letGo();
        },
      ],
      ['put back', putBack],
    ],
  },
  {
    name: 'the element is taken out while `UR` is awaited',
    vendor: { apiDelay: 5_000 },
    steps: [
      [
        'taken out, `UR` appears',
        async (visit) => {
          await remove(visit);
          await visit.passAll();
        },
      ],
      ['put back', putBack],
    ],
  },
  {
    name: 'the element is taken out between retries',
    vendor: { status: 500 },
    steps: [
      [
        'a retry, taken out',
        async (visit) => {
          for (let times = 0; times < 2; times++) await visit.pass();
          await remove(visit);
        },
      ],
      RETRIES,
      [
        'it ends, put back',
        async (visit) => {
          await visit.set({});
          await putBack(visit);
        },
      ],
    ],
  },
];
