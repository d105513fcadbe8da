import { type Fault, RETRIES, TIMEOUT, trifle } from './fault.ts';
import { OURS, type Visit } from './visit.ts';

/** Moves the element into a document of its own while the script is on its way. */
const adopt = (visit: Visit): Promise<void> =>
  visit.place.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    frame.contentDocument!.body.append(window.matrix.element);
  });

/** Where the element is, and how it got there. */
export const places: Fault[] = [
  trifle({
    name: "the element is moved into an iframe's document",
    begin: (visit) => visit.door.hold(),
    end: (visit) => visit.door.letGo(),
    steps: [
      ['moved', adopt],
      ['the script comes', async (visit) => visit.door.letGo()],
    ],
  }),
  trifle({
    name: 'the page is in an iframe',
    page: {
      body: (_tag, _watch, visit) => `<iframe src="${visit.publish({ person: visit.person })}"></iframe>`,
    },
    isFramed: true,
  }),
  trifle({
    name: 'the element is in a closed shadow root',
    page: {
      body: (tag) => `<div></div><script>
        const root = document.querySelector('div').attachShadow({ mode: 'closed' });
        root.innerHTML = ${JSON.stringify(tag)};
        matrix.watch(root.firstChild);
      </script>`,
    },
  }),
  trifle({
    name: 'the page is XHTML',
    page: { isXhtml: true, script: '', body: (tag, watch) => tag + OURS + watch },
  }),
  trifle({
    name: 'the page is XHTML, our script comes first',
    page: { isXhtml: true },
    steps: [TIMEOUT, RETRIES],
  }),
  trifle({
    name: "the page's base is another site",
    page: { script: OURS + '<base href="http://strange.invalid/">' },
  }),
  trifle({
    name: 'the attributes are set as properties before our script comes',
    page: {
      script: '',
      body: (
        _tag,
        watch,
        visit,
      ) => `<useresponse-widget><a href="/contact">Contact support</a></useresponse-widget><script>
        Object.assign(document.querySelector('useresponse-widget'), ${JSON.stringify({ src: visit.src, ...visit.person })});
      </script>${OURS}${watch}`,
    },
  }),
  trifle({
    name: 'our script is in the page twice',
    page: { script: OURS + '<script src="/widget.js?again"></script>' },
  }),
];
