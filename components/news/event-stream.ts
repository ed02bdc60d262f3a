/** In a row, without a stream in between, so many failures are enough. */
const ATTEMPTS = 3

/** A stream on which nothing comes for so long at first is held back by something on the way; in milliseconds. */
const SILENCE = 10_000

interface StreamReader {
  onVersion: (version: number) => void
  /** The stream is closed by then, and does not come back. */
  onFail: () => void
}

/**
 * Hears of the content's version by server-sent events. The browser itself
 * opens a stream that was cut anew.
 *
 * @returns a function that closes the stream
 */
export function openStream({ onVersion, onFail }: StreamReader): () => void {
  const source = new EventSource('/api/events')
  let failures = 0
  const close = () => {
    clearTimeout(silence)
    source.close()
  }
  const fail = () => {
    close()
    onFail()
  }
  const silence = setTimeout(fail, SILENCE)
  source.addEventListener('content', ({ data }: MessageEvent<string>) => {
    clearTimeout(silence)
    onVersion(Number(data))
  })
  source.addEventListener('open', () => (failures = 0))
  source.addEventListener('error', () => {
    failures += 1
    // Closed by the browser: it was answered with something else than a stream.
    if (source.readyState === EventSource.CLOSED || failures >= ATTEMPTS) fail()
  })
  return close
}
