import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type { Choices } from '../../demo/configurator/choices.ts';
import { platforms } from '../../demo/configurator/platforms/index.ts';
import { startBrowser } from '../e2e/helpers/site.ts';
import { tagIn } from '../platforms/parse.ts';
import {
  attributesIn,
  callsIn,
  countIn,
  fill,
  OWN_SCRIPT,
  startVendor,
  submit,
  tellStory,
  tokenOf,
  withTab,
  type Person,
  type Site,
  type Widget,
} from './visits.ts';
import { KEY, startWordPress, type WordPress } from './wordpress.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const RECIPE = read('docs/recipes/wordpress.php');
/** What docs/wordpress.md gives to copy, in its order. */
const [, FILLING, PATTERN, CACHED, ALLOWING, GUARDING] = [
  ...read('docs/wordpress.md').matchAll(/^```php\n([^]*?)^```/gm),
].map(([, code]) => code!) as [string, string, string, string, string, string];
const [EMPTY_TAG] = [...read('docs/wordpress.md').matchAll(/^```html\n([^]*?)^```/gm)].map(
  ([, code]) => code!,
);

const CHOICES: Choices = {
  src: 'https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js',
  ...{ host: '', chatId: '', type: 'chat', platform: '', recognise: true, fields: [] },
  ...{ loading: 'eager', loadOn: '', clearOn: '', debug: false },
  fallback: { address: 'https://help.example.com/', text: 'Contact support' },
  script: 'https://cdn.example.com/useresponse-widget.min.js',
};
const configured = (id: string): string =>
  platforms
    .find((platform) => platform.id === id)!
    .snippets(CHOICES)
    .find((snippet) => snippet.id === 'tag')!.code;

const ANNA = { login: 'anna', email: "anna.o'neil&co@example.com", name: `Anna "A" & 'Söhne' 1 < 2 👋` };
const BOB = { login: 'bob', email: 'bob@example.com', name: 'Bob' };
const PASSWORD = 'correct horse battery';

const personOf = ({ login, email, name }: typeof ANNA, more: object = {}): Person => ({
  login,
  password: PASSWORD,
  said: { token: tokenOf(KEY, email), userEmail: email, userName: name, ...more },
});
const PEOPLE: [Person, Person] = [personOf(ANNA), personOf(BOB)];

