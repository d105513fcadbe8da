import type { Platform } from '../choices.ts';
import { markup, type Language } from './markup.ts';

/** Django and Flask: a function gives every template the token, and the template does the rest. */

const DJANGO_TOKEN = `import hashlib
import os


def visitor(request):
    """The token of who is signed in; empty for nobody."""
    key = os.environ.get("USERESPONSE_KEY", "")
    user = getattr(request, "user", None)
    email = user.email if user and user.is_authenticated else ""
    token = hashlib.sha256((key + email).encode()).hexdigest() if key and email else ""
    return {"useresponse_token": token}
`;

/** Nothing is printed as `None`, and of a string in an expression Django believes that it is markup. */
const django: Language = {
  open: '{% if useresponse_token %}',
  close: '{% endif %}',
  token: 'useresponse_token',
  email: 'request.user.email',
  name: 'request.user.get_full_name|default:request.user.get_username',
  print: (expression) =>
    expression === 'useresponse_token'
      ? '{{ useresponse_token }}'
      : `{{ ${expression}|default_if_none:""|force_escape }}`,
  printJson: (expression) => `&quot;{{ ${expression}|default_if_none:""|escapejs }}&quot;`,
};

const FLASK_TOKEN = `import hashlib
import os

from flask_login import current_user


@app.context_processor
def useresponse():
    """The token of who is signed in; empty for nobody."""
    key = os.environ.get("USERESPONSE_KEY", "")
    email = getattr(current_user, "email", None) or ""
    token = hashlib.sha256((key + email).encode()).hexdigest() if key and email else ""
    return {"useresponse_token": token}
`;

const flask: Language = {
  open: '{% if useresponse_token %}',
  close: '{% endif %}',
  token: 'useresponse_token',
  email: 'current_user.email',
  name: 'current_user.name',
  print: (expression) =>
    expression === 'useresponse_token'
      ? '{{ useresponse_token }}'
      : `{{ (${expression})|default("", true)|e }}`,
  printJson: (expression) => `{{ (${expression})|default("", true)|tojson|forceescape }}`,
};

const platform = (
  id: string,
  language: Language,
  server: string,
  template: 'django' | 'jinja',
): Platform => ({
  id,
  group: 'code',
  canRecognise: true,
  tried: 'engine',
  snippets: (choices) => [
    ...(choices.recognise ? [{ id: 'server', language: 'python' as const, code: server }] : []),
    { id: 'tag', language: template, code: markup(choices, language) },
  ],
});

export const pythonPlatforms: Platform[] = [
  platform('django', django, DJANGO_TOKEN, 'django'),
  platform('flask', flask, FLASK_TOKEN, 'jinja'),
];
