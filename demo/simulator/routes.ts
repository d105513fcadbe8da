/** The shapes in which the vendor's embed codes write the URL of the script. */
const CHAT = /^\/public\/(?:[\w.-]+\/)?sdk\/chat-(?<iid>uriid_\w+)-(?<widget>\d+)\.js$/;
const SUPPORT_CENTER = '/sdk/supportCenter.js';

const CONTROL = /^\/simulator\/widgets\/(?<widget>\d+)(?:\/(?<action>reports|messages|answers|second\.js))?$/;

export type Route =
  | { to: 'script'; widget: string; iid: string }
  | { to: 'widget'; widget: string; action: string }
  | { to: 'events' }
  | { to: 'reset' };

export function route({ pathname, searchParams }: URL): Route | undefined {
  if (pathname === '/simulator/events') return { to: 'events' };
  if (pathname === '/simulator/reset') return { to: 'reset' };
  if (pathname === SUPPORT_CENTER) {
    const widget = searchParams.get('wid') ?? '';
    const iid = searchParams.get('initid') ?? '';
    return /^\d+$/.test(widget) && /^uriid_\w+$/.test(iid) ? { to: 'script', widget, iid } : undefined;
  }
  const chat = CHAT.exec(pathname)?.groups;
  if (chat) return { to: 'script', widget: chat['widget']!, iid: chat['iid']! };
  const control = CONTROL.exec(pathname)?.groups;
  if (control) return { to: 'widget', widget: control['widget']!, action: control['action'] ?? '' };
  return undefined;
}
