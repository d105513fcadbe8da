import type { PreviewTag } from './preview-tag.ts';

/**
 * What the page and the frame of its preview tell each other. They can't touch one another: for a browser every file is
 * an origin of its own.
 */

export type ToFrame =
  | { to: 'preview'; kind: 'show'; tag: PreviewTag; visitor: FrameVisitor; words: { site: string } }
  | { to: 'preview'; kind: 'visit'; visitor: FrameVisitor }
  | { to: 'preview'; kind: 'dispatch'; event: string };

/** Somebody, or nobody, with the event by which he left. */
export interface FrameVisitor {
  attributes: [name: string, value: string][];
  greeting: string;
  logout?: string;
}

export interface VendorCall {
  name: string;
  argument: unknown;
}

export type FromFrame =
  | { from: 'preview'; kind: 'hello' }
  | { from: 'preview'; kind: 'news'; status: string; problem: string; calls: VendorCall[] };
