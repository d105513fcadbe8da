import { css } from 'lit';

export const stepStyles = css`
  .columns {
    position: relative;
    display: grid;
    gap: 1.5rem;
  }
  .steps-column {
    display: grid;
    gap: 1.5rem;
    align-content: start;
    min-inline-size: 0;
  }
  .preview-column {
    min-inline-size: 0;
  }
  @media (min-width: 68rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr) 25rem;
      gap: 2rem;
      align-items: start;
    }
    .preview-column {
      position: sticky;
      inset-block-start: 1.5rem;
      max-block-size: calc(100vh - 3rem);
      overflow-y: auto;
    }
  }
  .number {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 2rem;
    block-size: 2rem;
    border-radius: 50%;
    background: var(--soft);
    color: var(--accent);
    font-size: 1rem;
    font-weight: 700;
    letter-spacing: 0;
  }

  .field {
    display: grid;
    gap: 0.25rem;
    align-content: start;
    min-inline-size: 0;
  }
  .field > label {
    font-weight: 600;
    font-size: 0.9375rem;
  }
  .field > .hint {
    font-size: 0.875rem;
  }
  input[type='text'],
  input[type='search'],
  select,
  textarea {
    inline-size: 100%;
    min-inline-size: 0;
    padding: 0.55rem 0.75rem;
    border: 1px solid var(--control);
    border-radius: 0.5rem;
    background: var(--sheet);
  }
  textarea {
    min-block-size: 7rem;
    resize: vertical;
  }
  ::placeholder {
    color: var(--quiet);
    opacity: 1;
  }
  [aria-invalid='true'] {
    border-color: var(--bad);
    box-shadow: 0 0 0 1px var(--bad);
  }
  .wrong {
    color: var(--bad);
    font-size: 0.875rem;
  }
  .wrong:empty {
    display: none;
  }
  .note {
    margin-block-start: 0.35rem;
    font-size: 0.9375rem;
  }
  .pair {
    display: grid;
    gap: 0.75rem 1rem;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
  }
  .pair .field {
    align-content: end;
  }
  .check {
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: 0.7rem;
  }
  .check label {
    font-weight: 550;
  }
  .check .hint {
    grid-column: 2;
  }
  #understood:empty {
    display: none;
  }
  #understood .hint {
    font-size: 0.8125rem;
  }

  details > :not(summary) {
    margin-block-start: 1rem;
  }
  details > h3 + .hint {
    margin-block-start: 0.15rem;
  }
  details > h3:not(:first-of-type) {
    margin-block-start: 1.75rem;
  }
  summary {
    inline-size: fit-content;
    color: var(--accent);
    font-weight: 600;
    cursor: pointer;
  }
  section > h3,
  section > .cards,
  section > .more {
    margin-block-start: 0.75rem;
  }
  section > h2 + h3 {
    margin-block-start: 0;
  }

  .filter input {
    max-inline-size: 22rem;
  }
  .platforms legend {
    margin-block-end: 0.4rem;
    color: var(--quiet);
    font-size: 0.875rem;
  }
  .grid {
    display: grid;
    gap: 0.5rem;
    grid-template-columns: repeat(auto-fill, minmax(min(12.5rem, 100%), 1fr));
  }
  .card.small {
    padding: 0.45rem 0.7rem;
    font-size: 0.9375rem;
  }

  .rows {
    display: grid;
    gap: 0.75rem;
    justify-items: start;
  }
  .rows > * {
    inline-size: 100%;
  }
  .rows > legend {
    margin-block-end: 0.15rem;
  }
  .rows > button {
    inline-size: auto;
  }
  .none {
    color: var(--quiet);
  }
  .row {
    display: grid;
    grid-template-columns: minmax(4.5rem, 1fr) minmax(9rem, 1.8fr) minmax(8rem, 2fr) auto;
    gap: 0.5rem 0.75rem;
    align-items: start;
    padding: 0.75rem;
    border: 1px solid var(--line);
    border-radius: 0.6rem;
  }
  .row > .hint {
    grid-column: 1 / -1;
  }
  @media (max-width: 40rem) {
    .row {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .row > .field:not(:first-child) {
      grid-column: 1 / -1;
    }
    .row > .icon {
      grid-area: 1 / 2;
    }
  }
  .icon {
    margin-block-start: 1.6rem;
    padding: 0.55rem;
    border-color: transparent;
    background: none;
    color: var(--quiet);
  }
  .icon svg {
    display: block;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
  }

  .pieces {
    display: grid;
    gap: 1.75rem;
    list-style: none;
  }
  .piece {
    display: grid;
    gap: 0.6rem;
    min-inline-size: 0;
  }
  .steps {
    display: grid;
    gap: 0.25rem;
    padding-inline-start: 1.4rem;
  }
  .code-box {
    min-inline-size: 0;
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: 0.6rem;
    background: var(--code);
  }
  .code-head {
    display: flex;
    gap: 1rem;
    align-items: center;
    justify-content: space-between;
    padding-block: 0.5rem;
    padding-inline: 1rem 0.6rem;
    border-block-end: 1px solid var(--line);
  }
  .language {
    color: var(--quiet);
    font-size: 0.875rem;
  }
  .code-box pre {
    padding: 1rem;
    line-height: 1.55;
    overflow-x: auto;
    tab-size: 2;
  }
  .code-box pre:focus-visible {
    outline-offset: -4px;
  }
  .comment {
    color: var(--quiet);
    font-style: italic;
  }
  .string {
    color: var(--good);
  }
  .tag {
    color: var(--accent);
  }
  .mark {
    color: var(--bad);
  }
  .copy {
    padding-block: 0.3rem;
    font-size: 0.9375rem;
  }
  .footer {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }
`;
