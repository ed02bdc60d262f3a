import js from '@eslint/js'
import next from '@next/eslint-plugin-next'
import { defineConfig, globalIgnores } from 'eslint/config'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { clock, pure, rooms } from './eslint.rooms.js'

const interfaceCode = ['{app,components}/**/*.{ts,tsx}']
/** Files whose default export is what Next or a tool asks for. */
const wantDefault = [
  'app/**/{page,layout,template,loading,error,global-error,not-found,global-not-found,default}.tsx',
  'app/**/{robots,sitemap,manifest,icon,apple-icon,opengraph-image}.{ts,tsx}',
  'lib/i18n/request.ts',
  '*.config.{js,ts}',
]

const everything = {
  selector: 'ExportAllDeclaration',
  message: 'Name what you import where you use it: barrels hide where code lives.',
}
const passedOn = {
  selector: 'ExportNamedDeclaration[source]',
  message: 'Import it from where it lives: re-exports hide that.',
}
const unnamed = {
  selector: 'ExportDefaultDeclaration',
  message: 'Use a named export; only Next and tools ask for a default one.',
}

export default defineConfig(
  globalIgnores([
    '.next/',
    '.bench/',
    'lib/db/generated*/',
    'next-env.d.ts',
    'playwright-report/',
    'public/sw.js',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // `x != null` asks for both null and undefined, which is what it is for.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 160, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', everything, passedOn, unnamed],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Taking a text apart by code points is what is meant where it is done.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Next asks for async functions also where there is nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: pure,
    rules: { 'no-restricted-syntax': ['error', everything, passedOn, unnamed, ...clock] },
  },
  { files: wantDefault, rules: { 'no-restricted-syntax': ['error', everything] } },
  {
    files: interfaceCode,
    extends: [reactHooks.configs.flat['recommended-latest'], next.configs['core-web-vitals']],
    rules: {
      // Links are plain: components/instant-links.tsx makes them instant.
      '@next/next/no-html-link-for-pages': 'off',
      // Pictures come from where documents say, at the size they have.
      '@next/next/no-img-element': 'off',
    },
  },
  {
    // Components and tests tell a whole story; what counts there is the length of the file.
    files: ['**/*.tsx', '**/*.test.ts', 'e2e/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['**/*.test.ts', 'e2e/**'],
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: {
      // TypeScript and Node tell of a name that does not exist.
      'no-undef': 'off',
    },
  },
  rooms,
)
