import { cookies } from 'next/headers';
import { App } from './App.jsx';

export default async function Layout({ children }) {
  const state = (await cookies()).get('state');
  return (
    <html lang="en">
      <head>
        <link rel="icon" href="data:," />
      </head>
      <body>
        {children}
        <App start={JSON.parse(state?.value ?? '{}')} />
      </body>
    </html>
  );
}
