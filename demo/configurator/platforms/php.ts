import type { Choices, Platform, Snippet } from '../choices.ts';
import { indent, markup, type Language } from './markup.ts';

/** Sites that are made of PHP files: WordPress, Joomla, and those without a system. */

const php = (open: string, email: string, name: string): Language => ({
  open: `<?php if (${open}): ?>`,
  close: '<?php endif ?>',
  token: '$token',
  email,
  name,
  print: (expression) => (expression === '$token' ? '<?= $token ?>' : `<?= $escape(${expression}) ?>`),
  printJson: (expression) =>
    `<?= $escape(json_encode((string) (${expression}), JSON_INVALID_UTF8_SUBSTITUTE)) ?>`,
});

/** As text of an attribute; PHP's older versions escape no single quotes unless they are told to. */
const ESCAPE = `$escape = static function ($value) {
    return htmlspecialchars((string) $value, ENT_QUOTES, 'UTF-8');
};`;

const tag = (code: string): Snippet => ({ id: 'tag', language: 'php', code });

const WORDPRESS_KEY: Snippet = { id: 'key', language: 'php', code: "define( 'USERESPONSE_KEY', '' );" };

function wordpressCode(choices: Choices): string {
  const visitor = `	$user  = wp_get_current_user();
	$key   = defined( 'USERESPONSE_KEY' ) ? USERESPONSE_KEY : '';
	// WordPress keeps "a & b" as "a &amp; b".
	$email = wp_specialchars_decode( (string) $user->user_email, ENT_QUOTES );
	$name  = wp_specialchars_decode( (string) $user->display_name, ENT_QUOTES );
	$token = $key && $email ? hash( 'sha256', $key . $email ) : '';
${indent(ESCAPE.replaceAll('    ', '\t'), '\t')}
`;
  return `add_action( 'wp_footer', static function () {
${choices.recognise ? visitor : ''}	?>
${markup(choices, php('$token', '$email', '$name'))}
	<?php
} );`;
}

/** The same code for every kind of theme; what differs is where it goes. */
const wordpress = (id: string, head: string): Platform => ({
  id,
  group: 'cms',
  canRecognise: true,
  tried: 'engine',
  snippets: (choices) => [...(choices.recognise ? [WORDPRESS_KEY] : []), tag(head + wordpressCode(choices))],
});

const WORDPRESS_FILE = `<?php
/**
 * Plugin Name: UseResponse tag
 */

`;

const joomla: Platform = {
  id: 'joomla',
  group: 'cms',
  canRecognise: true,
  tried: 'engine',
  snippets(choices) {
    if (!choices.recognise) return [{ id: 'tag', language: 'html', code: markup(choices) }];
    // In a function of its own, so that no variable of the template is touched.
    const code = `<?php (static function () {
    $user = \\Joomla\\CMS\\Factory::getApplication()->getIdentity();
    $key = defined('USERESPONSE_KEY') ? USERESPONSE_KEY : '';
    $token = $key && $user && !$user->guest && $user->email ? hash('sha256', $key . $user->email) : '';
${indent(ESCAPE, '    ')}
?>
${markup(choices, php('$token', '$user->email', '$user->name'))}
<?php })() ?>`;
    return [{ id: 'key', language: 'php', code: "<?php\ndefine('USERESPONSE_KEY', '');" }, tag(code)];
  },
};

const plain: Platform = {
  id: 'php',
  group: 'code',
  canRecognise: true,
  tried: 'engine',
  snippets(choices) {
    if (!choices.recognise) return [{ id: 'tag', language: 'html', code: markup(choices) }];
    const code = `<?php
// Who is signed in, as your site knows it; empty for nobody.
$visitorEmail = $_SESSION['email'] ?? '';
$visitorName = $_SESSION['name'] ?? '';

$key = getenv('USERESPONSE_KEY');
$token = $key && $visitorEmail ? hash('sha256', $key . $visitorEmail) : '';
${ESCAPE}
?>
${markup(choices, php('$token', '$visitorEmail', '$visitorName'))}`;
    return [tag(code)];
  },
};

export const phpPlatforms: Platform[] = [
  wordpress('wordpress-classic', ''),
  wordpress('wordpress-block', ''),
  wordpress('wordpress-child', ''),
  wordpress('wordpress-mu', WORDPRESS_FILE),
  joomla,
  plain,
];
