import { html, nothing, type TemplateResult } from 'lit';
import { bannerById, linesFor } from '../consent-banners.ts';
import type { Piece, PlatformInfo } from '../platform-info.ts';
import { isComplete, type State } from '../state.ts';
import { fill, texts } from '../texts.ts';
import { highlight } from './highlight.ts';

const words = texts.result;

/** Where there is no tag in the text that one could paste lines below. */
const places: Record<string, string> = words.consentPlaces;

/** Names, the same in every language. */
const LANGUAGES: Record<Piece['language'], string> = {
  html: 'HTML',
  php: 'PHP',
  twig: 'Twig',
  blade: 'Blade',
  python: 'Python',
  django: 'Django',
  jinja: 'Jinja',
  ruby: 'Ruby',
  erb: 'ERB',
  js: 'JavaScript',
  jsx: 'JSX',
  csharp: 'C#',
  razor: 'Razor',
  java: 'Java',
  jsp: 'JSP',
  liquid: 'Liquid',
  handlebars: 'Handlebars',
  json: 'JSON',
  yaml: 'YAML',
  ini: 'INI',
};

export interface ResultStep {
  state: State;
  platform: PlatformInfo | undefined;
  /** The piece that was copied last. */
  copied: string;
  copy(id: string, text: string, shown: Element | null): void;
}

export function resultStep(step: ResultStep): TemplateResult {
  return html`<section aria-labelledby="result">
    <h2 id="result"><span class="number" aria-hidden="true">4</span>${words.heading}</h2>
    ${step.platform && isComplete(step.state.choices) ? pieces(step, step.platform) : missing(step)}
  </section>`;
}

function missing({ state, platform }: ResultStep): TemplateResult {
  return html`<div class="answer plain">
    <p>${words.notYet}</p>
    <ul>
      ${isComplete(state.choices) ? nothing : html`<li>${words.needsCode}</li>`}
      ${platform ? nothing : html`<li>${words.needsPlatform}</li>`}
    </ul>
  </div>`;
}

function pieces(step: ResultStep, platform: PlatformInfo): TemplateResult {
  const { choices, banner } = step.state;
  const all = platform.pieces(choices);
  const known = bannerById(banner);
  if (known) {
    all.push({
      id: 'consent',
      name: words.consentName,
      steps: [places[platform.id] ?? words.consentWhere, fill(words.consentWhat, { banner: known.name })],
      language: 'html',
      code: platform.beside(linesFor(known)),
    });
  }
  const { limits } = platform;
  return html`<ol class="pieces">
      ${all.map((piece) => onePiece(piece, step))}
    </ol>
    <div class="answer plain">
      <p><strong>${words.limits}</strong></p>
      <ul>
        ${platform.canRecognise && choices.recognise ? html`<li>${words.key}</li>` : nothing}
        ${limits.map((limit) => html`<li>${limit}</li>`)}
        <li>${words.tried[platform.tried]}</li>
      </ul>
    </div>`;
}

function onePiece({ id, name, steps, language, code }: Piece, { copied, copy }: ResultStep): TemplateResult {
  const isCopied = copied === id;
  const handleCopy = (event: Event): void => {
    const shown = (event.currentTarget as Element).closest('.piece')!.querySelector('pre code');
    copy(id, code, shown);
  };
  return html`<li class="piece">
    <h3 id="piece-${id}">${name}</h3>
    ${
      steps.length > 0
        ? html`<ol class="steps">
            ${steps.map((text) => html`<li>${text}</li>`)}
          </ol>`
        : nothing
    }
    <div class="code-box">
      <div class="code-head">
        <span class="language">${LANGUAGES[language]}</span>
        <button
          type="button"
          class="copy"
          aria-label=${isCopied ? words.copied : fill(words.copyNamed, { name })}
          @click=${handleCopy}
        >
          ${isCopied ? html`<span aria-hidden="true">✓</span> ${words.copied}` : words.copy}
        </button>
      </div>
      <pre
        dir="ltr"
        tabindex="0"
        role="region"
        aria-labelledby="piece-${id}"
      ><code>${highlight(code)}</code></pre>
    </div>
  </li>`;
}
