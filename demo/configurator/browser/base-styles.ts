import { css } from 'lit';

/** What all parts of the page look like. The colours are the page's own custom properties. */
export const baseStyles = css`
  :host {
    display: block;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  h2,
  h3,
  p,
  ul,
  ol,
  pre,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  h2 {
    display: flex;
    gap: 0.75rem;
    align-items: center;
    font-size: 1.3125rem;
    line-height: 1.25;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  h3,
  legend {
    padding: 0;
    font-size: 1rem;
    font-weight: 650;
    line-height: 1.4;
  }
  section {
    display: grid;
    gap: 1rem;
    padding: clamp(1rem, 3vw, 1.75rem);
    border: 1px solid var(--line);
    border-radius: 1rem;
    background: var(--sheet);
  }
  section > * {
    min-inline-size: 0;
  }
  p,
  li,
  summary,
  label {
    overflow-wrap: anywhere;
  }
  .hint {
    color: var(--quiet);
    font-size: 0.9375rem;
    line-height: 1.45;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button {
    padding: 0.5rem 1rem;
    border: 1px solid var(--accent);
    border-radius: 0.5rem;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
    cursor: pointer;
  }
  button.quiet {
    background: none;
    color: var(--accent);
  }
  button:hover {
    box-shadow: 0 0 0 3px var(--soft);
  }
  code,
  pre,
  .code {
    font-family: var(--mono);
    font-size: 0.875rem;
  }
  .for-ears {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .cards {
    display: grid;
    gap: 0.5rem;
  }
  .cards legend {
    margin-block-end: 0.5rem;
  }
  .card {
    position: relative;
    display: flex;
    gap: 0.7rem;
    align-items: flex-start;
    padding: 0.7rem 0.9rem;
    border: 1px solid var(--line);
    border-radius: 0.6rem;
    cursor: pointer;
  }
  .card:hover {
    border-color: var(--control);
  }
  .card:has(:checked) {
    border-color: var(--accent);
    background: var(--soft);
  }
  .card:has(:focus-visible) {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .card input:focus-visible {
    outline: none;
  }
  .card > span {
    min-inline-size: 0;
  }
  .card .hint {
    display: block;
  }
  .card-name {
    font-weight: 550;
  }
  input[type='radio'],
  input[type='checkbox'] {
    flex: none;
    inline-size: 1.1rem;
    block-size: 1.1rem;
    margin: 0.22rem 0 0;
    accent-color: var(--accent);
  }
  .answer {
    display: grid;
    gap: 0.4rem;
    padding: 0.75rem 1rem;
    border-inline-start: 4px solid var(--control);
    border-radius: 0.4rem;
    background: var(--code);
  }
  .answer strong {
    margin-inline-end: 0.35em;
  }
  .answer ul {
    padding-inline-start: 1.2rem;
  }
  .answer.good {
    border-color: var(--good);
    background: var(--good-soft);
  }
  .answer.good strong {
    color: var(--good);
  }
  .answer.bad {
    border-color: var(--bad);
    background: var(--bad-soft);
  }
  .answer.bad strong {
    color: var(--bad);
  }
  .answer.warn {
    border-color: var(--warn);
    background: var(--warn-soft);
  }
  .answer.warn strong {
    color: var(--warn);
  }
  .answer code {
    overflow-wrap: anywhere;
  }
  @media (forced-colors: active) {
    .answer,
    .card:has(:checked) {
      border: 2px solid;
    }
    .card:has(:checked) {
      border-color: Highlight;
    }
  }
`;
