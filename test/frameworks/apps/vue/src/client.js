import { createApp, createSSRApp } from 'vue';
import App from './App.vue';

const { root, start } = window.app;
const create = root.hasChildNodes() ? createSSRApp : createApp;
create(App, { start }).mount(root);
