/** Proxies on the way close what is silent for a minute or less; in milliseconds. */
const HEARTBEAT = 25_000

/** After how long a client that lost its stream asks again, at least and at most, in milliseconds. */
const RETRY = { least: 3_000, most: 10_000 }

/** A client that has left so many lines unread is gone, or too slow to be told of anything. */
const UNREAD = 16

/** What streams are made from. */
interface Source {
  /** The version that the server answers with, null while it knows none. */
  announcedVersion: () => number | null
  /** Calls back with each further version until the function that it gives is called. */
  onContentAnnounced: (listener: (version: number) => void) => () => void
  /** How many streams may be open at a time. */
  most: number
  heartbeat?: number
}

const encoder = new TextEncoder()

/**
 * Makes streams of server-sent events that tell the content's version.
 *
 * @returns a function that opens one for a client, given the `Last-Event-ID` that it sent, or null
 *   while there is no room for another
 */
export function contentStreams(source: Source) {
  let open = 0
  return (lastEventId: string | null): ReadableStream<Uint8Array> | null => {
    if (open >= source.most) return null
    open += 1
    return contentStream(source, lastEventId, () => (open -= 1))
  }
}

function contentStream(source: Source, lastEventId: string | null, onEnd: () => void) {
  let end = () => {}
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = (text: string) => {
          if ((controller.desiredSize ?? 0) > 0) return controller.enqueue(encoder.encode(text))
          end()
          controller.close()
        }
        const tell = (version: number) => send(contentEvent(version))
        const stopListening = source.onContentAnnounced(tell)
        const beat = setInterval(() => send(':\n\n'), source.heartbeat ?? HEARTBEAT)
        end = () => {
          stopListening()
          clearInterval(beat)
          onEnd()
        }
        send(`retry: ${retryTime()}\n\n`)
        const version = source.announcedVersion()
        // Whoever comes back and has missed nothing is told nothing.
        if (version !== null && String(version) !== lastEventId) tell(version)
      },
      cancel: () => end(),
    },
    new CountQueuingStrategy({ highWaterMark: UNREAD }),
  )
}

/** Differs from client to client, so that not all come back at once to a server that was restarted. */
function retryTime(): number {
  return Math.round(RETRY.least + Math.random() * (RETRY.most - RETRY.least))
}

function contentEvent(version: number): string {
  return `id: ${version}\nevent: content\ndata: ${version}\n\n`
}
