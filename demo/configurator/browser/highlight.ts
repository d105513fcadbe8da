import { html, type TemplateResult } from 'lit';
import { partsOf } from '../code-parts.ts';

/** Light colours for a text in any of the platforms' languages. The text itself stays as it is. */
export const highlight = (code: string): (string | TemplateResult)[] =>
  partsOf(code).map(({ text, kind }) => (kind ? html`<span class=${kind}>${text}</span>` : text));
