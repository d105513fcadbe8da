/** Somebody who is signed in, with a value for a custom field. */
export type Person = Record<'email' | 'name' | 'phone', string>;

/** What people, and those who mean harm, could write into a form. */
const TEXTS = [
  'Brian "B" O\'Neil',
  `"><img src=x onerror=alert(1)>`,
  `' onfocus='alert(1)`,
  '</useresponse-widget><script>alert(1)</script>',
  '--><!--<script>',
  ']]>',
  '<?php echo getenv("USERESPONSE_KEY") ?>',
  '<%= ENV %><% system("id") %>',
  '{{7*7}}{% debug %}{# x #}${7*7}#{7*7}{!! 1 !!}@{{ x }}',
  '@csrf @php(1) @(1+1) @endif',
  'Tom &amp; Jerry &amp;quot; &#39; &lt; &notit; &#x26;',
  `'+alert(1)+'`,
  'back\\slash \\" \\\' \\u0022 \\n C:\\new',
  '`tick` $dollar $(id) %PATH% %s %1$s',
  '😀 👩‍👩‍👧 שלום مرحبا \u202edlrow\u202c é e\u0301 \u2028 \ufeff',
  'two\nlines\tand a tab',
  '  around  ',
  '\u0001\u001b[31m',
  'x'.repeat(10_000),
  '[shortcode] {loadposition x} [[x]]',
];

/** The same text in all places, and an ordinary person. */
export const PEOPLE: Person[] = [
  { email: 'testchat@test.com', name: 'Anna', phone: '0' },
  { email: 'TestChat@Test.COM', name: 'Jürgen', phone: 'none' },
  ...TEXTS.map((text) => ({ email: `${text}@example.com`, name: text, phone: text })),
];

/** What is fixed in the text to paste is as wild. */
export const WILD = TEXTS.filter((text) => text.length < 1_000 && text === text.trim()).join(' ');
