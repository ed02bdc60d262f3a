import { networkInterfaces } from 'node:os'
import { createInterface } from 'node:readline'
import { start } from './command.mjs'
import { Problem, step } from './console.mjs'

/** How long the first page may take, in milliseconds. */
const PATIENCE = 60_000

/** @param {{ port: number, host: string | undefined }} address */
export function localUrl({ port, host }) {
  const anywhere = !host || host === '0.0.0.0' || host === '::'
  const name = anywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

/** The site's address for other machines of the network, if it is served to them. @param {{ port: number, host: string | undefined }} address */
function networkUrl({ port, host }) {
  if (host && host !== '0.0.0.0' && host !== '::') return null
  const addresses = Object.values(networkInterfaces()).flat()
  const own = addresses.find((each) => each && !each.internal && each.family === 'IPv4')
  return own ? `http://${own.address}:${port}` : null
}

/** Asks for the front page until it is there. @param {string} url @param {() => boolean} ended */
async function firstPage(url, ended) {
  const deadline = performance.now() + PATIENCE
  while (!ended() && performance.now() < deadline) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return true
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return false
}

/**
 * Serves the built site and prints the address once the front page is there.
 *
 * @param {{ port: number, host: string | undefined }} address
 * @param {{ DATABASE_URL?: string }} [env]
 * @returns the server
 * @throws {Problem} when no front page comes
 */
export async function serve(address, env) {
  const where = { PORT: String(address.port), HOST: address.host }
  const child = start([process.execPath, 'scripts/server.mjs'], { env: { ...env, ...where } })
  /** @type {string[]} */
  const before = []
  let ready = false
  let ended = false
  child.once('close', () => (ended = true))
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue
    createInterface(stream).on('line', (line) => (ready ? console.log(line) : before.push(line)))
  }
  await step('Server', async () => {
    ready = await firstPage(localUrl(address), () => ended)
    if (ready) return
    child.kill()
    throw new Problem(`The front page did not come.\n${before.join('\n')}`)
  })
  return child
}

/** @param {{ port: number, host: string | undefined }} address @param {string} time */
export function tellAddress(address, time) {
  const others = networkUrl(address)
  console.log(`\nReady in ${time}. Ctrl-C stops it.`)
  if (others) console.log(`On your network: ${others}`)
  console.log(`Hotsheet: ${localUrl(address)}`)
}
