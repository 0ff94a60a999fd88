import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Folders a folder must not import from: data flows one way, entrypoints → artifacts → analyzers → report → views. */
const forbid = (from, folders, why) => ({
  files: [`${from}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': ['error', {
      patterns: [{ group: folders.flatMap((f) => (f.includes('*') || !/^[a-z]+$/.test(f) ? [f] : [`**/${f}/**`, `@/${f}/**`])), message: why }],
    }],
  },
});

const BROWSER = ['wxt', 'wxt/*', 'webextension-polyfill', 'node:*', 'dexie'];

export default tseslint.config(
  { ignores: ['.output/**', '.wxt/**', 'node_modules/**', 'test/scenes/**/site/**', 'public/**', 'out/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', {
        selector: "AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]",
        message: 'Text from pages is data: never write markup.',
      }],
    },
  },
  forbid('analyzers', ['entrypoints', 'components', 'store', 'cli', 'test', ...BROWSER], 'analyzers are pure: no browser, no I/O, no views.'),
  forbid('components', ['entrypoints', 'store', 'cli', 'test', ...BROWSER], 'components render a report and know nothing of how it came about.'),
  forbid('store', ['entrypoints', 'components', 'cli', 'test'], 'the store knows artifacts and reports only.'),
  forbid('cli', ['entrypoints', 'test'], 'the command line drives the built extension; it does not import it.'),
  forbid('entrypoints', ['cli', 'test', 'node:*'], 'entrypoints wire browser events to artifacts.'),
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly' } } },
  { files: ['scripts/sdk-samples/drivers/**'], languageOptions: { globals: { window: 'readonly', document: 'readonly', navigator: 'readonly', fetch: 'readonly', FormData: 'readonly', File: 'readonly', Blob: 'readonly', Response: 'readonly', URLSearchParams: 'readonly', CompressionStream: 'readonly', TextEncoder: 'readonly', btoa: 'readonly' } } },
);
