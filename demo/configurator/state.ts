import { isWebAddress } from './address.ts';
import type { Choices } from './choices.ts';

/** All that the page is about; what is in here goes into its address. */
export interface State {
  choices: Choices;
  /** The consent banner: its id, `none`, or `other` for event names that were typed in. */
  banner: string;
}

/** Where the package's file is to be had by somebody who can upload nothing. */
export const CDN = 'https://unpkg.com/useresponse-widget@0/dist/useresponse-widget.min.js';

export const initialState = (fallbackText: string): State => ({
  choices: {
    src: '',
    host: '',
    chatId: '',
    type: 'chat',
    platform: '',
    recognise: true,
    fields: [],
    loading: 'eager',
    loadOn: '',
    clearOn: '',
    fallback: { address: '', text: fallbackText },
    debug: false,
    script: CDN,
  },
  banner: 'none',
});

/** Whether the widget is known: without it there is no text to paste. */
export const isComplete = ({ src, host, chatId }: Choices): boolean =>
  src !== '' || (isHost(host) && /^\d+$/.test(chatId));

/** A host as the element takes it, with or without scheme and port. */
export const isHost = (host: string): boolean =>
  /^(https?:\/\/)?[\w.:[\]\u0080-\uffff-]+(?<!:)\/?$/i.test(host) &&
  isWebAddress(host.replace(/^(?!https?:\/\/)/i, 'https://'));
