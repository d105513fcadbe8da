'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Support } from './Support.jsx';

export function App({ start }) {
  const router = useRouter();
  const [{ copy, isMounted, link, ...widget }, setState] = useState(start);
  useEffect(() => {
    window.app ??= { heard: [] };
    window.app.show = ({ route, ...changes }) => {
      if (route) router.push(route === 'home' ? '/' : `/${route}`);
      setState((state) => ({ ...state, ...changes }));
    };
  }, [router]);
  return (
    isMounted && (
      <Support {...widget} key={copy} hear={(event) => window.app.heard.push(event)}>
        <a href="https://help.example.com/">{link}</a>
      </Support>
    )
  );
}
