import { hydrate, render } from 'solid-js/web';
import { App } from './App.jsx';

const { root, start } = window.app;
const show = root.hasChildNodes() ? hydrate : render;
show(() => <App start={start} />, root);
