import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { run, start } from '../steps/command.mjs'

/** @param {string} folder */
async function copyProject(folder) {
  const { lines } = await run(['git', 'ls-files', '-co', '--exclude-standard'])
  for (const file of lines) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
    await cp(file, path.join(folder, file))
  }
}

/** Seconds from `npm start` to the address being printed. @param {string} folder */
function timeStart(folder) {
  const started = performance.now()
  const child = start(['node', path.join(folder, 'scripts/start.mjs')], {
    env: { PORT: process.env.PORT ?? '3999', DATABASE_URL: undefined },
  })
  return new Promise((resolve, reject) => {
    let seconds = 0
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('Hotsheet: ')) return
      seconds = (performance.now() - started) / 1000
      child.kill('SIGTERM')
    })
    child.stderr.resume()
    child.once('close', () => (seconds ? resolve(seconds) : reject(new Error('It did not start.'))))
  })
}

/** @returns {Promise<import('./results.mjs').Table>} */
export async function measureStart() {
  const folder = await mkdtemp(path.join(tmpdir(), 'hotsheet-start-'))
  try {
    await copyProject(folder)
    const first = await timeStart(folder)
    const second = await timeStart(folder)
    return [
      { what: '`npm start` on a fresh clone', seconds: first.toFixed(1) },
      { what: '`npm start` again, nothing changed', seconds: second.toFixed(1) },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
