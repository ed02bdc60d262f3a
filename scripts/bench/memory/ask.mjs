import { request } from 'node:http'

/**
 * Sends one request and reads the answer to its end.
 *
 * @param {string} origin
 * @param {{ path: string, headers?: Record<string, string> }} asked
 * @param {import('node:http').Agent} agent
 * @returns {Promise<{ status: number, milliseconds: number }>}
 */
export function ask(origin, { path, headers }, agent) {
  return new Promise((resolve, reject) => {
    const begun = performance.now()
    const sent = request(origin + path, { agent, headers }, (answer) => {
      answer.resume()
      answer.once('error', reject)
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, milliseconds: performance.now() - begun }),
      )
    })
    sent.once('error', reject)
    sent.end()
  })
}
