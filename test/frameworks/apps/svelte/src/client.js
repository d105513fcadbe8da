import { hydrate, mount } from 'svelte';
import App from './App.svelte';

const { root: target, start } = window.app;
const show = target.hasChildNodes() ? hydrate : mount;
show(App, { target, props: { start } });
