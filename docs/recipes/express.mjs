// useresponse.mjs: app.use(useresponse) below the line that reads the session, above the routes. In the layout, right above
// </body>, unescaped: <%- useresponse %> in EJS, != useresponse in Pug, {{{useresponse}}} in Handlebars.
import { renderWidget } from 'useresponse-widget/server';

const SCRIPT = '<script src="https://cdn.example.com/useresponse-widget.min.js" async></script>';
const WIDGET = {
  src: 'https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js',
  fallback: '<a href="https://help.example.com/">Contact support</a>',
};

export async function useresponse(request, response, next) {
  const { user } = request;
  const securityKey = process.env.USERESPONSE_KEY;
  const visitor = securityKey &&
    user?.email && {
      securityKey,
      email: user.email,
      name: user.name,
      properties: { property_170: user.phone }, // custom fields; or leave the line out
    };
  response.locals.useresponse = SCRIPT + (await renderWidget({ ...WIDGET, ...visitor }));
  next();
}
