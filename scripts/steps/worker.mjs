import { readdir } from 'node:fs/promises'

/** Where Next serves it from: at the root, so that it stands for the whole site. */
const OUTPUT = 'public/sw.js'

/** What Next has built for browsers, as addresses. @returns {Promise<string[]>} */
async function listBuiltFiles() {
  const names = await readdir('.next/static', { recursive: true })
  const files = names.filter((name) => /\.(js|css)$/.test(name))
  return files.map((name) => `/_next/static/${name.split('\\').join('/')}`).sort()
}

/**
 * Bundles the service worker for the site that was built before. With
 * `HOTSHEET_SERVICE_WORKER=off` it is one that removes itself from readers'
 * browsers: see docs/decisions/offline.md.
 */
export async function buildWorker() {
  // Not there yet when packages are still to be installed.
  const { build } = await import('esbuild')
  const isOff = process.env.HOTSHEET_SERVICE_WORKER === 'off'
  await build({
    entryPoints: [isOff ? 'service-worker/removal.ts' : 'service-worker/worker.ts'],
    outfile: OUTPUT,
    bundle: true,
    minify: true,
    target: 'es2022',
    logLevel: 'error',
    define: {
      'process.env.NODE_ENV': '"production"',
      BUILT_FILES: JSON.stringify(await listBuiltFiles()),
    },
  })
}
