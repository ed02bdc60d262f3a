import { access, constants, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { databaseUrl, poolSize, replicaUrls } from '../../lib/db/url.js'
import { Problem } from './console.mjs'

/** @throws {Problem} when this Node is older than package.json asks for */
export async function checkNode() {
  const { engines } = JSON.parse(await readFile('package.json', 'utf8'))
  const [major, minor] = engines.node.match(/\d+/g).map(Number)
  const [thisMajor = 0, thisMinor = 0] = process.versions.node.split('.').map(Number)
  if (thisMajor > major || (thisMajor === major && thisMinor >= minor)) return
  throw new Problem(
    `Hotsheet needs Node ${major}.${minor} or newer, but this is Node ${process.versions.node}. ` +
      'Get a newer one at https://nodejs.org and try again.',
  )
}

/** @throws {Problem} when this user may not write where Hotsheet is */
export async function checkFolder() {
  await access('.', constants.W_OK).catch(() => {
    throw new Problem(
      `Hotsheet installs and builds inside its own folder, but you may not write to ${process.cwd()}. ` +
        'Clone it into a folder of your own, or run it as the user who owns that folder.',
    )
  })
}

/**
 * Settles on one database for all that is started from here.
 *
 * @throws {Problem} when DATABASE_URL, or a setting that belongs to it, is not one that Hotsheet can use
 */
export function checkDatabaseUrl() {
  try {
    process.env.DATABASE_URL = databaseUrl()
    replicaUrls()
    poolSize()
  } catch (error) {
    throw new Problem(error instanceof Error ? error.message : String(error))
  }
}

/**
 * Where to serve: `PORT`, else 3000, and `HOST`, else every address of this machine.
 *
 * @returns {{ port: number, host: string | undefined }}
 * @throws {Problem} when PORT is not a port
 */
export function readAddress() {
  const value = process.env.PORT?.trim() || '3000'
  const port = Number(value)
  if (/^\d+$/.test(value) && port >= 1 && port <= 65_535) {
    return { port, host: process.env.HOST?.trim() || undefined }
  }
  throw new Problem(`PORT is "${value}", but a port is a whole number from 1 to 65535.`)
}

/**
 * @param {{ port: number, host: string | undefined }} address
 * @throws {Problem} when nothing can be served there
 */
export async function checkAddress({ port, host }) {
  /** @type {NodeJS.ErrnoException | null} */
  const error = await new Promise((resolve) => {
    const server = createServer().once('error', resolve)
    server.listen({ port, host }, () => server.close(() => resolve(null)))
  })
  if (!error) return
  if (error.code === 'EADDRINUSE') {
    throw new Problem(
      `Port ${port} is in use by another program. Stop that one, or choose another port: ` +
        `PORT=${port + 1} npm start`,
    )
  }
  if (error.code === 'EACCES') {
    throw new Problem(
      `You may not serve on port ${port}. Choose one above 1023: PORT=3000 npm start`,
    )
  }
  throw new Problem(`Nothing can be served at HOST=${host} PORT=${port}: ${error.message}.`)
}
