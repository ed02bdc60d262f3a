import { type Agent, request } from 'node:http'

/** A request by its path and headers. */
export interface AskedFor {
  path: string
  headers?: Record<string, string>
}

/** Sends one request, reads the answer to its end and returns the milliseconds that this took. */
export function ask(origin: string, { path, headers }: AskedFor, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const sent = request(origin + path, { agent, headers }, (answer) => {
      answer.resume()
      answer.once('error', reject)
      answer.once('end', () => resolve(performance.now() - started))
    })
    sent.once('error', reject)
    sent.end()
  })
}
