import { rmSync } from 'node:fs'
import { access, chown, mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { run, start } from './command.mjs'
import { Problem } from './console.mjs'
import { findPostgres } from './find-postgres.mjs'
import { freePort } from './free-port.mjs'

const USER = 'hotsheet'
const HOST = '127.0.0.1'

/** Nothing here outlives the machine, so nothing waits for its disk. */
const defaults = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  listen_addresses: HOST,
  // No socket file: its folder may be another user's, and its path may be too long.
  unix_socket_directories: '',
  max_connections: '100',
}

/**
 * @typedef {object} Cluster a PostgreSQL server of this process
 * @property {string} url of its maintenance database, whose user may create others
 * @property {number} port on 127.0.0.1
 * @property {(name: string) => string} urlOf the URL of one of its databases
 * @property {(name: string) => Promise<string>} createDatabase makes an empty database and gives its URL
 * @property {() => Promise<void>} stop ends it; a temporary one is gone then
 */

/**
 * @typedef {object} ClusterOptions
 * @property {string} [folder] where its data are, and stay; without it they are temporary
 * @property {Record<string, string>} [settings] of postgresql.conf
 */

/** PostgreSQL refuses to run as root, so another user of the machine has to. */
async function serverUser() {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const said = await Promise.all(['-u', '-g'].map((flag) => run(['id', flag, name]))).catch(
      () => null,
    )
    if (!said) continue
    const [uid, gid] = said.map(({ lines }) => Number(lines[0]))
    return { uid, gid }
  }
  throw new Problem('PostgreSQL does not run as root, and there is no user "postgres" or "nobody".')
}

/** The folder of a cluster, owned by who runs it. @param {string | undefined} wanted */
async function prepareFolder(wanted) {
  const owner = await serverUser()
  const folder = wanted ? path.resolve(wanted) : await mkdtemp(path.join(tmpdir(), 'hotsheet-pg-'))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (owner.uid !== undefined) await chown(folder, owner.uid, owner.gid ?? owner.uid)
  return { folder, owner }
}

async function programFolder() {
  const folder = await findPostgres()
  if (folder) return folder
  throw new Problem(
    'No PostgreSQL server was found (on Debian and Ubuntu: apt-get install postgresql).',
  )
}

/** Waits for the line that says it can be used. @param {import('node:child_process').ChildProcess} child */
function untilReady(child) {
  /** @type {string[]} */
  const said = []
  return new Promise((resolve, reject) => {
    const lines = createInterface(/** @type {import('node:stream').Readable} */ (child.stderr))
    lines.on('line', (line) => {
      if (said.length < 50) said.push(line)
      if (/ready to accept (read-only )?connections/.test(line)) resolve(undefined)
    })
    child.once('error', reject)
    child.once('close', () => reject(new Problem(`PostgreSQL did not start.\n${said.join('\n')}`)))
  })
}

/** @param {import('node:child_process').ChildProcess} child @param {string} folder what it works in */
function removeAfterwards(child, folder) {
  // When this process exits, the server may still be at its end, and write.
  const remove = () =>
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  process.once('exit', remove)
  child.once('close', () => {
    process.off('exit', remove)
    remove()
  })
}

/**
 * Serves the data of a folder.
 *
 * @param {string} bin @param {Awaited<ReturnType<typeof prepareFolder>>} place @param {ClusterOptions} options
 * @returns {Promise<Cluster>}
 */
async function serve(bin, { folder, owner }, { folder: kept, settings }) {
  const port = await freePort()
  const all = Object.entries({ ...defaults, port: `${port}`, ...settings })
  const child = start(
    [
      `${bin}/postgres`,
      '-D',
      folder,
      ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    // Told to end by SIGTERM, it would wait for its clients. What is thrown away need not be tidied.
    { ...owner, cwd: folder, stopSignal: kept ? 'SIGINT' : 'SIGQUIT' },
  )
  child.stdout?.resume()
  const closed = new Promise((resolve) => child.once('close', resolve))
  if (!kept) removeAfterwards(child, folder)
  await untilReady(child)
  const urlOf = (/** @type {string} */ name) => `postgres://${USER}@${HOST}:${port}/${name}`
  return {
    url: urlOf('postgres'),
    port,
    urlOf,
    createDatabase: async (name) => {
      await run([`${bin}/createdb`, '-h', HOST, '-p', `${port}`, '-U', USER, name])
      return urlOf(name)
    },
    stop: async () => {
      child.kill(kept ? 'SIGINT' : 'SIGQUIT')
      await closed
    },
  }
}

/**
 * Starts a PostgreSQL server of our own on 127.0.0.1, made for tests and measurements: whoever is on
 * this machine may use it, and a crash of the machine may lose its data.
 *
 * @param {ClusterOptions} [options] a folder that holds a cluster already is served as it is
 * @returns {Promise<Cluster>} which ends with this process
 * @throws {Problem} when there is no server, or it does not start
 */
export async function startPostgres(options = {}) {
  const bin = await programFolder()
  const place = await prepareFolder(options.folder)
  const exists = await access(path.join(place.folder, 'PG_VERSION')).then(
    () => true,
    () => false,
  )
  if (!exists) {
    const type = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
    const locale = ['--encoding=UTF8', '--locale=C', `--lc-ctype=${type}`]
    await run(
      [`${bin}/initdb`, '-D', place.folder, '-U', USER, '--auth=trust', '--no-sync', ...locale],
      { ...place.owner, cwd: place.folder },
    )
  }
  return serve(bin, place, options)
}

/**
 * Starts a streaming replica of a server, which answers reads.
 *
 * @param {Cluster} primary
 * @param {ClusterOptions} [options] its folder must be new
 * @returns {Promise<Cluster>} which ends with this process
 */
export async function startReplica(primary, options = {}) {
  const bin = await programFolder()
  const place = await prepareFolder(options.folder)
  const from = ['-h', HOST, '-p', `${primary.port}`, '-U', USER]
  await run(
    [`${bin}/pg_basebackup`, ...from, '-D', place.folder, '-R', '-c', 'fast', '--no-sync'],
    { ...place.owner, cwd: place.folder },
  )
  return serve(bin, place, options)
}
