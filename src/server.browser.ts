/** Bundlers look for the names that the server's entry exports; nobody gets to call them. */
export const createToken = undefined;
export const renderWidget = undefined;

throw new Error(
  'useresponse-widget/server belongs on a server: it takes the security key of UseResponse, which must never reach a browser.',
);
