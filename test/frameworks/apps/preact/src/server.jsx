import { renderToString } from 'preact-render-to-string';
import { App } from './App.jsx';

export const render = (start) => ({ body: renderToString(<App start={start} />) });
