import type { UseresponseWidget } from '../element.ts';
import { isAsked } from '../inspect.ts';
import { Panel } from './panel.ts';
import { takeSnapshot } from './snapshot.ts';
import { askAsStranger, type StrangersPage } from './strangers-page.ts';
import { watchViolations } from './violations.ts';

/** How often the page is looked at, in milliseconds: most of what there is to see tells nobody that it has changed. */
const LOOK = 400;

let strangersPage: StrangersPage | undefined;
/** Whether the person who looks at the page has closed the panel; putting `debug` in anew opens it again. */
let isClosed = false;
/** A page that is asked for the inspector by its address may change its address later. */
let isRequested = false;
let shown: UseresponseWidget | undefined;
/** In the order in which they were seen: a tag that comes later acts later, wherever in the page it is put. */
let known: UseresponseWidget[] = [];

const violations = watchViolations(new AbortController().signal);

const panel = new Panel({
  close: () => (isClosed = true),
  askAsStranger: async () => {
    strangersPage = await askAsStranger(location.href, `${shown?.token}`);
    look();
  },
});

/** All tags, also those in the open shadow roots of others, in the order of the page. */
const findTags = (root: ParentNode): UseresponseWidget[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.localName === 'useresponse-widget' ? [element as UseresponseWidget] : []),
    ...(element.shadowRoot ? findTags(element.shadowRoot) : []),
  ]);

function isWanted({ debug }: UseresponseWidget): boolean {
  if (debug === 'on-request') isRequested ||= isAsked(debug);
  return debug === 'on-request' ? isRequested : isAsked(debug);
}

function look(): void {
  const tags = findTags(document);
  known = [...known.filter((tag) => tags.includes(tag)), ...tags.filter((tag) => !known.includes(tag))];
  [shown] = known;
  if (!shown || !tags.some(isWanted)) {
    isClosed = false;
    return panel.hide();
  }
  if (isClosed) return;
  panel.open();
  panel.show(takeSnapshot(shown, tags.length, violations, strangersPage));
}

look();
setInterval(look, LOOK);
