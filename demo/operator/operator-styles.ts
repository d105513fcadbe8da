import { css } from 'lit';

export const operatorStyles = css`
  :host {
    --back: #eef1f4;
    --sheet: #fff;
    --text: #1b2733;
    --quiet: #51606e;
    --line: #ccd5dd;
    --strong: #17506b;
    --on-strong: #fff;
    --good: #1c6b3c;
    --fair: #8a5200;
    --bad: #a8202f;
    display: block;
    color-scheme: light dark;
    background: var(--back);
    color: var(--text);
    font:
      400 0.9375rem/1.45 system-ui,
      sans-serif;
  }
  @media (prefers-color-scheme: dark) {
    :host {
      --back: #0c131b;
      --sheet: #17212c;
      --text: #e8eef3;
      --quiet: #a9b7c4;
      --line: #3a4957;
      --strong: #8fd0ee;
      --on-strong: #08202c;
      --good: #7fdca2;
      --fair: #f2c06b;
      --bad: #ff9aa2;
    }
  }
  * {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 3px solid var(--text);
    outline-offset: 2px;
  }
  button,
  input {
    font: inherit;
    color: inherit;
  }
  h2,
  p,
  ul,
  ol,
  dl,
  dd,
  pre {
    margin: 0;
    padding: 0;
  }
  h2 {
    font-size: 1rem;
  }
  .connection {
    padding: 0.75rem 1rem 0;
    color: var(--quiet);
    font-size: 0.8125rem;
  }
  .connection::before {
    content: '';
    display: inline-block;
    inline-size: 0.6rem;
    block-size: 0.6rem;
    margin-inline-end: 0.4rem;
    border-radius: 50%;
    background: currentColor;
  }
  .live::before {
    background: var(--good);
  }
  .panes {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr));
    align-items: start;
    padding: 0.75rem 1rem 1rem;
  }
  section {
    display: grid;
    gap: 0.6rem;
    min-inline-size: 0;
    padding: 0.9rem 1rem 1rem;
    border: 1px solid var(--line);
    border-radius: 0.75rem;
    background: var(--sheet);
  }
  .hint,
  .email {
    color: var(--quiet);
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }
  .email {
    color: var(--text);
  }

  .person {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.2rem 0.75rem;
    align-items: start;
  }
  .person > .email,
  .person > .hint,
  .person > dl {
    grid-column: 1 / -1;
  }
  .name {
    font-size: 1.25rem;
    font-weight: 650;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  .badge {
    padding: 0.1rem 0.6rem;
    border: 1.5px solid currentColor;
    border-radius: 1rem;
    color: var(--quiet);
    font-size: 0.8125rem;
    font-weight: 650;
    white-space: nowrap;
  }
  .badge.verified {
    color: var(--good);
  }
  .badge.verified::before {
    content: '✓ ' / '';
  }
  .badge.static,
  .badge.missing {
    color: var(--fair);
  }
  dl {
    display: grid;
    gap: 0.4rem;
    margin-block-start: 0.5rem;
    padding-block-start: 0.6rem;
    border-block-start: 1px solid var(--line);
    font-size: 0.875rem;
  }
  dt {
    color: var(--quiet);
    font-family: ui-monospace, monospace;
    font-size: 0.8125rem;
  }
  dd {
    overflow-wrap: anywhere;
  }

  .messages {
    display: grid;
    gap: 0.4rem;
    max-block-size: 14rem;
    overflow-y: auto;
  }
  .message {
    inline-size: fit-content;
    max-inline-size: 90%;
    padding: 0.35rem 0.7rem;
    border-radius: 0.75rem;
    background: var(--back);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .message.operator {
    justify-self: end;
    background: var(--strong);
    color: var(--on-strong);
  }
  .who {
    display: block;
    font-size: 0.75rem;
    font-weight: 650;
  }
  form {
    display: grid;
    gap: 0.25rem;
  }
  form label {
    font-size: 0.875rem;
  }
  .row {
    display: flex;
    gap: 0.5rem;
    align-items: center;
  }
  .heading {
    justify-content: space-between;
  }
  .row input {
    flex: 1;
    min-inline-size: 0;
    padding: 0.4rem 0.65rem;
    border: 1px solid var(--quiet);
    border-radius: 0.5rem;
    background: var(--sheet);
  }
  button {
    padding: 0.4rem 0.8rem;
    border: 1px solid var(--strong);
    border-radius: 0.5rem;
    background: var(--sheet);
    color: var(--strong);
    font-weight: 600;
    white-space: nowrap;
    cursor: pointer;
  }
  form button {
    background: var(--strong);
    color: var(--on-strong);
  }
  :disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }

  .switches {
    display: grid;
    gap: 0.55rem;
    list-style: none;
  }
  .switches li {
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: 0.7rem;
    align-items: center;
  }
  .switches label {
    font-weight: 600;
    cursor: pointer;
  }
  .switches .hint {
    grid-column: 2;
  }
  [role='switch'] {
    appearance: none;
    position: relative;
    inline-size: 2.6rem;
    block-size: 1.5rem;
    margin: 0;
    border: 2px solid var(--quiet);
    border-radius: 1rem;
    background: var(--sheet);
    cursor: pointer;
  }
  [role='switch']::before {
    content: '';
    position: absolute;
    inset: 0.15rem auto 0.15rem 0.15rem;
    aspect-ratio: 1;
    border-radius: 50%;
    background: var(--quiet);
  }
  [role='switch']:checked {
    border-color: var(--bad);
    background: var(--bad);
  }
  [role='switch']:checked::before {
    inset-inline: auto 0.15rem;
    background: var(--sheet);
  }

  .log {
    max-block-size: 22rem;
    overflow-y: auto;
    list-style: none;
    font-size: 0.875rem;
  }
  .log li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.7rem;
    align-items: baseline;
    padding-block: 0.35rem;
    border-block-start: 1px solid var(--line);
  }
  .log div {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  time,
  .elapsed {
    color: var(--quiet);
    font-family: ui-monospace, monospace;
    font-size: 0.8125rem;
  }
  .call {
    font-weight: 650;
  }
  .bad {
    color: var(--bad);
  }
  code,
  pre {
    font-family: ui-monospace, monospace;
    font-size: 0.8125rem;
  }
  summary {
    cursor: pointer;
  }
  pre {
    margin-block-start: 0.35rem;
    padding: 0.5rem;
    border-radius: 0.4rem;
    background: var(--back);
    color: var(--text);
    font-weight: 400;
    overflow-x: auto;
  }
  /* A colour scheme of the system's own paints over the knob. */
  @media (forced-colors: active) {
    [role='switch'] {
      appearance: auto;
    }
    [role='switch']::before {
      content: none;
    }
    .message,
    .badge {
      border: 1px solid;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    [role='switch']::before {
      transition: inset 0.12s;
    }
    .log li:first-child {
      animation: arrive 0.4s ease-out;
    }
    @keyframes arrive {
      from {
        background: var(--back);
      }
    }
  }
`;
