import { css } from 'lit';

export const previewStyles = css`
  section {
    gap: 0.75rem;
  }
  .cards {
    grid-template-columns: 1fr;
    gap: 0.35rem;
  }
  .card {
    padding: 0.3rem 0.7rem;
    font-size: 0.9375rem;
  }
  .window {
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: 0.6rem;
  }
  .bar {
    display: flex;
    gap: 0.35rem;
    padding: 0.5rem 0.75rem;
    border-block-end: 1px solid var(--line);
    background: var(--code);
  }
  .bar span {
    inline-size: 0.6rem;
    block-size: 0.6rem;
    border-radius: 50%;
    background: var(--line);
  }
  iframe {
    display: block;
    inline-size: 100%;
    block-size: 18rem;
    border: 0;
  }
  .state {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    min-block-size: 2.5rem;
  }
  .status::before {
    content: '';
    display: inline-block;
    inline-size: 0.6rem;
    block-size: 0.6rem;
    margin-inline-end: 0.5rem;
    border-radius: 50%;
    background: var(--control);
  }
  .status.ready::before {
    background: var(--good);
  }
  .status.error::before {
    background: var(--bad);
  }
  .state button {
    padding-block: 0.3rem;
  }
  .log {
    max-block-size: 14rem;
    overflow-y: auto;
    font-size: 0.9375rem;
  }
  .log ol {
    display: grid;
    gap: 0.6rem;
    padding-inline-start: 1.4rem;
  }
  li p {
    font-weight: 550;
  }
  pre {
    margin-block-start: 0.25rem;
    padding: 0.5rem 0.75rem;
    border-radius: 0.4rem;
    background: var(--code);
    font-size: 0.8125rem;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  button.quiet {
    justify-self: start;
  }
  @media (forced-colors: active) {
    .status::before {
      border: 1px solid;
    }
  }
`;
