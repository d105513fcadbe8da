import { html, type Html } from '../html.ts';
import { kiteById } from '../kites.ts';
import type { Page } from '../layout.ts';
import { PEOPLE, type Person } from '../people.ts';

export function accountPage(person: Person | undefined): Page {
  return person ? signedInPage(person) : signInPage();
}

function signInPage(): Page {
  return {
    title: 'Sign in',
    section: '/shop/account',
    main: html`<section class="narrow">
      <h1>Who are you today?</h1>
      <p>No password: choose one of our two customers. Their names are awkward on purpose.</p>
      ${people(PEOPLE)}
    </section>`,
  };
}

function signedInPage(person: Person): Page {
  const others = PEOPLE.filter(({ id }) => id !== person.id);
  return {
    title: 'Account',
    section: '/shop/account',
    main: html`<section class="narrow">
      <h1>Hello, ${person.name}</h1>
      <dl class="facts">
        <div>
          <dt>Email</dt>
          <dd>${person.email}</dd>
        </div>
        ${Object.entries(person.properties).map(
          ([key, value]) =>
            html`<div>
              <dt>${key}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      <h2>Your orders</h2>
      <ul class="orders">
        ${person.orders.map(order)}
      </ul>
      <h2>Leaving</h2>
      <p>
        There are two ways out. The link is a plain navigation, as in a CMS: no script hears of it, and the
        page it lands on carries no tag. The button tells the page with the DOM event
        <code>logout</code> first, and then signs out without leaving.
      </p>
      <p class="actions">
        <a class="button" href="/shop/logout">Log out by link</a>
        <button class="button" type="button" data-log-out>Log out by button</button>
      </p>
      <h2>A shared computer</h2>
      <p>Somebody else signs in without a log-out between. Support must not take one for the other.</p>
      ${people(others)}
    </section>`,
  };
}

function order({ kite, state }: Person['orders'][number]): Html {
  return html`<li><a href="/shop/kites/${kite}">${kiteById(kite)?.name}</a> <span>${state}</span></li>`;
}

function people(choices: Person[]): Html {
  return html`<form class="actions" method="post" action="/shop/sign-in">
    ${choices.map(
      ({ id, name }) => html`<button class="button" name="person" value="${id}">Sign in as ${name}</button>`,
    )}
  </form>`;
}
