export { renderWidget, type WidgetOptions } from './server/render.ts';
export { createToken, type TokenParts } from './server/token.ts';
