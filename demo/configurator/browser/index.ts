import { ConfiguratorView } from './configurator-view.ts';
import { PreviewPane } from './preview-pane.ts';

customElements.define('preview-pane', PreviewPane);
customElements.define('configurator-view', ConfiguratorView);
