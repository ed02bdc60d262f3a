import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'
import { rooms } from './eslint.rooms.js'

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    { files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser } },
    ...rooms,
  ],
})

/** What the linter says of a file that imports `what`. */
async function complaints(file: string, what: string): Promise<string> {
  const [result] = await eslint.lintText(`import { x } from '${what}'\nx()\n`, { filePath: file })
  return result?.messages.map(({ message }) => message).join('\n') ?? ''
}

describe('a wrong import is refused with where the code belongs', () => {
  it.each([
    ['app/page.tsx', '@/lib/store/feed', 'lib/queries'],
    ['app/page.tsx', '@/lib/db/client', 'lib/store'],
    ['app/topics/[slug]/page.tsx', '@/lib/ingest/import-documents', 'lib/'],
    ['components/story.tsx', '@/lib/store/feed', 'lib/queries'],
    ['components/story.tsx', '@/app/page', 'components/ or lib/'],
    ['lib/rank.ts', '@/lib/store/feed', 'lib/queries'],
    ['lib/rank.ts', 'node:fs/promises', 'lib/ingest, lib/store or scripts/'],
    ['lib/rank.ts', 'react', 'components/'],
    ['lib/i18n/request.ts', '@/lib/queries/feed', 'lib/'],
    ['lib/queries/feed.ts', '@/lib/ingest/parse', 'lib/'],
    ['lib/queries/feed.ts', '@prisma/client', 'lib/store'],
    ['lib/store/feed.ts', 'next/cache', 'lib/queries'],
    ['lib/store/feed.ts', '@/lib/queries/feed', 'lib/store or a pure file'],
    ['lib/ingest/parse.ts', 'server-only', 'lib/queries'],
    ['lib/ingest/parse.ts', '@prisma/client', 'lib/store'],
    ['lib/store/feed.ts', '../rank', '@/'],
    ['scripts/import.ts', '@/lib/queries/feed', 'lib/store or a pure file'],
  ])('%s may not import %s', async (file, what, where) => {
    expect(await complaints(file, what)).toContain(where)
  })
})

describe('what the map allows passes', () => {
  it.each([
    ['app/page.tsx', '@/components/story'],
    ['app/page.tsx', '@/lib/queries/feed'],
    ['components/story.tsx', '@/lib/article'],
    ['components/story.tsx', './picture'],
    ['lib/queries/feed.ts', '@/lib/store/feed'],
    ['lib/store/feed.ts', '@/lib/db/client'],
    ['lib/store/feed.ts', '@/lib/rank'],
    ['lib/ingest/import-documents.ts', '@/lib/store/write/article'],
    ['scripts/import.ts', '@/lib/ingest/import-documents'],
  ])('%s imports %s', async (file, what) => {
    expect(await complaints(file, what)).toBe('')
  })
})
