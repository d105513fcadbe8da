import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { App } from './App.jsx';

export const render = (start) => ({
  body: renderToString(
    <StrictMode>
      <App start={start} />
    </StrictMode>,
  ),
});
