import { readFileSync } from 'node:fs';
import { walk } from 'estree-walker';
import MagicString from 'magic-string';
import { parseAst, type Plugin } from 'vite';

const FILE = /(development\/)?(?=reactive-element\.js$)/;

/**
 * Gives the one file those parts of Lit's reactive base that the element uses: no controllers, reflection, styles or
 * decorators, nor what copies of Lit write into the page's globals for each other. What is never switched on is said here; the
 * minifier drops what only that would reach. Whoever installs the package gets Lit whole.
 */
export const leanLit: Plugin = {
  name: 'lean-lit',
  load: (id) =>
    id.includes('/@lit/reactive-element/') && FILE.test(id)
      ? lean(readFileSync(id.replace(FILE, 'development/'), 'utf8'))
      : null,
};

/** What always has the same value here, wherever Lit reads or sets it. */
const CONSTANTS: Record<string, string> = {
  DEV_MODE: 'false',
  __controllers: 'undefined',
  __defaultValues: 'undefined',
  __reflectingProperties: 'undefined',
  __reflectingProperty: 'undefined',
  // The element looks at all of its properties, whichever have changed.
  _$changedProperties: 'undefined',
  _initializers: 'undefined',
  // All of the element's properties are declared.
  defaultPropertyDeclaration: '{}',
  elementStyles: 'undefined',
  hasChanged: 'undefined',
  // Only asked for what is the same each time.
  hasUpdated: 'false',
  litPropertyMetadata: 'undefined',
  metadata: 'null',
  noAccessor: 'false',
  polyfillSupport: 'undefined',
  reactiveElementVersions: 'undefined',
  reflect: 'false',
  shouldUpdate: 'true',
  state: 'false',
  trustedTypes: 'undefined',
  useDefault: 'false',
  wrapped: 'false',
};

/** What Lit writes into globals and into its class, outside of all functions: nobody asks for it. */
const SET_OUTSIDE = [...Object.keys(CONSTANTS), 'JSCompiler_renameProperty'];

/** Functions that do nothing here, find nothing or that nothing calls, and types that no attribute of the element has. */
const UNUSED = [
  '__propertyToAttribute',
  '_$changeProperty',
  '_$didUpdate',
  'addController',
  'addInitializer',
  'adoptStyles',
  'Array',
  'Boolean',
  'finalizeStyles',
  'firstUpdated',
  'getUpdateComplete',
  'getOwnPropertyDescriptor',
  'getOwnPropertySymbols',
  'Object',
  'removeController',
  'scheduleUpdate',
  'shouldUpdate',
  'toAttribute',
  'update',
  'updated',
  'willUpdate',
];

/** What is always so, or never, with the properties of this element: all have attributes, and none an accessor of the class's own. */
const CONDITIONS: Record<string, string> = {
  'attr !== undefined': 'true',
  'attribute === false': 'false',
  'descriptor !== undefined': 'true',
  'elementProperties.size > 0': 'false',
  'options.converter?.fromAttribute !== undefined': 'false',
  'result != null': 'true',
  'this.__reflectingProperty !== propName': 'true',
  'this.prototype.hasOwnProperty(name)': 'false',
  "typeof name === 'string'": 'true',
  'useNewValue === false': 'true',
};

/** What comes to the same with less. */
const SHORTER: Record<string, string> = {
  'get?.call(this)': 'this[key]',
  // The class has no other above it that has properties of its own.
  'getPrototypeOf(this)': 'undefined',
  'new Map(superCtor.elementProperties)': 'new Map()',
  'options ??= ctor.getPropertyOptions(name)': 'undefined',
  'set?.call(this, value)': 'this[key] = value',
  'superCtor.finalize()': 'undefined',
  'useNewValue = false': '',
  'this.__attributeToPropertyMap && [...this.__attributeToPropertyMap.keys()]':
    '[...this.__attributeToPropertyMap.keys()]',
  'this.getUpdateComplete()': 'this.__updatePromise',
  'this.requestUpdate(name, oldValue, options)': 'this.requestUpdate(name, oldValue)',
  // The element has one of its own.
  'this.scheduleUpdate()': 'this.scheduleUpdate()',
};
const EXPRESSIONS: Record<string, string> = { ...CONDITIONS, ...SHORTER };

