import type { ErrorCode } from '../messages.ts';

/** What a code means at more length than the console has room for: for the inspector, the README and docs/messages. */
export interface Explanation {
  /** One line, in Markdown: the README's table. */
  summary: string;
  /** What the element does about it by itself. */
  effect: string;
  /** Why it happens, likeliest first. */
  causes: string[];
  /** What to do, in the order in which to try it. */
  remedies: string[];
  /** The right way, or the wrong one and the right one. */
  example?: { language: 'html' | 'js' | 'php'; text: string };
}

const ADDRESS =
  'https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js';

export const EXPLANATIONS: Record<ErrorCode, Explanation> = {
  'bad-src': {
    summary: '`src` or `host` is no address that a script can be loaded from; nothing is loaded',
    effect: 'Nothing is loaded, and the fallback content stays.',
    causes: [
      'Only a part of the address was copied out of the embed code, or the variable in the middle of it was copied as it stands there.',
      'A template put nothing, or its own placeholder, into the attribute.',
      '`host` has more in it than a host: a path, a question mark, an @.',
      'The address begins with something other than `http:` or `https:`.',
    ],
    remedies: [
      'Open Administration » Widgets in UseResponse, copy the embed code, and take the whole address that it puts together.',
      'Or write `host` and `chat-id` in place of `src`; `host` is what stands between `//` and the next `/`.',
    ],
    example: {
      language: 'html',
      text: `<useresponse-widget\n  src="${ADDRESS}"></useresponse-widget>\n<useresponse-widget host="help.example.com" chat-id="38"></useresponse-widget>`,
    },
  },
  'chat-id-missing': {
    summary: '`chat-id` is needed, with `host` or for a clear, and is missing or no number',
    effect:
      'With `host`, nothing is loaded. Otherwise the widget works, but a chat can’t be cleared, and whoever comes after another person is not identified.',
    causes: [
      '`chat-id` holds something besides digits, such as a whole address or a template.',
      '`host` is given without it.',
      'The address in `src` is of a form that has no number in it.',
    ],
    remedies: [
      'Look at the address in the embed code: the chat id is the last number in it, or what follows `wid=`.',
      'Write that number into `chat-id`.',
    ],
    example: {
      language: 'html',
      text: '<useresponse-widget host="help.example.com" chat-id="38"></useresponse-widget>',
    },
  },
  'bad-properties': {
    summary: '`properties` is not JSON, or a field in it is nested; the rest is used',
    effect: 'The visitor is identified without these fields, or without the nested one.',
    causes: [
      'The quotation marks are curly ones from a word processor, or single ones.',
      'A comma is missing, or stands behind the last field.',
      'The quotation marks of the JSON end the attribute, because they were not escaped.',
      'The value was escaped twice, so that `&quot;` is left in it.',
      'A framework wrote an object as `[object Object]`.',
      'A field holds a list or another object.',
      'All of it together has 100,000 characters or more: so much would freeze the page.',
    ],
    remedies: [
      'Let the server write the JSON (`json_encode`, `JSON.stringify`, `dump`), and escape it once for HTML.',
      'Or write each field as an attribute of its own, without JSON.',
      'Put `debug` into the tag: the inspector shows the place of the mistake.',
    ],
    example: {
      language: 'html',
      text: `<useresponse-widget properties='{"property_170":"https://example.com"}'></useresponse-widget>\n<useresponse-widget property_170="https://example.com"></useresponse-widget>`,
    },
  },
  'incomplete-user': {
    summary: 'there is a `token` without an `email`, or the reverse; the visitor is anonymous',
    effect: 'The widget works, and the visitor is anonymous.',
    causes: [
      'The variable for one of the two is misspelt, or empty for this user.',
      'The security key was not found on the server, so that no token was made.',
      'The page prints the email for everybody, and the token only for some.',
    ],
    remedies: [
      'Print both for a user who is signed in, and neither for everybody else.',
      'Look at the page’s source for which of the two is there.',
    ],
    example: {
      language: 'php',
      text: `<useresponse-widget src="…"<?php if ($user): ?>\n  token="<?= hash('sha256', $key . $user->email) ?>"\n  email="<?= htmlspecialchars($user->email, ENT_QUOTES, 'UTF-8') ?>"<?php endif ?>></useresponse-widget>`,
    },
  },
  'template-not-rendered': {
    summary: 'a value still holds `{{ … }}`, `{% … %}`, `${ … }`, `<? … ?>` or `%WORD%`; it is left out',
    effect: 'The value is left out. Where it is the token or the email, the visitor is anonymous.',
    causes: [
      'The tag was pasted where the CMS prints text as it is: a text block, a static file, a field that allows no code.',
      'The placeholder is one of another template engine.',
      'The value is text that looks like a placeholder, such as a name with `{{` in it.',
    ],
    remedies: [
      'Move the tag to where templates are rendered: the theme’s file, a layout, a code block.',
      'Use the placeholders of your own CMS. Where it can run no code, leave token and email out.',
    ],
  },
  'script-failed': {
    summary: 'the script is blocked, missing or broken; tried again after 1, 5 and 25 seconds',
    effect: 'The fallback content stays. It is tried again after 1, 5 and 25 seconds.',
    causes: [
      'An ad blocker or a company’s firewall keeps help desks away.',
      'The address is wrong, or the widget was deleted in UseResponse.',
      'A Content-Security-Policy does not allow the host.',
      'The page is on https and the script on http.',
      'The server is down, or its certificate has run out.',
    ],
    remedies: [
      'Open the address of the script in a tab of its own. If code appears there, it is something in the page or the browser.',
      'Try a private window without extensions.',
      'Look for “Content-Security-Policy” in the console, and add the host to `script-src`.',
    ],
  },
  'script-timeout': {
    summary: 'the script has not arrived within `timeout`; it is still used when it does',
    effect: 'The fallback content stays. A script that still arrives is used.',
    causes: ['The server or the network is slow.', 'A firewall swallows the request without an answer.'],
    remedies: [
      'Open the address of the script in a tab of its own, and see how long it takes.',
      'Raise `timeout` (milliseconds) if it is always that slow.',
    ],
    example: {
      language: 'html',
      text: '<useresponse-widget src="…" timeout="30000"></useresponse-widget>',
    },
  },
  'api-missing': {
    summary: 'the script has run, but `UR` or one of its calls is not there',
    effect: 'Nobody is identified, and the fallback content stays.',
    causes: [
      'The address is that of another script, or of a page that says “not found”.',
      'The script loads further files, and one of them is blocked.',
      'The page uses the name `UR` for something else.',
    ],
    remedies: [
      'Compare the address with the one in the embed code.',
      'Look in the console for files that were blocked or not found.',
      'Raise `timeout` if the script only needs longer.',
    ],
  },
  'api-threw': {
    summary:
      '`UR.userConfig` or `UR.clearChatStorage` threw an error; after a failed clear nobody is identified',
    effect:
      'It is tried again after 1, 5 and 25 seconds. After a failed clear nobody is identified, so that no one gets another’s conversation.',
    causes: [
      'The vendor’s script has a problem of its own.',
      'The chat id is not that of this widget.',
      'The browser’s storage is blocked or full, and the script needs it.',
    ],
    remedies: [
      'Compare token, email and chat id with what UseResponse expects.',
      'Try a private window, and another browser.',
      'Send the inspector’s report to the support of UseResponse.',
    ],
  },
  duplicate: {
    summary: 'there are two tags in the page; the first one acts',
    effect: 'The first tag acts. What the others say is not looked at.',
    causes: [
      'The tag is in the theme and in a plugin or a tag manager, too.',
      'It is in a part of the page that is printed more than once.',
    ],
    remedies: ['Search the page’s source for `useresponse-widget`, and keep the tag that knows the user.'],
  },
};
