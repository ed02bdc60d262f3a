import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { Problem } from './console.mjs'

/**
 * What is running, and the signal that ends it.
 *
 * @type {Map<import('node:child_process').ChildProcess, NodeJS.Signals>}
 */
const children = new Map()
process.once('exit', () => {
  for (const [child, stopSignal] of children) child.kill(stopSignal)
})

/**
 * @typedef {object} StartOptions
 * @property {Record<string, string | undefined>} [env] added to this process's own
 * @property {import('node:child_process').StdioOptions} [stdio]
 * @property {string} [cwd]
 * @property {number} [uid] the user who runs it
 * @property {number} [gid]
 * @property {NodeJS.Signals} [stopSignal] what ends it together with this process
 */

/** A command that ended with another exit code than was allowed; the message holds its output. */
export class CommandError extends Problem {
  /**
   * @param {string} message
   * @param {number | null} code null when a signal ended it
   */
  constructor(message, code) {
    super(message)
    this.code = code
  }
}

/**
 * Starts a program that is ended together with this one.
 *
 * @param {string[]} command program and arguments, never through a shell
 * @param {StartOptions} [options]
 * @returns {import('node:child_process').ChildProcess}
 */
export function start(
  [program, ...args],
  { env = {}, stdio = ['ignore', 'pipe', 'pipe'], stopSignal = 'SIGTERM', ...options } = {},
) {
  const child = spawn(program, args, { ...options, stdio, env: { ...process.env, ...env } })
  children.set(child, stopSignal)
  child.once('close', () => children.delete(child))
  return child
}

/**
 * Runs a program to its end and collects what it prints.
 *
 * @param {string[]} command program and arguments
 * @param {StartOptions & {
 *   onLine?: (line: string) => void,
 *   allow?: number[],
 * }} [options] `allow`: exit codes that are no failure
 * @returns {Promise<{ code: number, lines: string[] }>}
 * @throws {CommandError} with the program's output
 */
export function run(command, { onLine = () => {}, allow = [0], ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, options)
    /** @type {string[]} */
    const lines = []
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue
      createInterface(stream).on('line', (line) => {
        lines.push(line)
        if (line.trim()) onLine(line.trim())
      })
    }
    child.once('error', (error) =>
      reject(new CommandError(`${command[0]}: ${error.message}`, null)),
    )
    child.once('close', (code) => {
      if (code !== null && allow.includes(code)) resolve({ code, lines })
      else reject(new CommandError(lines.join('\n'), code))
    })
  })
}

/** A program of an installed package, run by this Node. @param {string} file below node_modules */
export function nodeProgram(file) {
  return [process.execPath, `node_modules/${file}`]
}

/** A TypeScript command of this project. @param {string} file @param {string[]} args */
export function script(file, ...args) {
  return [...nodeProgram('tsx/dist/cli.mjs'), file, ...args]
}

/**
 * Ends this program's children when it is told to end, and then itself.
 *
 * @param {() => number} exitCode what to exit with
 */
export function stopWithChildren(exitCode) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => {
      const ended = [...children.keys()].map(
        (child) => new Promise((done) => child.once('close', done)),
      )
      // A terminal has told them already; a second SIGINT would make some of them stop less cleanly.
      for (const [child, stopSignal] of children) child.kill(stopSignal)
      const patience = setTimeout(() => {
        for (const child of children.keys()) child.kill('SIGKILL')
      }, 5_000)
      void Promise.all(ended).then(() => {
        clearTimeout(patience)
        process.exit(exitCode())
      })
    })
  }
}
