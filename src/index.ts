import { UseresponseWidget } from './element.ts';

export { UseresponseWidget };

// Twice on a page, and on a server, are both normal.
if (!customElements.get('useresponse-widget')) customElements.define('useresponse-widget', UseresponseWidget);
