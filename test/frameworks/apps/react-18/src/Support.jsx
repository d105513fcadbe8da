import { useEffect, useRef } from 'react';
import 'useresponse-widget';

const EVENTS = ['useresponse-ready', 'useresponse-identify', 'useresponse-clear', 'useresponse-error'];

export function Support({ src, token, email, name, properties, phone, loadOn, clearOn, hear, children }) {
  const element = useRef(null);
  useEffect(() => {
    const listening = new AbortController();
    for (const type of EVENTS) element.current.addEventListener(type, hear, listening);
    return () => listening.abort();
  }, [hear]);
  useEffect(() => {
    element.current.clearOn = clearOn;
  }, [clearOn]);
  return (
    <useresponse-widget
      ref={element}
      src={src}
      token={token}
      email={email}
      name={name}
      properties={typeof properties === 'object' ? JSON.stringify(properties) : properties}
      property_170={phone}
      load-on={loadOn}>
      {children}
    </useresponse-widget>
  );
}
