import { html, type Html } from './html.ts';
import type { Person } from './people.ts';
import { tokenFor } from './tokens.ts';

/** The widget of the demo's account; the chat id is also the key of its faults in the simulator. */
export const WIDGET = '38';

const IID = 'uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709';

export interface WidgetOptions {
  simulator: string;
  person: Person | undefined;
}

/** The tag as a site's own template would write it. */
export async function widgetTag({ simulator, person }: WidgetOptions): Promise<Html> {
  const src = `${simulator}/public/sdk/chat-${IID}-${WIDGET}.js`;
  const user = person && html`${await userAttributes(person)}`;
  return html`<useresponse-widget src="${src}" ${user}>
    <a href="/shop/support">Contact support</a>
  </useresponse-widget>`;
}

async function userAttributes({ email, name, properties }: Person): Promise<Html> {
  const token = await tokenFor(email);
  return html` token="${token}" email="${email}" name="${name}" properties="${JSON.stringify(properties)}"`;
}
