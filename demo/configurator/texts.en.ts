const KEY_WHERE =
  'It is in UseResponse: Administration » Applications » Single Sign-On » Settings » OneLogin » Integration Details.';
const KEY_BETWEEN_QUOTES = `Write the security key between the empty quotes. ${KEY_WHERE}`;
const KEY_BEHIND_EQUALS = `Write the security key behind the equals sign. ${KEY_WHERE}`;
const KEY_IN_ENVIRONMENT = `Set the environment variable USERESPONSE_KEY to the security key. ${KEY_WHERE}`;
const CACHE =
  'A page for a signed-in visitor holds his token: no cache may give it to anybody else. Send such pages with Cache-Control: private, no-cache.';
const ANONYMOUS =
  'No code of yours runs on this system’s server, so nobody can be recognised: every visitor is anonymous.';
const ABOVE_BODY = 'Paste the text right above </body>, near the end.';

const WORDPRESS_EXPRESSION = "PHP, with $user for the visitor: get_user_meta( $user->ID, 'phone', true )";
const WORDPRESS_KEY = {
  name: 'The security key, in wp-config.php',
  steps: [
    'Open wp-config.php in the main folder of WordPress, by FTP or in the file manager of your host.',
    'Paste the line above “That’s all, stop editing!”.',
    KEY_BETWEEN_QUOTES,
  ],
};
const WORDPRESS_PASTE = [
  'On the right, choose functions.php (Theme Functions).',
  'Paste the text at the very end. If the last line is ?>, paste it above that.',
  'Choose Update File.',
];
/** In files of settings, some signs mean something. */
const KEY_SIGNS = 'If the key has other signs than letters and digits, put it between single quotes.';
const NO_EDITOR =
  'Where the menu has no Theme File Editor, whoever runs the site has switched it off: take “WordPress, must-use file”, or change the file by FTP.';
const THEME_UPDATES =
  'An update of the theme overwrites the file. A child theme or the must-use file is safer.';
const WORDPRESS_LIMITS = [
  'The tag is on every page of the site but not on the log-in page of WordPress, and need not be there.',
  CACHE,
];

