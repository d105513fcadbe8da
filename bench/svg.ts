/** Milliseconds since the navigation began. */
export interface Span {
  name: string;
  from: number;
  to: number;
}

/** One boot, from the navigation to the load event. */
export interface Boot {
  title: string;
  loads: Span[];
  /** When the page's main thread ran scripts. */
  work: Span[];
  identified: number;
  loaded: number;
}

const WIDTH = 860;
const LEFT = 130;
const RIGHT = 30;
const LANE = 22;
const BAR = 12;
const TITLE = 34;
const AXIS = 40;
/** Between two lines of the grid, in milliseconds. */
const TICK = 500;

const STYLE = `text{font:13px system-ui,sans-serif;fill:#1f2328}.title{font-weight:600}.quiet{fill:#59636e}
.card{fill:#fff;stroke:#d1d9e0}.grid{stroke:#d1d9e0}.load{fill:#8c959f}.vendor{fill:#2f6fde}.ours{fill:#1a7f5a}.work{fill:#c2570c}
.mark{stroke:#1a7f5a;stroke-width:2}.end{stroke:#8c959f;stroke-width:2;stroke-dasharray:4 3}
@media (prefers-color-scheme:dark){text{fill:#f0f6fc}.quiet{fill:#9198a1}.card{fill:#0d1117;stroke:#3d444d}.grid{stroke:#3d444d}
.load{fill:#6e7681}.vendor{fill:#6cb0ff}.ours{fill:#4ccf9a}.work{fill:#ff9b54}.mark{stroke:#4ccf9a}.end{stroke:#6e7681}}`;

const CLASSES: Record<string, string> = { 'our file': 'ours', 'vendor’s script': 'vendor' };

/** Draws boots below each other, on one scale. */
export function drawBoots(boots: Boot[]): string {
  const last =
    Math.ceil(Math.max(...boots.flatMap(({ identified, loaded }) => [identified, loaded])) / 250) * 250;
  const x = (time: number): number => round(LEFT + (time / last) * (WIDTH - LEFT - RIGHT));
  const ticks = Array.from({ length: Math.floor(last / TICK) + 1 }, (_, index) => index * TICK);
  let top = 10;
  const parts = boots.map((boot) => {
    const part = drawBoot(boot, top, x, ticks);
    top += heightOf(boot);
    return part;
  });
  const axis = ticks.map(
    (time) => `<text class="quiet" x="${x(time)}" y="${top + 18}" text-anchor="middle">${time} ms</text>`,
  );
  const height = top + AXIS - 8;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title">
<title id="title">${boots.map(({ title, identified, loaded }) => `${title}: visitor identified after ${Math.round(identified)} ms, load event after ${Math.round(loaded)} ms.`).join(' ')}</title>
<style>${STYLE}</style>
<rect class="card" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8"/>
${[...parts, ...axis].join('\n')}
</svg>
`;
}

const heightOf = ({ loads }: Boot): number => TITLE + (loads.length + 1) * LANE + 14;

function drawBoot(
  { title, loads, work, identified, loaded }: Boot,
  top: number,
  x: (time: number) => number,
  ticks: number[],
): string {
  const lane = (index: number): number => top + TITLE + index * LANE;
  const bar = ({ from, to }: Span, y: number, type: string): string =>
    `<rect class="${type}" x="${x(from)}" y="${y}" width="${round(Math.max(1, x(to) - x(from)))}" height="${BAR}" rx="2"/>`;
  const label = (name: string, y: number): string =>
    `<text x="${LEFT - 10}" y="${y + BAR - 1}" text-anchor="end">${name}</text>`;
  const bottom = lane(loads.length) + BAR + 4;
  const line = (time: number, type: string): string =>
    `<line class="${type}" x1="${x(time)}" x2="${x(time)}" y1="${top + TITLE - 8}" y2="${bottom}"/>`;
  // Where both fall together, the words must not.
  const isTogether = Math.abs(x(loaded) - x(identified)) < 170;
  const note = isTogether
    ? [[loaded, 'load event, then identified', 'end']]
    : [
        [identified, 'identified', 'middle'],
        [loaded, 'load event', 'end'],
      ];
  return [
    ...ticks.map((time) => line(time, 'grid')),
    `<text class="title" x="14" y="${top + 18}">${title}</text>`,
    ...loads.flatMap((span, index) => [
      label(span.name, lane(index)),
      bar(span, lane(index), CLASSES[span.name] ?? 'load'),
    ]),
    label('scripts run', lane(loads.length)),
    ...work.map((span) => bar(span, lane(loads.length), 'work')),
    line(loaded, 'end'),
    line(identified, 'mark'),
    ...note.map(
      ([time, text, anchor]) =>
        `<text class="quiet" x="${x(time as number)}" y="${top + 18}" text-anchor="${anchor}">${text}</text>`,
    ),
  ].join('\n');
}

const round = (value: number): number => Math.round(value * 10) / 10;
