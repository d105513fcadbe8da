import '../../../../src/index.ts';
import { pageRecord } from '../../../simulator/browser/page-record.ts';
import type { FromFrame, FrameVisitor, ToFrame } from '../../preview-messages.ts';
import type { PreviewTag } from '../../preview-tag.ts';
import { blockStorage, placeInertScript, publishVendor } from './vendor.ts';

/** The page in the preview's frame: a site with the real tag, and the simulator where the vendor would be. */

const VISITOR_ATTRIBUTES = ['token', 'email', 'name', 'properties'];
/** How long the vendor's script would take, so that one can see the page without it. */
const VENDOR_DELAY = 350;
const LOOK_INTERVAL = 50;

blockStorage();
const tag = document.createElement('useresponse-widget');
let problem = '';
let last = '';

const tell = (message: FromFrame): void => parent.postMessage(message, '*');

function tellNews(): void {
  const news: FromFrame = {
    from: 'preview',
    kind: 'news',
    status: tag.status,
    problem: tag.status === 'ready' ? '' : problem,
    calls: pageRecord.calls.map(({ name, args: [argument] }) => ({ name, argument })),
  };
  const text = JSON.stringify(news);
  if (text !== last) tell(news);
  last = text;
}

function visit({ attributes, greeting, logout }: FrameVisitor): void {
  if (logout) document.dispatchEvent(new Event(logout));
  for (const name of VISITOR_ATTRIBUTES) tag.removeAttribute(name);
  for (const [name, value] of attributes) tag.setAttribute(name, value);
  document.querySelector('#greeting')!.textContent = greeting;
}

function show({ attributes, link }: PreviewTag, visitor: FrameVisitor, site: string): void {
  document.querySelector('#site')!.textContent = site;
  for (const [name, value] of attributes) tag.setAttribute(name, value);
  if (link) {
    const anchor = document.createElement('a');
    anchor.href = link.address;
    anchor.textContent = link.text;
    tag.append(anchor);
  }
  visit(visitor);
  placeInertScript(tag);
  document.querySelector('main')!.append(tag);
  const timer = setInterval(() => {
    if (tag.status !== 'loading') return;
    clearInterval(timer);
    setTimeout(() => publishVendor(tag), VENDOR_DELAY);
  }, LOOK_INTERVAL);
  setInterval(tellNews, LOOK_INTERVAL);
}

function receive(message: ToFrame): void {
  switch (message.kind) {
    case 'show':
      return show(message.tag, message.visitor, message.words.site);
    case 'visit':
      return visit(message.visitor);
    case 'dispatch':
      document.dispatchEvent(new Event(message.event));
  }
}

document.addEventListener('useresponse-error', ({ detail }) => (problem = detail.message));
// A link of the visitor's site would take the preview away.
document.addEventListener('click', (event) => {
  if ((event.target as Element).closest('a')) event.preventDefault();
});
addEventListener('message', ({ source, data }: MessageEvent<ToFrame>) => {
  if (source === parent && data?.to === 'preview') receive(data);
});
tell({ from: 'preview', kind: 'hello' });
