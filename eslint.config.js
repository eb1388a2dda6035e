// Lint: what TypeScript alone cannot hold. Each ban's message says why it is there.
//
// Type-checked rules everywhere; on top of them bans for single folders. The canary in
// infra/check/canary/lint is linted with the same rules and must fail (infra/check/lint.mjs).

import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const pureFolders = ['packages/domain/src/**/*.ts', 'packages/tally/src/**/*.ts'];
const canary = 'infra/check/canary/lint';

const pure =
  'domain has no clock, no randomness, no promise: what is impure arrives as data with the command, ' +
  'so that server and browser decide alike and an old log folds to the same state.';

const impureGlobals = [
  'crypto',
  'fetch',
  'performance',
  'process',
  'queueMicrotask',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'Promise',
  'globalThis',
];

const impureSyntax = [
  ':function[async=true]',
  'AwaitExpression',
  'ForOfStatement[await=true]',
  'ImportExpression',
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
];

export default defineConfig(
  globalIgnores(['**/dist/', '**/node_modules/', 'out/', 'coverage/', 'data/', 'infra/check/canary/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
  },
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'off',
      'no-undef': 'off', // TypeScript knows better.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        // A default that is written is a decision; one that is missing is an oversight.
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // The store's port is asynchronous even where SQLite is not.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    name: 'mufakat/packages/casts',
    files: ['packages/*/src/**/*.ts', `${canary}/**/*.ts`],
    ignores: ['**/*.test.ts'],
    rules: {
      // Casts only where input is parsed; there a comment says so.
      '@typescript-eslint/no-unsafe-type-assertion': 'error',
    },
  },
  {
    name: 'mufakat/pure',
    files: [...pureFolders, `${canary}/domain/**/*.ts`],
    ignores: ['**/*.test.ts', '**/testing.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals.map((name) => ({ name, message: pure }))],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: pure },
        { object: 'Math', property: 'random', message: pure },
      ],
      'no-restricted-syntax': [
        'error',
        ...impureSyntax.map((selector) => ({ selector, message: pure })),
        {
          selector: 'TSTypeReference[typeName.name=/^(Promise|PromiseLike)$/]',
          message: pure,
        },
      ],
    },
  },
  {
    name: 'mufakat/redaction',
    files: ['packages/domain/src/{visibility,permissions}.ts', `${canary}/domain/**/*.ts`],
    rules: {
      // Who may see and who may do: a new event or command must be named here, never fall to a default.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false },
      ],
    },
  },
  {
    name: 'mufakat/tests',
    files: ['**/*.test.ts', 'tests/**/*.ts'],
    rules: {
      // A test may insist: when it is wrong, it fails, which is what a test is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    name: 'mufakat/svelte',
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: tseslint.parser },
    },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/button-has-type': 'error',
      'svelte/no-target-blank': 'error',
      // Links go through the app's own router, not SvelteKit's.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    // ESLint's TypeScript service cannot look into other pages; svelte-check does.
    name: 'mufakat/pages',
    files: ['**/*.svelte'],
    rules: {
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { destructuring: 'all' }],
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // The house's own scripts are typed by JSDoc; what JSON.parse hands them is looked at, not trusted to types.
    name: 'mufakat/scripts',
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: globals.node },
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
