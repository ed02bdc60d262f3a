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
    include: ['{app,components,lib,prisma,scripts,service-worker}/**/*.test.{ts,tsx}', '*.test.ts'],
    exclude: ['**/node_modules/**', 'lib/db/generated*/**'],
    testTimeout: 30_000,
    env: { NODE_ENV: 'test' },
  },
})
