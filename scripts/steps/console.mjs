import { styleText } from 'node:util'

const live = Boolean(process.stdout.isTTY && process.stdout.columns && !process.env.CI)
/** How often a step without a terminal says that it is still at work, in milliseconds. */
const HEARTBEAT = 15_000

/** A problem that the reader can mend: told as it is, without a stack. */
export class Problem extends Error {}

/** @param {number} since from `performance.now()` @returns {string} such as `3.2 s` */
export function elapsed(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}

/** @param {string} text */
function fit(text) {
  const width = process.stdout.columns - 1
  return text.length > width ? `${text.slice(0, width - 1)}…` : text
}

/** @param {string} text replaces the line under way, on a terminal */
function rewrite(text) {
  process.stdout.write(`\r\x1b[2K${fit(text)}`)
}

/** Keeps telling that a step is under way. @returns what to call with its last output, and at its end */
function progress(/** @type {string} */ title, /** @type {number} */ started) {
  let latest = ''
  const tell = () =>
    live
      ? rewrite(`  ${title} … ${elapsed(started)}  ${latest}`)
      : console.log(`  ${title} … still at work after ${elapsed(started)}`)
  if (live) tell()
  else console.log(`  ${title} …`)
  const timer = setInterval(tell, live ? 200 : HEARTBEAT)
  return {
    line: (/** @type {string} */ text) => void (latest = text),
    stop: () => clearInterval(timer),
  }
}

/**
 * Runs one step of a command and prints it: its title, its progress, how it ended and how long it took.
 *
 * @template T
 * @param {string} title what is done, such as `Packages`
 * @param {(onLine: (line: string) => void) => Promise<T>} run gets a function for lines of output
 * @param {(result: T) => string} [tell] what came of it, in a few words
 * @returns {Promise<T>}
 */
export async function step(title, run, tell = () => '') {
  const started = performance.now()
  const { line, stop } = progress(title, started)
  const end = (/** @type {string} */ text) => {
    stop()
    if (live) process.stdout.write('\r\x1b[2K')
    console.log(text)
  }
  try {
    const result = await run(line)
    const what = tell(result)
    end(`${styleText('green', '✓')} ${title}${what && `: ${what}`} (${elapsed(started)})`)
    return result
  } catch (error) {
    end(`${styleText('red', '✗')} ${title} (${elapsed(started)})`)
    throw error
  }
}

/**
 * Prints why a command stopped.
 *
 * @param {unknown} error
 */
export function tellProblem(error) {
  const text =
    error instanceof Problem ? error.message : error instanceof Error ? error.stack : error
  console.error(`\n${text}`)
}
