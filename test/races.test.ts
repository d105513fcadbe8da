import { expect } from 'chai';
import fc from 'fast-check';
import { Model, type Someone, type Step } from './helpers/race-model.ts';
import { RaceSite } from './helpers/race-site.ts';
import { FACTOR, SEED, share, shareOf } from './helpers/runs.ts';

interface Story {
  /** Whether the vendor is there from the first moment. */
  isLoaded: boolean;
  steps: Step[];
}

/** What happens on every site. */
const USUAL: Step[] = ['load', 'logout', 'remove', 'render bob', 'render nobody', 'tab anna', 'tab bob'];
const PEOPLE: Someone[] = ['anna', 'bob', 'nobody'];
const UNUSUAL: Step[] = [
  ...(['method', 'throws', 'works', 'other'] as const),
  ...PEOPLE.flatMap((someone): Step[] => [`render ${someone}`, `replace ${someone}`, `next ${someone}`]),
  'tab nobody',
];

const follow = (stories: Step[][]): Step[][] =>
  stories.flatMap((story) => USUAL.map((step): Step[] => [...story, step]));
const PAIRS = follow(follow([[]]));
const STORIES: Story[] = [...PAIRS, ...follow(PAIRS)].flatMap((steps) =>
  [false, true].map((isLoaded) => ({ isLoaded, steps })),
);

const tell = ({ isLoaded, steps }: Story): string =>
  `anna${isLoaded ? ', vendor there' : ''} / ${steps.join(' / ')}`;

/** Everything that was left over can now be made: in each tab the vendor is there, and does what he is told. */
const endingOf = ({ isLoaded, steps }: Story): Step[] => [
  ...(steps.includes('throws') ? (['works'] as const) : []),
  ...(isLoaded ? [] : (['load', 'other', 'load'] as const)),
];

async function play(
  story: Story,
  follow: (site: RaceSite, step: Step | undefined) => Promise<void>,
): Promise<void> {
  const site = new RaceSite();
  try {
    await site.open('anna', story.isLoaded);
    await follow(site, undefined);
    for (const step of [...story.steps, ...endingOf(story)]) {
      await site.do(step);
      await follow(site, step);
      if (site.problems.length) expect.fail(`${tell(story)}: ${site.problems.join('; ')}.`);
    }
    await site.settle();
    if (site.problems.length) expect.fail(`${tell(story)}: ${site.problems.join('; ')}.`);
  } finally {
    await site.close();
  }
}

/** Each step is taken when the last one has had its effect, and that is compared with what was promised. */
async function playSlowly(story: Story): Promise<void> {
  const model = new Model('anna', story.isLoaded);
  let told = tell({ ...story, steps: [] });
  await play(story, async (site, step) => {
    if (step) {
      told += ` / ${step}`;
      model.do(step);
    }
    await site.settle();
    const promised = model.tabs.map(({ calls }, i) => `${model.statuses[i]}: ${calls.join()}`).join(' | ');
    const seen = (): string =>
      site.tabs.map(({ calls, element }) => `${element.status}: ${calls.join()}`).join(' | ');
    // Longer than a machine may stop.
    const end = performance.now() + 10_000;
    while (seen() !== promised && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 4));
    expect(seen(), told).to.equal(promised);
  });
}

/** No step waits for the one before. */
const playFast = (story: Story): Promise<void> => play(story, async () => {});

describe('whatever happens on a site', function () {
  this.timeout(300_000 * FACTOR);

  for (const [how, play] of [
    ['one thing after the other', playSlowly],
    ['all at once', playFast],
  ] as const) {
    it(`clears between any two people, and sends nobody who has logged out: ${how}`, async () => {
      for (const story of share(STORIES)) await play(story);
    });
  }

  it(`does so in longer stories, too (SEED=${SEED})`, async () => {
    const steps = fc.array(fc.constantFrom(...USUAL, ...UNUSUAL), { minLength: 4, maxLength: 8 });
    const stories = fc.record({ isLoaded: fc.boolean(), steps });
    const { failed, errorInstance } = await fc.check(
      fc.asyncProperty(stories, fc.boolean(), (story, isFast) =>
        isFast ? playFast(story) : playSlowly(story),
      ),
      { seed: SEED, numRuns: shareOf(450) },
    );
    if (failed) throw errorInstance;
  });
});
