import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const TEST_FUNCTION = 'callee.object.name=/^(describe|context|suite|it|test)$/';

export default defineConfig(
  globalIgnores(['dist/', 'dist-demo/', 'coverage/', '.cache/', 'test/frameworks/apps/angular*/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.recommended,
  { rules: { eqeqeq: ['error', 'always', { null: 'ignore' }], 'prefer-object-has-own': 'error' } },
  {
    files: ['**/*.ts'],
    extends: [
      tseslint.configs.recommendedTypeChecked,
      lit.configs['flat/recommended'],
      wc.configs['flat/best-practice'],
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: { wc: { elementBaseClasses: ['LitElement', 'ReactiveElement'] } },
    rules: {
      // What a form or a JSON text holds is turned into text on purpose, and in many places.
      '@typescript-eslint/no-base-to-string': 'off',
      // An event listener may be async.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      // Declaration merging: the maps of events and tags are extended, not described.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // The base class implements them, and its types say so.
      'wc/guard-super-call': 'off',
      // The functions of a window work without it.
      '@typescript-eslint/unbound-method': 'off',
      // A method that promises something need not wait for anything.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['test/**'],
    rules: {
      // chai's assertions are expressions.
      '@typescript-eslint/no-unused-expressions': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: `CallExpression[${TEST_FUNCTION}][callee.property.name='only']`,
          message: 'The other tests would not run.',
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          // Promises only in the types that a plugin gives chai; node:test's are waited for by its runner.
          allowForKnownSafeCalls: [
            { from: 'package', package: '@open-wc/semantic-dom-diff', name: 'Equal' },
            { from: 'package', package: 'node:test', name: ['describe', 'it', 'suite', 'test'] },
          ],
        },
      ],
    },
  },
);
