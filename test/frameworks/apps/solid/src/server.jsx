import { generateHydrationScript, renderToString } from 'solid-js/web';
import { App } from './App.jsx';

export const render = (start) => ({
  head: generateHydrationScript(),
  body: renderToString(() => <App start={start} />),
});
