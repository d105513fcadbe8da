import { renderWidget } from '../src/server/render.ts';

export const SITE_HOST = 'shop.example.com';
export const SITE = `https://${SITE_HOST}`;
export const VENDOR_HOST = 'help.example.com';
/** The number of the widget in the vendor's address. */
export const WIDGET = '38';
export const VENDOR_SCRIPT = `https://${VENDOR_HOST}/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-${WIDGET}.js`;

/** What a site puts into its pages, at the beginning of the head and at the end of the body. */
export interface Contender {
  head?: string;
  body?: string;
}

/** The vendor's own code, as docs/migration.md shows it, where it is quickest: the first thing in the head. */
export const SNIPPET: Contender = {
  head: `<script id="UR_initiator">
(function () {
  var iid = 'uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709';
  if (!document._fpu_) document.getElementById('UR_initiator').setAttribute('id', iid);
  var bsa = document.createElement('script');
  bsa.type = 'text/javascript';
  bsa.async = true;
  bsa.src = '//${VENDOR_HOST}/public/sdk/chat-' + iid + '-${WIDGET}.js';
  (document.getElementsByTagName('head')[0] || document.getElementsByTagName('body')[0]).appendChild(bsa);
})();
</script>
<script>
window.onload = function () {
  UR.userConfig({ token: 'aa11', userEmail: 'anna@example.com', userName: 'Anna' });
};
</script>`,
};

/** Where the site has our file. */
export const WIDGET_FILE = '/useresponse-widget.min.js';
const SCRIPT = `<script src="${WIDGET_FILE}" async></script>`;

interface TagOptions {
  loading?: 'eager' | 'idle' | 'interaction';
  hints?: boolean;
  /** Instead of the async script of the README. */
  script?: string;
  /** Changes the hint that the server renders. */
  hint?: (link: string) => string;
}

/** The tag as a server renders it, with its hint in the head. */
export async function tag({
  loading = 'eager',
  hints = true,
  script = SCRIPT,
  hint = (link) => link,
}: TagOptions = {}): Promise<Contender> {
  const rendered = await renderWidget({
    src: VENDOR_SCRIPT,
    securityKey: 'a key of the bench',
    email: 'anna@example.com',
    name: 'Anna',
    loading,
    hints,
    fallback: `<a href="https://${VENDOR_HOST}/">Contact support</a>`,
  });
  const start = rendered.indexOf('<useresponse-widget');
  return { head: hint(rendered.slice(0, start)) + script, body: rendered.slice(start) };
}

/** A page of the site; the image's server takes its time, in milliseconds. */
export const page = ({ head = '', body = '' }: Contender, imageDelay: number): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Kites</title>
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
${head}
<link rel="stylesheet" href="/style.css">
</head>
<body>
<h1>Kites for every wind</h1>
${'<p>A delta flies in a breeze that barely moves the leaves; a box kite wants a wind that tugs at your coat.</p>\n'.repeat(20)}
<img src="/photo.png?delay=${imageDelay}" width="1200" height="800" alt="A kite">
${body}
</body>
</html>
`;
