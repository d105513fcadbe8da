import { useEffect, useState } from 'react';
import { Support } from './Support.jsx';

export function App({ start }) {
  const [{ route, copy, isMounted, link, ...widget }, setState] = useState(start);
  useEffect(() => {
    window.app.show = (changes) => setState((state) => ({ ...state, ...changes }));
  }, []);
  return (
    <>
      <main>{route}</main>
      {isMounted && (
        <Support {...widget} key={copy} hear={(event) => window.app.heard.push(event)}>
          <a href="https://help.example.com/">{link}</a>
        </Support>
      )}
    </>
  );
}
