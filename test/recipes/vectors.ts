import type { Person } from '../platforms/engine.ts';

interface Vector extends Person {
  what: string;
  /** What `printf '%s%s' "$KEY" "$EMAIL" | sha256sum` gives in a UTF-8 shell; undefined where nobody is to be recognised. */
  token: string | undefined;
}

export const KEY = 's3cr3t-kéy';

/** People as they are in databases, those who mean harm among them, and what the tag is to say of them. */
export const VECTORS: Vector[] = [
  {
    what: 'an ordinary address',
    email: 'testchat@test.com',
    name: 'Test Chat',
    phone: '+49 30 123456',
    token: '200b6422385454428ea9b2d6d2e1576ccc127826786adbc66ba89e359dc89612',
  },
  {
    what: 'upper case',
    email: 'TestChat@Test.COM',
    name: 'TEST',
    phone: 'ABC',
    token: 'a775e6009c3a812c606b09604c4e0ef4bded6a36ae4513acf3be26ec0b06f814',
  },
  {
    what: 'an umlaut',
    email: 'jürgen@test.com',
    name: 'Jürgen Groß',
    phone: 'Öffnungszeiten',
    token: 'd8237e7520d97070ffe9c5396c268104d9983ecd2e522736fef1c9355ca489ff',
  },
  {
    what: 'an ampersand',
    email: 'a&b@example.com',
    name: 'Anna & Bob',
    phone: 'https://x.test/?a=1&b=2&copy=3',
    token: 'ff29c3acd4bcb43d05298c645b6eb48d39be49a14e28cd4644ab579759e3459d',
  },
  {
    what: 'an umlaut in two characters',
    email: 'ju\u0308rgen@test.com',
    name: 'Ju\u0308rgen',
    phone: 'e\u0301',
    token: 'a03f28cfdeac4583f8a41f7f793d324472d980fbae6256037d105e767ca8e45e',
  },
  {
    what: 'quotes',
    email: '"o\'neil"@example.com',
    name: 'Brian "B" O\'Neil',
    phone: '"\' onfocus=\'alert(1)" x="',
    token: '89274f9cf14b4c67657629f868a9f6619e5a2a85e601645836dd39235d565835',
  },
  {
    what: 'angle brackets',
    email: '"><img/src=x/onerror=alert(1)>@example.com',
    name: '</useresponse-widget><script>alert(1)</script>',
    phone: '--><!--<script>',
    token: '70d10403d1fd0897cb9f147eb5a8202db3b3fc74c20b75ff979004606d7ff478',
  },
  {
    what: 'entities',
    email: 'a&amp;b@example.com',
    name: 'Tom &amp; Jerry &amp;amp; &lt;b&gt; &#39;',
    phone: '&notit; &#x26; &quot;',
    token: '45d46dfdd7ccec019de0180e59097295af912f4af6055d0b77f54e638d50ee1e',
  },
  {
    what: 'emoji',
    email: '😀@example.com',
    name: '👩\u200d👩\u200d👧 Ω שלום مرحبا',
    phone: '🇩🇪 \u202edlrow\u202c',
    token: 'e507057f8275e6e5b5dac0f21483802da8620084b22f9598458631227de9b8bb',
  },
  {
    what: 'line ends and tabs',
    email: 'two\nlines@example.com',
    name: 'two\nlines\tand a tab',
    phone: '\n',
    token: '776c1bb16ad2157cb9b5fe2c501fb4ef3cbd17577b93d92b2824ac7c97dd1d43',
  },
  {
    what: 'spaces at the ends',
    email: ' around@example.com ',
    name: '  around  ',
    phone: ' ',
    token: 'cbff43e35c77add7b71288c4a03609e30b72dc3986482cd81eedac7e940844cc',
  },
  {
    what: 'backslashes and control characters',
    email: 'back\\slash\\u0022@example.com',
    name: 'C:\\new \\" \\\' \u0001\u001b[31m',
    phone: '\\',
    token: '805b192e58eb75db7ce0d26f9a594e20b2d5f87bc6a67ee7058d081fb1198f64',
  },
  {
    what: 'words of template languages',
    email: '{{7*7}}@example.com',
    name: '<?php echo 1 ?><%= ENV %>{% debug %}${7*7}#{7*7}{!! 1 !!}@{{ x }}@csrf',
    phone: '`tick` $(id) %s %1$s {0} [[x]]',
    token: '54a44f8a934a073a6020d39a4fd6cbe2f7b42140e2c356922d7ac798d44815d6',
  },
  {
    what: 'a hundred thousand characters',
    email: `${'ü'.repeat(100_000)}@example.com`,
    name: '&'.repeat(100_000),
    phone: '"'.repeat(100_000),
    token: '3a59bc7ae8cb03b2fda8f03e9e00c4f4a12744d9732707d86e8f233720b7a738',
  },
  {
    what: 'nothing but an address',
    email: 'testchat@test.com',
    name: null,
    phone: null,
    token: '200b6422385454428ea9b2d6d2e1576ccc127826786adbc66ba89e359dc89612',
  },
  { what: 'an empty address', email: '', name: 'Anna', phone: '1', token: undefined },
  { what: 'no address', email: null, name: 'Anna', phone: '1', token: undefined },
];
