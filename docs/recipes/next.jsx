// app/useresponse.jsx, a server component: no “use client”. In app/layout, right above </body>:
// <Useresponse user={session?.user} />. The security key is in .env.local, under no name with NEXT_PUBLIC_.
import { createToken } from 'useresponse-widget/server';

export async function Useresponse({ user }) {
  const securityKey = process.env.USERESPONSE_KEY;
  const visitor = securityKey &&
    user?.email && {
      token: await createToken({ email: user.email, securityKey }),
      email: user.email,
      name: user.name,
      properties: JSON.stringify({ property_170: user.phone }), // custom fields; or leave the line out
    };
  return (
    <>
      <script src="https://cdn.example.com/useresponse-widget.min.js" async></script>
      <useresponse-widget
        src="https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js"
        {...visitor}
      >
        <a href="https://help.example.com/">Contact support</a>
      </useresponse-widget>
    </>
  );
}
