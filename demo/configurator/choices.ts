/** What somebody has chosen in the configurator: everything that the text to paste depends on. */
export interface Choices {
  /** The script's address from the embed code. Where it is given, `host`, `chatId` and `type` say nothing. */
  src: string;
  host: string;
  chatId: string;
  type: 'chat' | 'support-center';
  /** The id of a platform in `platforms/`. */
  platform: string;
  /** Whether signed-in visitors are to be recognised. */
  recognise: boolean;
  fields: Field[];
  loading: 'eager' | 'idle' | 'interaction';
  /** Space-separated event names; empty for none. */
  loadOn: string;
  /** Space-separated event names; empty for the default. */
  clearOn: string;
  /** What stands between the tags: where the fallback link leads, and its text. */
  fallback: { address: string; text: string };
  /** Whether the address of a page may ask for the inspector. */
  debug: boolean;
  /** The address of the package's own file on the customer's site. */
  script: string;
}

/** A custom field of UseResponse, and where its value comes from. */
export interface Field {
  /** As in `property_170`; a mere number is taken for such an id. */
  key: string;
  /** A fixed text, or an expression in the platform's own language. */
  value: string;
  isExpression: boolean;
}

/** One way to put the tag into sites of one kind. */
export interface Platform {
  id: string;
  group: 'cms' | 'builder' | 'code';
  /** Files or boxes to fill, in the order in which somebody would fill them. */
  snippets(choices: Choices): Snippet[];
  /** Writes lines of HTML as they have to be where the tag stands; left out where that is as they are. */
  beside?(html: string): string;
  /** Whether the platform can run code on its server; if not, visitors stay anonymous. */
  canRecognise: boolean;
  /** How the text was tried: in the language's own engine or a browser's parser, in the real product, or not at all. */
  tried: 'engine' | 'product' | 'parser' | 'none';
}

/** One text to paste. The words around it are in the file of texts, under the platform's id. */
export interface Snippet {
  /** Which text it is, for the words around it: `tag`, `server`, `script`, … */
  id: string;
  /** A file name or a language, for the reader and for the highlighting. */
  language:
    | 'html'
    | 'php'
    | 'twig'
    | 'blade'
    | 'python'
    | 'django'
    | 'jinja'
    | 'ruby'
    | 'erb'
    | 'js'
    | 'jsx'
    | 'csharp'
    | 'razor'
    | 'java'
    | 'jsp'
    | 'liquid'
    | 'handlebars'
    | 'json'
    | 'yaml'
    | 'ini';
  code: string;
}
