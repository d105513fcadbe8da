import { onMount, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { Support } from './Support.jsx';

export function App(props) {
  const [state, setState] = createStore({ ...props.start });
  onMount(() => {
    window.app.show = (changes) => setState(changes);
  });
  return (
    <>
      <main>{state.route}</main>
      <Show when={state.isMounted && state.copy} keyed>
        <Support {...state} hear={(event) => window.app.heard.push(event)}>
          <a href="https://help.example.com/">{state.link}</a>
        </Support>
      </Show>
    </>
  );
}