/** Names that only Lit and the element know, so the one file may have shorter ones: those that pages see stay as they are. */
export const LITS_NAMES = [
  'converter',
  'createProperty',
  'createRenderRoot',
  'enableUpdating',
  'finalize',
  'fromAttribute',
  'getPropertyDescriptor',
  'getPropertyOptions',
  'isUpdatePending',
  'performUpdate',
  'renderRoot',
  'scheduleUpdate',
  'shadowRootOptions',
];

type Node = NonNullable<Parameters<typeof walk>[0]>;

const nameOf = (node: Node | null | undefined): string => {
  if (node?.type === 'Identifier') return node.name;
  return node?.type === 'MemberExpression' && !node.computed ? nameOf(node.property) : '';
};

const constant = (node: Node): string | undefined => {
  const name = nameOf(node);
  return Object.hasOwn(CONSTANTS, name) ? CONSTANTS[name] : undefined;
};

const isUnused = (node: Node | null | undefined): boolean => UNUSED.includes(nameOf(node));

/** The one of a class without accessors; the element's are set through another. */
const isUnusedSetter = (source: string): boolean => source.startsWith('set(v)');

type Rule<Type extends Node['type']> = (
  node: Extract<Node, { type: Type }>,
  source: string,
  parent: Node | null,
) => string | undefined;

/** What stands in a node's place, by its type; where there is nothing, it stays as it is and is looked into. */
const RULES: { [Type in Node['type']]?: Rule<Type> } = {
  ImportDeclaration: () => '',
  ExportAllDeclaration: () => '',
  ExpressionStatement: (_node, source, parent) =>
    parent?.type === 'Program' && SET_OUTSIDE.some((name) => source.includes(name)) ? '' : undefined,
  // The element renders nothing, so an update that fails before it has begun is not to be caught.
  TryStatement: (_node, source) =>
    source.includes('this.update(changedProperties)') ? 'this.__markUpdated();' : undefined,
  MethodDefinition: ({ key }) => (isUnused(key) ? '' : undefined),
  SwitchCase: ({ test }) => (isUnused(test) ? '' : undefined),
  Property: ({ key }, source, parent) => {
    if (parent?.type === 'ObjectPattern') return source;
    return isUnused(key) || constant(key) || isUnusedSetter(source) ? '' : undefined;
  },
  BinaryExpression: (_node, source) => EXPRESSIONS[source],
  CallExpression: ({ callee }, source) => EXPRESSIONS[source] ?? (isUnused(callee) ? 'undefined' : undefined),
  NewExpression: (_node, source) => EXPRESSIONS[source],
  LogicalExpression: (_node, source) => EXPRESSIONS[source],
  ChainExpression: (_node, source) => EXPRESSIONS[source],
  SpreadElement: ({ argument }) =>
    argument.type === 'CallExpression' && isUnused(argument.callee) ? '' : undefined,
  AssignmentPattern: (_node, source) => EXPRESSIONS[source],
  AssignmentExpression: ({ left }, source) => EXPRESSIONS[source] ?? constant(left),
  VariableDeclarator: ({ id }) => {
    const value = constant(id);
    return value && `${nameOf(id)} = ${value}`;
  },
  Identifier: constant,
  MemberExpression: constant,
};

function lean(code: string): string {
  const names = [...Object.keys(CONSTANTS), ...UNUSED, ...Object.keys(EXPRESSIONS)];
  const lost = names.filter((name) => !code.includes(name));
  if (lost.length) throw new Error(`Lit has changed: ${lost.join(', ')} is not in it any more.`);
  const text = new MagicString(code);
  walk(parseAst(code) as Node, {
    enter(node, parent) {
      const { start, end } = node as unknown as { start: number; end: number };
      const source = code.slice(start, end);
      const rule = RULES[node.type] as Rule<Node['type']> | undefined;
      const value = rule?.(node, source, parent);
      if (value === undefined) return;
      if (value) text.update(start, end, value);
      else text.remove(start, end + Number(code[end] === ','));
      this.skip();
    },
  });
  return text.toString();
}
