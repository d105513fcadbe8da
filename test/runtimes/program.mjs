import { createToken, renderWidget } from 'useresponse-widget/server';

const securityKey = 's3cr3t-kéy';
const emails = ['testchat@test.com', 'TestChat@Test.COM', 'jürgen@test.com', 'a&b@example.com'];
const src = 'https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js';

const refused = await createToken({ email: '', securityKey }).catch((error) => `${error}`);
const html = await renderWidget({
  ...{ src, securityKey, email: 'a&b@example.com', name: `"'<Zoë>\r\n\ud800 👋`, hints: true },
  properties: { property_170: '"\u2028' },
});
const tokens = await Promise.all(emails.map((email) => createToken({ email, securityKey })));

console.log(JSON.stringify({ tokens, html, refused }));