/** Every word of the configurator. Another language is another object with the same keys; `{…}` is filled in. */
export const en = {
  language: 'en',
  direction: 'ltr',
  page: {
    title: 'Set up the UseResponse tag',
    lead: 'Turn the code that UseResponse gave you into one tag for your site. You need that code, and the right to change your site. No programming.',
    privacy: 'Everything happens in this page. Nothing that you type or paste is sent anywhere.',
    needsScript: 'This page works with JavaScript, which your browser has switched off.',
    shop: 'See it in a made-up shop',
    operator: 'What support sees',
    docs: 'Documentation',
    steps: 'Steps',
    startOver: 'Start over',
    copyLink: 'Copy a link to this set-up',
    fromLink: 'Filled in from a link',
    fromLinkHint:
      'These choices came with the page’s address. Check the address of UseResponse, the script address, the link and every expression before you paste anything into your site.',
    secret:
      'This looks like a security key or a token. Take it out: the key belongs on your server only, and this page never needs it.',
  },
  docs: {
    title: 'Documentation',
    skip: 'To the text',
    site: 'Site',
    configurator: 'Configurator',
    pages: 'All pages',
  },
  paste: {
    heading: 'Paste the embed code',
    where: 'In UseResponse: Administration » Widgets. Copy the whole code, as it is.',
    label: 'Embed code from UseResponse',
    placeholder: '<script id="UR_initiator"> … </script>',
    understood: 'Understood',
    refused: 'Not yet',
    chat: 'A chat, with the id {id}, on {host}.',
    supportCenter: 'A support center, with the id {id}, on {host}.',
    byHand: 'No code at hand? Type host and id',
    host: 'Host of UseResponse',
    hostHint: 'As in help.example.com',
    hostWrong: 'Write the host alone, as in help.example.com, without a path.',
    id: 'Id of the widget',
    idHint: 'Digits only: the last number in the code',
    idWrong: 'The id is a number, such as 38.',
    type: 'What is it?',
    typeChat: 'Chat',
    typeSupportCenter: 'Support center',
    emptied: 'Host and id are typed by hand now.',
  },
  platform: {
    heading: 'Where is your site made?',
    filter: 'Find a system or a language',
    count: '{count} to choose from',
    countOne: 'One to choose from',
    none: 'Nothing by that name. Choose “Static HTML” for a site of any other kind: visitors stay anonymous there.',
    groups: { cms: 'Content management', builder: 'Builders and shops', code: 'Languages and frameworks' },
    canRecognise: 'Signed-in visitors can be recognised here.',
    cannotRecognise:
      'There is no code of yours on this system’s server, so nobody can be recognised there: every visitor stays anonymous. The chat itself works.',
  },
  options: {
    heading: 'What should it do?',
    visitors: 'Visitors who are signed in',
    recognise: 'Tell support who is signed in',
    recogniseHint:
      'Your server fills in email, name and a token made from the security key. The key stays on the server.',
    fields: 'Custom fields',
    fieldsHint:
      'What support sees beside the name. The numbers are under Administration » Custom Fields » Users.',
    fieldsNone: 'No custom fields yet.',
    fieldKey: 'Field',
    fieldKeyHint: 'Its number, such as 170',
    fieldKeyWrong:
      'This is neither a number nor property_ and a number. Older versions of UseResponse also know other names.',
    fieldKeyMissing: 'Write the number of the field.',
    fieldKeyTwice: 'This field is in the list twice.',
    fieldKind: 'Its value is',
    fixed: 'A fixed text',
    expression: 'An expression',
    expressionHint: 'Written in {language}',
    expressionUnknown: 'Choose your system in step 2 to see what it is written in.',
    expressionFaults: {
      wrapped:
        'Write the expression alone: without braces, tags or echo around it, and without a semicolon at its end.',
      curly: 'There are curly quotation marks in it. Write straight ones.',
      open: 'A bracket or a quotation mark has no other half. In your site this would break the page.',
    },
    value: 'Value',
    addField: 'Add a field',
    removeField: 'Remove field {key}',
    fieldNumber: 'Field {number}',
    fieldAdded: 'Field {number} was added.',
    fieldRemoved: 'The field was removed.',
    loading: 'When it loads',
    eager: 'At once',
    eagerHint: 'The bubble is there as soon as can be. The page does not wait for it.',
    idle: 'When the page has loaded',
    idleHint: 'After everything else, when the browser has time.',
    interaction: 'When the visitor first moves',
    interactionHint: 'At the first touch, key, scroll or move of the mouse. The lightest for your page.',
    consent: 'Consent',
    banner: 'Consent banner',
    bannerNone: 'None: load without asking',
    bannerOther: 'Another one: I know its event',
    bannerHint: 'Before the visitor agrees, nothing of UseResponse is loaded and nothing is stored.',
    category:
      'The visitor must agree to “{category}” in {banner}. Where your banner names that otherwise, change the word in the lines below.',
    event: 'Name of the event',
    eventHint:
      'A DOM event that your banner dispatches when the visitor agrees, and only then. Several with spaces between them.',
    eventCommas: 'There is a comma in it. Put spaces between the names, and nothing else.',
    eventMissing: 'Without a name it loads without asking.',
    eventUnsafe: '{event} also comes for visitors who refuse this. Choose the banner in the list instead.',
    more: 'More',
    clear: 'When the chat is cleared',
    clearHint:
      'When your pages render somebody else, or nobody, the chat is cleared without your doing anything. These are for apps that log out without loading a page.',
    clearOn: 'Log-out events',
    clearOnHint: 'Names of DOM events, with spaces between them. Empty means: logout.',
    pagehide: 'Also whenever a page is left',
    pagehideHint: 'For shared computers. The conversation does not go along to the next page.',
    fallback: 'While the chat is not there',
    fallbackHint:
      'A link that shows until the chat is ready, and stays when an ad blocker or the network keeps it away.',
    linkAddress: 'Address',
    linkAddressWrong: 'Write a whole address, beginning with https:// or mailto: or with a slash.',
    linkText: 'Text of the link',
    linkTextUsual: 'Contact support',
    debug: 'Checks for you',
    debugOnRequest: 'Show the inspector on request',
    debugHint:
      'Add ?useresponse-debug to a page’s address, and a panel says what is right and what is wrong. Visitors do not see it.',
    script: 'Address of useresponse-widget.min.js',
    scriptWrong: 'Without the whole address of the file, with .js at its end, nothing loads.',
    scriptHint: 'From a public CDN, or upload the file to your site and write its address here.',
  },
  result: {
    heading: 'Paste this into your site',
    notYet: 'Your text appears here when the first two steps are done.',
    needsCode: 'Still missing: the embed code, or host and id, in step 1.',
    needsPlatform: 'Still missing: the system of your site, in step 2.',
    copy: 'Copy',
    copyNamed: 'Copy {name}',
    copied: 'Copied',
    selected: 'The text is selected. Press Ctrl+C, or ⌘C on a Mac.',
    steps: 'Step by step',
    limits: 'Good to know',
    consentName: 'Lines for the consent banner',
    consentWhere: 'In the same place, right below </useresponse-widget>.',
    consentPlaces: {
      drupal:
        'In useresponse.module, right below </useresponse-widget> and above the quotation mark, as they are: the backslashes belong to them.',
      gtm: 'As a second tag of the kind Custom HTML, with the same trigger.',
      next: 'Without the first and the last line, as a file in public/, loaded with next/script.',
    },
    consentWhat: 'The lines ask {banner} for the consent and pass it on to the tag.',
    linkCopied: 'The link is copied.',
    key: 'The security key is not in this text, and must not be. Your server reads it from its own configuration.',
    tried: {
      engine: 'This text was run through the language’s own engine with names and values chosen to break it.',
      product: 'This text was tried in the real product.',
      parser: 'This text was read by a browser’s parser, but not tried in the product itself.',
      none: 'This text was written by the product’s documentation and not tried in it.',
    },
  },
  preview: {
    heading: 'Try it',
    simulator:
      'A simulator stands in for UseResponse: the tag is the real one, the chat is not. Nothing is sent anywhere.',
    frame: 'Preview of your site',
    visitor: 'The visitor',
    guest: 'Not signed in',
    member: 'Signed in as {name}',
    left: 'Just logged out',
    anonymousOnly: 'Nobody is recognised with this set-up, so there is nobody to sign in.',
    agree: 'Agree in the banner',
    move: 'Move the mouse',
    waitingConsent: 'Waiting for the consent. Nothing is loaded.',
    waitingMove: 'Waiting for the visitor’s first move.',
    waitingIdle: 'Waiting for the page to load.',
    loading: 'Loading the chat …',
    ready: 'The chat is there.',
    error: 'The chat can’t be had.',
    calls: 'What UseResponse was told',
    noCalls: 'Nothing yet.',
    identified: 'This is {name}',
    cleared: 'Clear the chat',
    again: 'Begin again',
    siteTitle: 'Your site',
    siteGuest: 'Not signed in',
    siteMember: 'Signed in: {name}',
    sampleValue: 'Value {number} from your system',
  },
  embedCode: {
    forms: {
      'embed-code': 'Found in the embed code.',
      'script-tag': 'Found in a script tag.',
      'widget-tag': 'Found in a tag that was made already.',
      address: 'Found in an address.',
    },
    remarks: {
      'commented-out': 'The code was commented out, so it did nothing where it came from.',
      several:
        'There was more than one widget in it. The first that is in use was taken; for another one, paste that alone.',
      repaired:
        'The code was changed on its way here, as mail and word processors do it. It could be read all the same.',
      insecure:
        'The address begins with http:. A page with https: does not load it; try https: if your UseResponse has it.',
    },
    reasons: {
      empty: 'Nothing is pasted yet. Copy the code from UseResponse: Administration » Widgets.',
      'no-code':
        'There is no code in it. Copy the code from UseResponse, Administration » Widgets, from <script to </script>.',
      'no-address':
        'There is no address of a UseResponse widget in it. Copy the code from UseResponse, Administration » Widgets, from <script to </script>.',
      'no-host':
        'The host of UseResponse is missing: the address begins with a path. Copy the whole code again, or type host and id by hand.',
      'no-id':
        'That is the host alone; the id of the widget is missing. Paste the whole embed code, or type host and id by hand.',
      'cut-off':
        'The code is cut off: the end of the address, with the id of the widget, is missing. Copy it again, from <script to </script>.',
      broken:
        'The address is broken, so the host can’t be told for sure. Copy the code again from UseResponse itself, or type host and id by hand.',
      'bad-scheme':
        'The address must begin with https:// or http://. Copy the code again from UseResponse itself.',
      'other-vendor':
        'This is the code of {vendor}, not of UseResponse. Copy the code from UseResponse: Administration » Widgets.',
    },
  },
  platforms: {
    'wordpress-block': {
      name: 'WordPress, block theme',
      expression: WORDPRESS_EXPRESSION,
      limits: [THEME_UPDATES, NO_EDITOR, ...WORDPRESS_LIMITS],
      snippets: {
        key: WORDPRESS_KEY,
        tag: {
          name: 'The tag, for functions.php of your theme',
          steps: ['In WordPress, open Tools » Theme File Editor.', ...WORDPRESS_PASTE],
        },
      },
    },
    'wordpress-classic': {
      name: 'WordPress, classic theme',
      expression: WORDPRESS_EXPRESSION,
      limits: [THEME_UPDATES, NO_EDITOR, ...WORDPRESS_LIMITS],
      snippets: {
        key: WORDPRESS_KEY,
        tag: {
          name: 'The tag, for functions.php of your theme',
          steps: ['In WordPress, open Appearance » Theme File Editor.', ...WORDPRESS_PASTE],
        },
      },
    },
    'wordpress-child': {
      name: 'WordPress, child theme',
      expression: WORDPRESS_EXPRESSION,
      limits: [NO_EDITOR, ...WORDPRESS_LIMITS],
      snippets: {
        key: WORDPRESS_KEY,
        tag: {
          name: 'The tag, for functions.php of your child theme',
          steps: [
            'In WordPress, open Appearance » Theme File Editor; with a block theme, Tools » Theme File Editor.',
            'At the top right, choose your child theme, not its parent.',
            ...WORDPRESS_PASTE,
          ],
        },
      },
    },
    'wordpress-mu': {
      name: 'WordPress, must-use file',
      expression: WORDPRESS_EXPRESSION,
      limits: ['The file works with every theme and survives all updates.', ...WORDPRESS_LIMITS],
      snippets: {
        key: WORDPRESS_KEY,
        tag: {
          name: 'The tag, a file wp-content/mu-plugins/useresponse.php',
          steps: [
            'Open the folder wp-content of your site, by FTP or in the file manager of your host.',
            'Open the folder mu-plugins in it; make it if it is not there.',
            'Make a file useresponse.php in it and paste the text. There is nothing to activate.',
          ],
        },
      },
    },
    drupal: {
      name: 'Drupal',
      expression: "PHP, with $user for the account: $user->get('field_phone')->value",
      limits: [CACHE],
      snippets: {
        key: {
          name: 'The security key, in settings.php',
          steps: ['Open sites/default/settings.php and paste the line at the end.', KEY_BETWEEN_QUOTES],
        },
        info: {
          name: 'A small module: useresponse.info.yml',
          steps: [
            'In modules/custom, make a folder useresponse.',
            'Make a file useresponse.info.yml in it and paste the text.',
          ],
        },
        tag: {
          name: 'The tag: useresponse.module',
          steps: [
            'In the same folder, make a file useresponse.module and paste the text.',
            'In Drupal, open Extend, tick “UseResponse tag” and choose Install.',
            'After each change of the file: Configuration » Performance » Clear all caches.',
          ],
        },
      },
    },
    joomla: {
      name: 'Joomla',
      expression: 'PHP, with $user for the user: $user->username',
      limits: [
        'An update of the template overwrites index.php. Use a copy of the template, or paste the text again.',
        CACHE,
      ],
      snippets: {
        key: {
          name: 'The security key, in defines.php',
          steps: [
            'In the main folder of Joomla, beside configuration.php, make a file defines.php. If there is one, leave out the first line of the text.',
            'Paste the text.',
            KEY_BETWEEN_QUOTES,
          ],
        },
        tag: {
          name: 'The tag, for index.php of your template',
          steps: [
            'In Joomla, open System » Site Templates » Details and Files of your template » index.php.',
            'Paste the text right above </body>, near the end.',
            'Save & Close.',
          ],
        },
      },
    },
    ghost: {
      name: 'Ghost',
      expression: '',
      limits: [
        'Themes of Ghost can’t make the token, so members are not recognised: every visitor is anonymous.',
      ],
      snippets: {
        tag: {
          name: 'The tag, for the site footer',
          steps: [
            'In Ghost, open Settings » Code injection.',
            'Paste the text under “Site footer”. Do not use a card in a post: Ghost changes links there.',
            'Save.',
          ],
        },
      },
    },
    shopify: {
      name: 'Shopify',
      expression: 'Liquid, without braces: customer.phone',
      limits: [
        'The token is made on Shopify’s servers and the key never reaches a visitor. But the key stands in the settings of the theme: everybody who may edit or download the theme can read it, and so can apps that may read themes. If that is too many, turn “Tell support who is signed in” off, or have an app made.',
        'Shopify’s filters sha256 and json are part of Shopify alone; here they were played by others of the same name.',
      ],
      snippets: {
        key: {
          name: 'A box for the security key, in settings_schema.json',
          steps: [
            'In Shopify, open Online Store » Themes » … » Edit code » config/settings_schema.json.',
            'Paste the text right behind the first [ and save.',
            'Open Customize » Theme settings » UseResponse and write the security key into the box. ' +
              KEY_WHERE,
          ],
        },
        tag: {
          name: 'The tag, for theme.liquid',
          steps: [
            'In Shopify, open Online Store » Themes » … » Edit code » layout/theme.liquid.',
            'Paste the text right above </body>, near the end.',
            'Save.',
          ],
        },
      },
    },
    wix: {
      name: 'Wix',
      expression: '',
      limits: [ANONYMOUS, 'Wix offers custom code for published sites with a domain of their own.'],
      snippets: {
        tag: {
          name: 'The tag, as custom code',
          steps: [
            'In the dashboard of the site, open Settings » Custom Code.',
            'Choose Add Custom Code and paste the text.',
            'Under “Add code to pages” choose all pages, loaded on each new page; under “Place code in” choose Body - end.',
            'Apply.',
          ],
        },
      },
    },
    squarespace: {
      name: 'Squarespace',
      expression: '',
      limits: [ANONYMOUS, 'Code injection is not part of every plan of Squarespace.'],
      snippets: {
        tag: {
          name: 'The tag, for the footer',
          steps: ['Open Settings » Advanced » Code Injection.', 'Paste the text under “Footer”.', 'Save.'],
        },
      },
    },
    webflow: {
      name: 'Webflow',
      expression: '',
      limits: [
        ANONYMOUS,
        'Custom code is not part of every plan of Webflow, and shows on the published site only.',
      ],
      snippets: {
        tag: {
          name: 'The tag, for the footer code',
          steps: [
            'Open Site settings » Custom code.',
            'Paste the text under “Footer code”.',
            'Save changes, and publish the site.',
          ],
        },
      },
    },
    gtm: {
      name: 'Google Tag Manager',
      expression: '',
      limits: [
        ANONYMOUS,
        'Never put a token or the security key into a variable of the tag manager: everybody can read its container.',
        'Ad blockers stop the tag manager, and the chat and the link with it. In the page’s own code the tag is safer.',
      ],
      snippets: {
        tag: {
          name: 'A tag of the kind Custom HTML',
          steps: [
            'In your workspace, open Tags » New » Tag Configuration » Custom HTML.',
            'Paste the text. “Support document.write” stays off.',
            'Under Triggering, choose All Pages, or the trigger that your consent banner gives.',
            'Save, and submit the workspace.',
          ],
        },
      },
    },
    html: {
      name: 'Static HTML',
      expression: '',
      limits: [ANONYMOUS],
      snippets: {
        tag: {
          name: 'The tag, for every page',
          steps: ['Open the file that every page shares, or each page.', ABOVE_BODY, 'Save and upload.'],
        },
      },
    },
    php: {
      name: 'PHP',
      expression: "PHP: $_SESSION['phone'] ?? ''",
      limits: [CACHE],
      snippets: {
        tag: {
          name: 'The tag, for the file that every page shares',
          steps: [
            ABOVE_BODY,
            'Change the two lines at the top to what your site calls email and name of who is signed in.',
            'Set the environment variable USERESPONSE_KEY to the security key: SetEnv in Apache, env[…] in the pool of PHP-FPM. ' +
              KEY_WHERE,
          ],
        },
      },
    },
    laravel: {
      name: 'Laravel',
      expression: 'PHP, with $user for the user: $user->phone',
      limits: [CACHE],
      snippets: {
        key: { name: 'The security key, in .env', steps: [KEY_BEHIND_EQUALS, KEY_SIGNS] },
        config: {
          name: 'A line for config/services.php',
          steps: ['Paste it into the array.', 'Where the configuration is cached: php artisan config:cache.'],
        },
        tag: {
          name: 'The tag: resources/views/useresponse.blade.php',
          steps: [
            'Make the file and paste the text.',
            "In the layout, write @include('useresponse') right above </body>.",
          ],
        },
      },
    },
    symfony: {
      name: 'Symfony',
      expression: 'Twig, without braces: app.user.phone',
      limits: [CACHE],
      snippets: {
        key: { name: 'The security key, in .env.local', steps: [KEY_BEHIND_EQUALS, KEY_SIGNS] },
        server: {
          name: 'What makes the token: src/Twig/UseresponseExtension.php',
          steps: ['Make the file and paste the text. Symfony finds it by itself.'],
        },
        tag: {
          name: 'The tag: templates/useresponse.html.twig',
          steps: [
            'Make the file and paste the text.',
            "In base.html.twig, write {{ include('useresponse.html.twig') }} right above </body>.",
          ],
        },
      },
    },
    django: {
      name: 'Django',
      expression: 'The template language, without braces: request.user.profile.phone',
      limits: [CACHE],
      snippets: {
        server: {
          name: 'What makes the token: useresponse.py',
          steps: [
            'Make the file beside settings.py and paste the text.',
            "In settings.py, under TEMPLATES » OPTIONS » context_processors, add 'YOUR_PROJECT.useresponse.visitor'.",
            KEY_IN_ENVIRONMENT,
          ],
        },
        tag: {
          name: 'The tag: templates/useresponse.html',
          steps: [
            'Make the file and paste the text.',
            'In the base template, write {% include "useresponse.html" %} right above </body>.',
          ],
        },
      },
    },
    flask: {
      name: 'Flask',
      expression: 'Jinja, without braces: current_user.phone',
      limits: ['The text takes the visitor from Flask-Login.', CACHE],
      snippets: {
        server: {
          name: 'What makes the token',
          steps: ['Paste the text into the file where app is made, below that line.', KEY_IN_ENVIRONMENT],
        },
        tag: {
          name: 'The tag: templates/useresponse.html',
          steps: [
            'Make the file and paste the text.',
            'In the base template, write {% include "useresponse.html" %} right above </body>.',
          ],
        },
      },
    },
    rails: {
      name: 'Ruby on Rails',
      expression: 'Ruby: current_user.phone',
      limits: ['The text takes the visitor from current_user, as Devise and others call him.', CACHE],
      snippets: {
        server: {
          name: 'What makes the token: app/helpers/useresponse_helper.rb',
          steps: ['Make the file and paste the text.', KEY_IN_ENVIRONMENT],
        },
        tag: {
          name: 'The tag: app/views/shared/_useresponse.html.erb',
          steps: [
            'Make the file and paste the text.',
            'In the layout, write <%= render "shared/useresponse" %> right above </body>.',
          ],
        },
      },
    },
    express: {
      name: 'Express',
      expression: 'JavaScript, with user for request.user: user.phone',
      limits: [
        'The text is for templates of EJS, and takes the visitor from request.user, as Passport calls him.',
        CACHE,
      ],
      snippets: {
        server: {
          name: 'What makes the token: useresponse.mjs',
          steps: [
            'Make the file and paste the text.',
            'Write app.use(useresponse) below the line that reads the session, above the routes.',
            KEY_IN_ENVIRONMENT,
          ],
        },
        tag: {
          name: 'The tag: views/useresponse.ejs',
          steps: [
            'Make the file and paste the text.',
            "In the page or its footer, write <%- include('useresponse') %> right above </body>.",
          ],
        },
      },
    },
    next: {
      name: 'Next.js',
      expression: 'JavaScript, with user for the user: user.phone',
      limits: [
        'The component was tried with React on a server, not with a whole Next.',
        'Pages that are made at build time have no visitor. A layout that asks for the session makes its pages dynamic.',
        CACHE,
      ],
      snippets: {
        key: {
          name: 'The security key, in .env.local',
          steps: [
            KEY_BEHIND_EQUALS,
            'If there is a $ in the key, write a backslash in front of it.',
            'Give it no name with NEXT_PUBLIC_.',
          ],
        },
        tag: {
          name: 'The component: app/useresponse.jsx',
          steps: [
            'Make the file and paste the text. Do not write “use client” into it.',
            'In app/layout, ask for the session as your site does, and write <Useresponse user={session?.user} /> right above </body>.',
          ],
        },
      },
    },
    aspnet: {
      name: 'ASP.NET Core',
      expression: 'C#: User.FindFirst("phone")?.Value',
      limits: [
        'ASP.NET could not be run where these texts are tried. Look at a page of your own, signed in and signed out, before you rely on it.',
        CACHE,
      ],
      snippets: {
        key: {
          name: 'The security key, as an environment variable',
          steps: [
            KEY_BEHIND_EQUALS,
            'While you develop: dotnet user-secrets set UseResponse:Key, with the key behind it.',
          ],
        },
        tag: {
          name: 'The tag: Pages/Shared/_Useresponse.cshtml',
          steps: [
            'Make the file, with MVC in Views/Shared, and paste the text.',
            'In _Layout.cshtml, write <partial name="_Useresponse" /> right above </body>.',
          ],
        },
      },
    },
    java: {
      name: 'Java (JSP)',
      expression: 'Java: session.getAttribute("phone")',
      limits: [
        'The class works with every template engine. In Thymeleaf, th:attr escapes by itself: leave Useresponse.escape out there.',
        CACHE,
      ],
      snippets: {
        server: {
          name: 'What makes the token: src/main/java/useresponse/Useresponse.java',
          steps: ['Make the file and paste the text.', KEY_IN_ENVIRONMENT],
        },
        tag: {
          name: 'The tag: WEB-INF/useresponse.jsp',
          steps: [
            'Make the file and paste the text.',
            'Change the lines about email and name to what your site calls them.',
            'In every page or its footer, write <jsp:include page="/WEB-INF/useresponse.jsp" /> right above </body>.',
          ],
        },
      },
    },
  },
};
