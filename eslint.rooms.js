/**
 * The rooms of the house and what each may not import (docs/architecture.md).
 * Imports across rooms begin with `@/`, so a pattern on that name is enough.
 */

/** @param {string} name */
const inRoom = (name) => `^@/${name}(/|$)`

const parent = {
  regex: '^\\.\\./',
  message: 'Begin it with @/: relative imports are for the same folder and below.',
}
const database = {
  regex: inRoom('lib/db'),
  message: 'Only lib/store knows the database: put the query there.',
}
const prisma = {
  regex: '^(@prisma/|prisma$|prisma/|@/prisma/)',
  message: 'Only lib/store and lib/db know Prisma: put the query in lib/store.',
}
const store = {
  regex: inRoom('lib/store'),
  message: 'The web reads through lib/queries, which caches: put the call there.',
}
const queries = {
  regex: inRoom('lib/queries'),
  message: 'lib/queries belongs to the web: share code through lib/store or a pure file in lib/.',
}
const ingest = {
  regex: inRoom('lib/ingest'),
  message: 'Documents come in at the command line only: what readers need too belongs in lib/.',
}
const components = {
  regex: inRoom('components'),
  message: 'What components share with other code belongs in a pure file in lib/.',
}
const app = {
  regex: inRoom('app'),
  message: 'Nothing imports routes: move what is shared to components/ or lib/.',
}
const web = {
  regex: '^(next|react|react-dom|server-only)($|/)',
  message:
    'This runs at the command line too: what needs Next or React belongs in lib/queries, components/ or app/.',
}
const io = {
  regex: '^node:(fs|net|http|https|child_process|worker_threads|process|os)($|/)',
  message: 'A pure file in lib/ does no I/O: reading belongs in lib/ingest, lib/store or scripts/.',
}

const useParameter = 'A pure file in lib/ has no clock: take the time as a parameter.'

/** Syntax that reads the clock. */
export const clock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: useParameter,
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: useParameter,
  },
]

/** Pure files: plain values in, plain values out. */
export const pure = ['lib/*.{ts,tsx}', 'lib/{picture,reader,search}/**/*.ts']

/**
 * @param {string[]} files
 * @param {{ regex: string, message: string }[]} forbidden
 */
function room(files, forbidden) {
  return {
    files,
    ignores: ['**/*.test.{ts,tsx}', 'lib/db/generated*/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [parent, ...forbidden] }],
    },
  }
}

/** @type {import('eslint').Linter.Config[]} */
export const rooms = [
  room(['app/**'], [database, prisma, store, ingest]),
  room(['components/**'], [database, prisma, store, ingest, app]),
  room(pure, [database, prisma, store, queries, ingest, components, app, web, io]),
  room(['lib/i18n/**'], [database, prisma, store, queries, ingest, components, app]),
  room(['lib/queries/**'], [prisma, ingest, components, app]),
  room(['lib/store/**'], [queries, ingest, components, app, web]),
  room(['lib/ingest/**'], [prisma, queries, components, app, web]),
  room(['lib/db/**'], [store, queries, ingest, components, app, web]),
  room(['service-worker/**'], [database, prisma, store, queries, ingest, components, app, web]),
  room(['bench/**', 'prisma/**', 'scripts/**/*.ts'], [queries, components, app, web]),
]
