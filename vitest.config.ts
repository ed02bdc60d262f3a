import { createRequire } from 'node:module'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname
const require = createRequire(import.meta.url)

/** Unit and storage tests: everything beside the code. What readers do in a browser is in e2e/. */
export default defineConfig({
  resolve: {
    alias: {
      '@': root,
      // Outside Next it throws on import, which is its whole purpose.
      'server-only': path.join(path.dirname(require.resolve('server-only')), 'empty.js'),
    },
  },
  test: {
    environment: 'node',
    setupFiles: './vitest.setup.ts',
    globalSetup: './lib/store/test-template.ts',
    include: [
      '{app,bench,components,lib,prisma,scripts,service-worker,test}/**/*.test.{ts,tsx}',
      '*.test.ts',
    ],
    exclude: ['**/node_modules/**', 'lib/db/generated*/**'],
    // Only a hang takes this long, even on a machine that is busy with other work.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Files that follow one another in a process share what they load: nothing of it is changed by a test.
    isolate: false,
    // By default, one of two processors would be left idle.
    maxWorkers: '100%',
    unstubGlobals: true,
    restoreMocks: true,
    env: { NODE_ENV: 'test' },
  },
})
