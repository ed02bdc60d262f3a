import { toBytes, type Sent } from './exchange'

/** Requests with one part less than a request has, to find out which parts matter. */
export function* smaller(sent: Sent): Generator<Sent> {
  if (sent.raw !== undefined) return
  if (sent.body !== '') yield { ...sent, body: '' }
  for (const index of sent.headers.keys()) {
    // Without a host, a request is another one.
    if (index > 0) yield { ...sent, headers: sent.headers.filter((_, other) => other !== index) }
  }
  if (sent.method !== 'GET') yield { ...sent, method: 'GET' }
  yield* shorterTargets(sent)
}

function* shorterTargets(sent: Sent): Generator<Sent> {
  const [path = '', query] = sent.target.split(/\?(.*)/s)
  const parameters = query?.split('&') ?? []
  if (query !== undefined) yield { ...sent, target: path }
  for (const index of parameters.keys()) {
    if (parameters.length === 1) break
    const rest = parameters.filter((_, other) => other !== index).join('&')
    yield { ...sent, target: `${path}?${rest}` }
  }
  const segments = path.split('/')
  for (const index of segments.keys()) {
    if (index === 0 || segments.length <= 2) continue
    const shorter = segments.filter((_, other) => other !== index).join('/')
    yield { ...sent, target: query === undefined ? shorter : `${shorter}?${query}` }
  }
}

/** A command for a shell that sends the request again. */
export function toCommand(sent: Sent, port: number): string {
  if (sent.raw !== undefined) {
    return `printf ${quote(escapeBytes(sent.raw))} | nc 127.0.0.1 ${port}`
  }
  const plain = [sent.target, sent.body, ...sent.headers.flat()].join('')
  const isPlain = sent.target.startsWith('/') && /^[\x20-\x7e]*$/.test(plain)
  if (!isPlain) return `printf ${quote(escapeBytes(toBytes(sent)))} | nc 127.0.0.1 ${port}`
  const headers = sent.headers.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`)
  const body = sent.body === '' ? [] : ['--data-binary', quote(sent.body.slice(0, 200))]
  const method = sent.method === 'HEAD' ? '-I' : `-X ${sent.method}`
  const address = quote(`http://127.0.0.1:${port}${sent.target}`)
  return ['curl -i -g --path-as-is', method, ...headers, ...body, address].join(' ')
}

/** As `printf` takes them. */
function escapeBytes(text: string): string {
  return text.replace(/[^\x20-\x7e]|[\\%]/g, (sign) =>
    sign === '%' ? '%%' : `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
