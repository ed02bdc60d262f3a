import { STATUS_CODES } from 'node:http'

/**
 * Answers with a status and one sentence: as text, or as RFC 9457 has it below `/api`.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {{ status: number, detail: string, headers?: Record<string, string> }} refusal
 * @param {{ method?: string, url?: string }} request
 */
export function plainAnswer(response, { status, detail, headers }, { method, url }) {
  const isApi = url !== undefined && /^\/api(?:[/?]|$)/.test(url)
  const title = STATUS_CODES[status] ?? 'Error'
  const body = isApi
    ? JSON.stringify({ type: 'about:blank', status, title, detail })
    : `${status} ${title}\n${detail}\n`
  response.writeHead(status, {
    ...headers,
    'content-type': isApi ? 'application/problem+json' : 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  })
  response.end(method === 'HEAD' ? undefined : body)
}
