import { start } from '../steps/command.mjs'

/** @typedef {import('./store/child').Task} Task */

/**
 * A process that measures one corpus, and only when it is told to.
 *
 * @param {import('./corpora.mjs').Corpus} corpus
 */
export function startStore({ url, size }) {
  const program = ['--import', 'tsx', 'scripts/bench/store/child.ts']
  const child = start([process.execPath, ...program, '--url', url, '--size', `${size}`], {
    env: { NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise((_, reject) =>
    child.once('close', () => reject(new Error('A measuring process has ended.'))),
  )
  ended.catch(() => {})
  return {
    /** Has a task done and waits for its result. @param {Task} task @returns {Promise<any>} */
    async ask(task) {
      const answer = new Promise((resolve) => child.once('message', resolve))
      child.send(task)
      const { result, error } = /** @type {any} */ (await Promise.race([answer, ended]))
      if (error) throw new Error(error)
      return result
    },
    stop: () => void child.kill(),
  }
}
