import { html, Html } from './html.ts';

/**
 * Drawn on a grid of 200. The classes `a` to `d` are sail colours that the style sheet gives for light and dark,
 * `s` is a stick and `l` a line.
 */
const DRAWINGS: Record<string, string> = {
  petrel: `
    <path class="a" d="M100 40 24 118l76-12z"/><path class="b" d="M100 40l76 78-76-12z"/>
    <path class="c" d="M100 66 82 108l18-2zM100 66l18 42-18-2z"/>
    <path class="s" d="M100 40v66M100 40 24 118M100 40l76 78"/>
    <path class="l" d="M100 106c4 30-22 44-14 92"/>`,
  lantern: `
    <path class="s" d="M92 14v152"/>
    <path class="a" d="M54 34l50 10v46L54 80z"/><path class="b" d="M104 44l40-16v46l-40 16z"/>
    <path class="c" d="M54 104l50 10v46l-50-10z"/><path class="d" d="M104 114l40-16v46l-40 16z"/>
    <path class="s" d="M54 24v134M104 34v134M144 18v134"/>
    <path class="l" d="M54 128c-22 20-22 46-40 72"/>`,
  plaice: `
    <path class="a" d="M104 20 60 74l44 0z"/><path class="b" d="M104 20l44 54h-44z"/>
    <path class="c" d="M60 74l44 72V74z"/><path class="d" d="M148 74l-44 72V74z"/>
    <path class="s" d="M104 20v126M60 74h88"/>
    <path class="l" d="M104 146c0 18-24 14-24 28s18 12 16 26"/>
    <path class="b" d="M92 158l-12 2 4-11zM92 158l9 8 2-11z"/><path class="a" d="M82 178l-11-5 0 12zM82 178l12 3-2-12z"/>`,
  sleeper: `
    <path class="b" d="M62 38l-30 40 30 60z"/><path class="a" d="M62 38h76v100H62z"/><path class="b" d="M138 38l30 40-30 60z"/>
    <path class="c" d="M84 96l16-18 16 18v42H84z"/>
    <path class="l" d="M32 78c30 60 60 66 66 120M168 78c-30 60-62 70-70 120"/>`,
  gannet: `
    <path class="a" d="M100 48 18 128l58-20z"/><path class="b" d="M100 48l82 80-58-20z"/>
    <path class="c" d="M100 48 76 108l24 6zM100 48l24 60-24 6z"/>
    <path class="s" d="M100 48v66M100 48 18 128M100 48l82 80M62 86h76"/>
    <path class="l" d="M66 100c-6 40 14 60 16 98M134 100c6 40-20 60-20 98"/>`,
  ray: `
    <path class="a" d="M100 34c34 0 58 34 88 42-30 22-52 56-88 56S42 98 12 76c30-8 54-42 88-42z"/>
    <path class="b" d="M100 52c16 0 28 20 28 36s-12 32-28 32-28-16-28-32 12-36 28-36z"/>
    <path class="c" d="M84 62a5 5 0 1 1 .1 0zM116 62a5 5 0 1 1 .1 0z"/>
    <path class="l" d="M100 132c-6 22 8 40-2 66"/>`,
};

/** Decorative: the name of the kite always stands beside it. */
export function kiteArt(id: string): Html {
  return html`<svg class="kite kite-${id}" viewBox="0 0 200 200" aria-hidden="true">
    ${new Html(DRAWINGS[id] ?? '')}
  </svg>`;
}

export function logo(): Html {
  return html`<svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
    <path class="a" d="M16 2 7 13h9z" />
    <path class="b" d="M16 2l9 11h-9z" />
    <path class="c" d="M7 13l9 13V13z" />
    <path class="d" d="M25 13l-9 13V13z" />
    <path class="l" d="M16 26c0 3-5 2-5 5" />
  </svg>`;
}
