/** What the app shows, as the test has put it into a cookie: who is signed in is known to servers by cookies, too. */
export const stateOf = (cookies) =>
  JSON.parse(decodeURIComponent(/(?:^|; )state=([^;]*)/.exec(cookies)?.[1] ?? '{}'));
