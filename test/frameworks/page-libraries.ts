/** A library that fetches a site's pages by script and swaps their contents; its folder in `apps/` is called the same. */
export interface PageLibrary {
  name: string;
  title: string;
  framework: string;
  /** The library's file in its package. */
  script: string;
  /** How it is asked to render the present page again, changing what is there instead of swapping it. */
  refresh?: string;
  note?: string;
}

export const PAGE_LIBRARIES: PageLibrary[] = [
  {
    name: 'turbo',
    title: 'Turbo',
    framework: '@hotwired/turbo',
    script: '@hotwired/turbo/dist/turbo.es2017-umd.js',
    refresh: 'Turbo.visit(location.href, { action: "replace" })',
  },
  {
    name: 'htmx-4',
    title: 'htmx 4',
    framework: 'htmx.org',
    script: 'htmx.org/dist/htmx.min.js',
    refresh: 'htmx.ajax("GET", location.pathname, { target: "body", swap: "innerMorph" })',
  },
  { name: 'htmx-2', title: 'htmx 2', framework: 'htmx.org', script: 'htmx.org/dist/htmx.min.js' },
  { name: 'swup', title: 'Swup', framework: 'swup', script: 'swup/dist/Swup.umd.js' },
  { name: 'barba', title: 'Barba', framework: '@barba/core', script: '@barba/core/dist/barba.umd.js' },
];