describe('WordPress', { timeout: 550_000 }, () => {
  let wordpress: WordPress;
  let vendor: Awaited<ReturnType<typeof startVendor>>;
  let browser: Browser;
  let site: Site;

  before(async () => {
    [wordpress, vendor, browser] = await Promise.all([startWordPress(), startVendor(), startBrowser()]);
    wordpress.write('useresponse-widget.min.js', OWN_SCRIPT);
    const users = JSON.stringify(JSON.stringify([ANNA, BOB]));
    await wordpress.php(`
      update_option('show_avatars', 0);
      foreach (json_decode(${users.replaceAll('$', '\\$')}) as $user) {
        $id = wp_insert_user(['user_login' => $user->login, 'user_pass' => '${PASSWORD}', 'user_email' => $user->email, 'display_name' => wp_slash($user->name), 'role' => 'author']);
        if (is_wp_error($id)) throw new Exception($id->get_error_message());
        update_user_meta($id, 'phone', "+49 30 1 & 2");
      }`);
    site = {
      home: `${wordpress.url}/`,
      async signIn(tab, { login, password }) {
        await tab.goto(`${wordpress.url}/wp-login.php`);
        await fill(tab, '#user_login', login);
        await fill(tab, '#user_pass', password);
        await submit(tab, '#wp-submit');
      },
      async logOut(tab) {
        const link = await tab.$eval('#wp-admin-bar-logout a', (found) => found.href);
        await Promise.all([tab.waitForNavigation(), tab.evaluate((href) => location.assign(href), link)]);
        assert.match(tab.url(), /loggedout=true/);
        assert.equal(await countIn(tab), 0);
      },
    };
  });
  after(async () => {
    await browser?.close();
    await vendor?.close();
    await wordpress?.close();
  });

  const into = (widget: Widget, code: string): string =>
    widget.into(code, `${wordpress.url}/wp-content/useresponse-widget.min.js`);

  /** Files below wp-content, for as long as it takes. */
  async function withFiles(files: Record<string, string>, act: () => Promise<void>): Promise<void> {
    for (const [path, content] of Object.entries(files)) wordpress.write(path, content);
    try {
      await act();
    } finally {
      for (const path of Object.keys(files)) wordpress.remove(path);
    }
  }

  async function withTheme(
    name: string,
    files: Record<string, string>,
    act: () => Promise<void>,
  ): Promise<void> {
    const inTheme = Object.fromEntries(
      Object.entries(files).map(([path, content]) => [`themes/${name}/${path}`, content]),
    );
    await withFiles(inTheme, async () => {
      await wordpress.php(`switch_theme('${name}');`);
      try {
        await act();
      } finally {
        await wordpress.php(`switch_theme('twentytwentyfour');`);
      }
    });
  }

  const STYLE = '/*\nTheme Name: Child\nTemplate: twentytwentyfour\n*/';

  describe('recognises, forgets, and mixes nobody up, where the tag comes from', () => {
    it('the recipe as a must-use file', async () => {
      const widget = vendor.newWidget();
      const people = PEOPLE.map(({ said, ...person }) => ({
        ...person,
        said: { ...said, properties: { property_170: '+49 30 1 & 2' } },
      })) as unknown as [Person, Person];
      await withFiles({ 'mu-plugins/useresponse.php': into(widget, RECIPE) }, () =>
        tellStory(browser, site, widget, people),
      );
    });

    it('the configurator’s must-use file', async () => {
      const widget = vendor.newWidget();
      await withFiles({ 'mu-plugins/useresponse.php': into(widget, configured('wordpress-mu')) }, () =>
        tellStory(browser, site, widget, PEOPLE),
      );
    });

    it('the functions.php of a child theme', async () => {
      const widget = vendor.newWidget();
      const files = {
        'style.css': STYLE,
        'functions.php': `<?php\n${into(widget, configured('wordpress-child'))}`,
      };
      await withTheme('child', files, () => tellStory(browser, site, widget, PEOPLE));
    });

    it('a pattern in the footer of a child theme', async () => {
      const widget = vendor.newWidget();
      const files = {
        'style.css': STYLE,
        'patterns/useresponse.php': into(widget, PATTERN),
        'parts/footer.html': '<!-- wp:pattern {"slug":"child/useresponse"} /-->',
      };
      await withTheme('child', files, () => tellStory(browser, site, widget, PEOPLE));
    });

    it('an empty tag in a Custom HTML block, which a filter fills', async () => {
      const widget = vendor.newWidget();
      const block = `<!-- wp:html -->${into(widget, EMPTY_TAG!)}<!-- /wp:html -->`;
      const files = {
        'style.css': STYLE,
        'parts/footer.html': `<!-- wp:group --><div class="wp-block-group">${block}</div><!-- /wp:group -->`,
        'functions.php': FILLING,
      };
      await withTheme('child', files, () => tellStory(browser, site, widget, PEOPLE));
    });

    it('an address that no cache keeps, in pages that are all cached', async () => {
      const widget = vendor.newWidget();
      await withCache({ 'mu-plugins/useresponse.php': into(widget, CACHED) }, () =>
        tellStory(browser, { ...site, logOut: logOutFromAdmin }, widget, PEOPLE),
      );
    });
  });

  /** From the administration: a page of the cache may be a stranger's, without the link. */
  const logOutFromAdmin = async (tab: Page): Promise<void> => {
    await tab.goto(`${wordpress.url}/wp-admin/profile.php`);
    await site.logOut(tab);
  };

  /** A page cache of the usual kind, wrongly set up: one copy for everybody. */
  const CACHE = {
    'more-config.php': "<?php define('WP_CACHE', true);",
    'advanced-cache.php': `<?php
      $file = WP_CONTENT_DIR . '/cached-page';
      if ($_SERVER['REQUEST_METHOD'] === 'GET' && $_SERVER['REQUEST_URI'] === '/') {
        if (is_file($file)) { header('X-Cache: HIT'); readfile($file); exit; }
        ob_start(static function ($page) use ($file) { file_put_contents($file, $page); return $page; });
      }`,
  };

  async function withCache(files: Record<string, string>, act: () => Promise<void>): Promise<void> {
    try {
      await withFiles({ ...files, ...CACHE }, act);
    } finally {
      wordpress.remove('cached-page');
    }
  }

  it('with one cached page for everybody gives Anna’s token to strangers, as the docs warn', async () => {
    const widget = vendor.newWidget();
    await withCache({ 'mu-plugins/useresponse.php': into(widget, RECIPE) }, async () => {
      await withTab(browser, async (tab) => {
        await site.signIn(tab, PEOPLE[0]);
        await tab.goto(site.home);
        await callsIn(tab);
      });
      await withTab(browser, async (tab) => {
        const answer = await tab.goto(site.home);
        assert.equal(answer!.headers()['x-cache'], 'HIT');
        assert.equal((await attributesIn(tab))['token'], PEOPLE[0].said['token']);
      });
    });
  });

  describe('with people who can sign up by themselves', () => {
    const newUser = (role: string): Promise<number> =>
      wordpress.php(
        `return wp_insert_user(['user_login' => uniqid(), 'user_pass' => '${PASSWORD}', 'user_email' => uniqid() . '@example.com', 'role' => '${role}']);`,
      );
    /** Asks the REST API, and tells whether it was done. */
    const takesAddress = (asker: number, of: number | 'me', email: string): Promise<boolean> =>
      wordpress.php(`
        wp_set_current_user(${asker});
        $request = new WP_REST_Request('POST', '/wp/v2/users/${of}');
        $request->set_body_params(['email' => '${email}']);
        rest_do_request($request);
        return get_user_by('email', '${email}') !== false;`);

    it('lets each take any address without a question, as the docs warn', async () => {
      assert.equal(await takesAddress(await newUser('subscriber'), 'me', 'carl@example.com'), true);
    });

    it('lets none, with the filter of the docs, but those who look after users', async () => {
      const [eve, admin] = [await newUser('subscriber'), await newUser('administrator')];
      await withFiles({ 'mu-plugins/guard.php': `<?php\n${GUARDING}` }, async () => {
        assert.equal(await takesAddress(eve, 'me', 'dora@example.com'), false);
        assert.equal(await takesAddress(admin, eve, 'eve@example.com'), true);
      });
    });
  });

  it('runs no shortcode in a visitor’s name', async () => {
    const SHORTCODE = `<?php add_shortcode('kite', static fn () => 'RUN');`;
    const files = { 'mu-plugins/shortcode.php': SHORTCODE, 'mu-plugins/fill.php': FILLING };
    await withFiles(files, async () => {
      const page = await wordpress.php<string>(`
        $user = wp_insert_user(['user_login' => 'kite', 'user_pass' => '${PASSWORD}', 'user_email' => 'kite@example.com', 'display_name' => 'A [kite]']);
        wp_set_current_user($user);
        return apply_filters('the_content', ${php(`<!-- wp:html -->${EMPTY_TAG!}<!-- /wp:html -->[kite]`)});`);
      assert.match(page, /RUN/);
      assert.equal(tagIn(page)['name'], 'A [kite]');
    });
  });

  describe('leaves a pasted tag', () => {
    const publish = (content: string, role: string): Promise<string> =>
      wordpress.php(`
        wp_set_current_user(get_users(['role' => '${role}', 'number' => 1])[0]->ID);
        kses_init();
        $id = wp_insert_post(['post_title' => 'Tag', 'post_status' => 'publish', 'post_content' => wp_slash(${php(content)})]);
        return get_permalink($id);`);

    const STATIC = `<useresponse-widget src="https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js" properties='{"property_170":"https://x.test/?a=1&b=2"}' name="Brian &quot;B&quot;"><a href="https://help.example.com/">Contact</a></useresponse-widget>`;
    const SCRIPT = '<script src="https://cdn.example.com/useresponse-widget.min.js" async></script>';

    it('as it was, in a Custom HTML block of an administrator', async () => {
      const widget = vendor.newWidget();
      const address = await publish(
        `<!-- wp:html -->${into(widget, SCRIPT + STATIC)}<!-- /wp:html -->`,
        'administrator',
      );
      await withTab(browser, async (tab) => {
        await tab.goto(address);
        assert.deepEqual(await callsIn(tab), []);
        const { properties, name } = await attributesIn(tab);
        assert.deepEqual(
          { properties, name },
          { properties: '{"property_170":"https://x.test/?a=1&b=2"}', name: 'Brian "B"' },
        );
      });
    });

    it('out, where an author writes it, until a filter lets it in', async () => {
      const block = `<!-- wp:html -->${STATIC}<!-- /wp:html -->`;
      const without = await (await fetch(await publish(block, 'author'))).text();
      assert.doesNotMatch(without, /<useresponse-widget/);
      assert.match(without, /<a href="https:\/\/help\.example\.com\/">Contact<\/a>/);
      await withFiles({ 'mu-plugins/allow.php': `<?php\n${ALLOWING}` }, async () => {
        const page = await (await fetch(await publish(block, 'author'))).text();
        assert.equal(tagIn(page)['properties'], '{"property_170":"https://x.test/?a=1&b=2"}');
      });
    });

    it('as it was, in a classic post, but for a paragraph around it', async () => {
      const page = await (await fetch(await publish(STATIC, 'administrator'))).text();
      assert.match(page, /<p><useresponse-widget/);
      assert.equal(tagIn(page)['properties'], '{"property_170":"https://x.test/?a=1&b=2"}');
    });

    it('as it was, in a Custom HTML widget of a classic theme', async () => {
      const widget = vendor.newWidget();
      const files = {
        'style.css': '/*\nTheme Name: Classic\n*/',
        'index.php':
          '<!doctype html><title>Kites</title><?php wp_head(); dynamic_sidebar("side"); wp_footer();',
        'functions.php':
          '<?php add_action("widgets_init", fn () => register_sidebar(["id" => "side", "name" => "Side"]));',
      };
      await withTheme('classic', files, async () => {
        await wordpress.php(`
          update_option('widget_custom_html', [2 => ['title' => '', 'content' => ${php(into(widget, SCRIPT + STATIC))}], '_multiwidget' => 1]);
          update_option('sidebars_widgets', ['side' => ['custom_html-2'], 'wp_inactive_widgets' => [], 'array_version' => 3]);`);
        await withTab(browser, async (tab) => {
          await tab.goto(site.home);
          assert.deepEqual(await callsIn(tab), []);
          assert.equal((await attributesIn(tab))['name'], 'Brian "B"');
        });
      });
    });

    it('broken, where a value has a raw < or > in it, and whole with &lt; and &gt;', async () => {
      const textured = (value: string): Promise<string> =>
        wordpress.php(
          `return wptexturize(${php(`<useresponse-widget properties='{"a":"${value}"}'>don't</useresponse-widget>`)});`,
        );
      assert.match(await textured('x[y]<z>'), /&#8220;/);
      const whole = await textured('x[y]&lt;z&gt;');
      assert.equal(tagIn(whole)['properties'], '{"a":"x[y]<z>"}');
    });

    it('with a value that esc_attr has changed, where htmlspecialchars has not', async () => {
      const [lost, kept] = await wordpress.php<[string, string]>(
        `$value = 'Tom &amp; Jerry'; return [esc_attr($value), htmlspecialchars($value, ENT_QUOTES, 'UTF-8')];`,
      );
      const read = (value: string): string | undefined =>
        tagIn(`<useresponse-widget name="${value}"></useresponse-widget>`)['name'];
      assert.deepEqual([read(lost), read(kept)], ['Tom & Jerry', 'Tom &amp; Jerry']);
    });
  });
});

/** A string of PHP in which nothing is looked for. */
function php(text: string): string {
  return `base64_decode('${Buffer.from(text).toString('base64')}')`;
}
