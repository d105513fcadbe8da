import { html, nothing, type TemplateResult } from 'lit';
import type { Choices } from '../choices.ts';
import { isWebAddress } from '../address.ts';
import { bannerById, CONSENT_BANNERS } from '../consent-banners.ts';
import type { PlatformInfo } from '../platform-info.ts';
import { CDN, type State } from '../state.ts';
import { fill, texts } from '../texts.ts';
import { checkbox, radioCards, textField } from './field.ts';
import { fieldRows } from './field-rows.ts';

const words = texts.options;

export interface OptionsStep {
  state: State;
  platform: PlatformInfo | undefined;
  /** The choices with which the page began: what is not as usual among them is open. */
  start: State;
  change(patch: Partial<Choices>): void;
  changeFields(fields: Choices['fields'], said: string, focus?: string): void;
  setBanner(banner: string): void;
}

export function optionsStep(step: OptionsStep): TemplateResult {
  return html`<section aria-labelledby="options">
    <h2 id="options"><span class="number" aria-hidden="true">3</span>${words.heading}</h2>
    ${visitors(step)} ${loading(step)} ${consent(step)} ${more(step)}
  </section>`;
}

function visitors({ state, platform, change, changeFields }: OptionsStep): TemplateResult {
  const { recognise, fields } = state.choices;
  if (platform && !platform.canRecognise) {
    return html`<h3>${words.visitors}</h3>
      <p class="answer plain">${texts.platform.cannotRecognise}</p>`;
  }
  return html`<h3>${words.visitors}</h3>
    ${checkbox('recognise', words.recognise, words.recogniseHint, recognise, (isChecked) =>
      change({ recognise: isChecked }),
    )}
    ${recognise ? fieldRows({ fields, platform, change: changeFields }) : nothing}`;
}

function loading({ state, change }: OptionsStep): TemplateResult {
  return radioCards(
    'loading',
    words.loading,
    [
      { value: 'eager', label: words.eager, hint: words.eagerHint },
      { value: 'idle', label: words.idle, hint: words.idleHint },
      { value: 'interaction', label: words.interaction, hint: words.interactionHint },
    ],
    state.choices.loading,
    (value) => change({ loading: value as Choices['loading'] }),
  );
}

function consent({ state, change, setBanner }: OptionsStep): TemplateResult {
  const { banner, choices } = state;
  const known = bannerById(banner);
  const unsafe = namesIn(choices.loadOn).find(isUnsafe);
  return html`<h3>${words.consent}</h3>
    <div class="field">
      <label for="banner">${words.banner}</label>
      <p class="hint" id="banner-hint">${words.bannerHint}</p>
      <select
        id="banner"
        aria-describedby="banner-hint"
        @change=${(event: Event) => setBanner((event.target as HTMLSelectElement).value)}
      >
        <option value="none" ?selected=${banner === 'none'}>${words.bannerNone}</option>
        ${CONSENT_BANNERS.map(
          ({ id, name }) => html`<option value=${id} ?selected=${banner === id}>${name}</option>`,
        )}
        <option value="other" ?selected=${banner === 'other'}>${words.bannerOther}</option>
      </select>
      ${
        known
          ? html`<p class="note">
              ${fill(words.category, { category: known.category, banner: known.name })}
            </p>`
          : nothing
      }
    </div>
    ${
      banner === 'other'
        ? textField({
            id: 'load-on',
            label: words.event,
            hint: words.eventHint,
            value: choices.loadOn,
            isCode: true,
            placeholder: 'consent-given',
            wrong:
              (!choices.loadOn.trim() && words.eventMissing) ||
              (choices.loadOn.includes(',') && words.eventCommas) ||
              (unsafe && fill(words.eventUnsafe, { event: unsafe })),
            change: (loadOn) => change({ loadOn }),
          })
        : nothing
    }`;
}

/** Events of known banners that come for a refusal, too. */
const isUnsafe = (name: string): boolean =>
  CONSENT_BANNERS.some(({ event, events }) => events?.includes(name) && event !== name);

const namesIn = (list: string): string[] => list.match(/\S+/g) ?? [];

function more({ state, start, change }: OptionsStep): TemplateResult {
  const { clearOn, fallback, debug, script } = state.choices;
  const clearNames = namesIn(clearOn);
  const setPagehide = (isOn: boolean): void => {
    const others = clearNames.filter((name) => name !== 'pagehide');
    const names = isOn ? [...(others.length > 0 ? others : ['logout']), 'pagehide'] : others;
    change({ clearOn: names.join(' ') === 'logout' ? '' : names.join(' ') });
  };
  return html`<details class="more" ?open=${isUnusual(start.choices)}>
    <summary>${words.more}</summary>
    <h3>${words.fallback}</h3>
    <p class="hint">${words.fallbackHint}</p>
    <div class="pair">
      ${textField({
        id: 'link',
        label: words.linkAddress,
        value: fallback.address,
        isCode: true,
        inputmode: 'url',
        placeholder: 'https://help.example.com/',
        isPublic: isWebAddress(fallback.address),
        wrong: fallback.address && !isLink(fallback.address) && words.linkAddressWrong,
        change: (address) => change({ fallback: { ...fallback, address: address.trim() } }),
      })}
      ${textField({
        id: 'link-text',
        label: words.linkText,
        value: fallback.text,
        change: (text) => change({ fallback: { ...fallback, text } }),
      })}
    </div>
    <h3>${words.clear}</h3>
    <p class="hint">${words.clearHint}</p>
    ${textField({
      id: 'clear-on',
      label: words.clearOn,
      hint: words.clearOnHint,
      value: clearOn,
      isCode: true,
      placeholder: 'logout',
      wrong: clearOn.includes(',') && words.eventCommas,
      change: (value) => change({ clearOn: value }),
    })}
    ${checkbox('pagehide', words.pagehide, words.pagehideHint, clearNames.includes('pagehide'), setPagehide)}
    <h3>${words.debug}</h3>
    ${checkbox('debug', words.debugOnRequest, words.debugHint, debug, (isChecked) =>
      change({ debug: isChecked }),
    )}
    ${textField({
      id: 'script',
      label: words.script,
      hint: words.scriptHint,
      value: script,
      isCode: true,
      inputmode: 'url',
      isPublic: true,
      wrong: !isScript(script) && words.scriptWrong,
      change: (value) => change({ script: value.trim() }),
    })}
  </details>`;
}

const isUnusual = ({ clearOn, fallback, debug, script }: Choices): boolean =>
  Boolean(clearOn || fallback.address || debug || script !== CDN);

const isLink = (address: string): boolean => /^(https?:\/\/|mailto:|tel:|\/)/i.test(address);

/** A file by its address, whole or on the site itself. */
const isScript = (address: string): boolean => /^(?:(?:https?:)?\/\/|(?!\w+:))\S+\.m?js\b/i.test(address);
