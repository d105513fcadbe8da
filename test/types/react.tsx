/** @jsxImportSource react */
import type {} from '../../src/frameworks/react.ts';
import { useRef, type ReactNode } from 'react';
import type { UseresponseWidget } from '../../src/element.ts';

export function Page({ email }: { email: string | null }): ReactNode {
  const widget = useRef<UseresponseWidget>(null);
  return (
    <useresponse-widget
      ref={widget}
      src="https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js"
      chat-id="38"
      token={email && 'ee17'}
      email={email}
      name={undefined}
      properties={{ property_170: 'https://example.com', property_171: 2, property_172: null }}
      property_173="188"
      loading="idle"
      load-on="consent"
      timeout={5000}
      debug
      nonce="r4nd0m"
      className="help"
      onuseresponse-ready={() => void widget.current?.load()}
      onuseresponse-clear={({ detail }) => detail.reason satisfies 'event' | 'method' | string}
    >
      <a href="https://help.example.com/">Contact support</a>
    </useresponse-widget>
  );
}

export const refused = [
  // @ts-expect-error There is no such moment.
  <useresponse-widget loading="lazy" />,
  // @ts-expect-error A field's value is no object.
  <useresponse-widget properties={{ property_170: {} }} />,
  // @ts-expect-error The key belongs on the server.
  <useresponse-widget securityKey="secret" />,
  // @ts-expect-error No event has that detail.
  <useresponse-widget onuseresponse-error={({ detail }) => detail.reason} />,
  // @ts-expect-error Milliseconds, without a unit.
  <useresponse-widget timeout="5s" />,
];
