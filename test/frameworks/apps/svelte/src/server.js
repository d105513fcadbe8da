import { render as renderComponent } from 'svelte/server';
import App from './App.svelte';

export const render = (start) => renderComponent(App, { props: { start } });
