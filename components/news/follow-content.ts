import { openStream } from './event-stream'
import { pollVersion } from './poll-version'

/** Names the lock of the tab that asks the server, and the channel by which it tells the others. */
const NAME = 'hotsheet:content'

/** A tab that was out of sight for so long lets another one ask; in milliseconds. */
const HIDDEN_LONG = 60_000

/** Where streams fail, one is tried again after so long; in milliseconds. */
const POLLING = 10 * 60_000

/** What a tab that knows nothing yet sends on the channel. */
const WHICH = 'which'

type Listener = (version: number) => void

const listeners = new Set<Listener>()
let version: number | null = null
let channel: BroadcastChannel | null = null
/** Set while this tab is the one that asks the server, or waits to be it. */
let turn: AbortController | null = null
let isAsking = false
let tooLong: ReturnType<typeof setTimeout> | undefined

/**
 * Hears of the content's version, now and whenever it changes, over one
 * connection for all tabs of the browser.
 *
 * @returns a function that ends this for the listener; the connection lasts as long as the tab is in sight
 */
export function followContent(listener: Listener): () => void {
  if (!channel) start()
  listeners.add(listener)
  if (version !== null) listener(version)
  return () => void listeners.delete(listener)
}

function start(): void {
  channel = new BroadcastChannel(NAME)
  channel.addEventListener('message', ({ data }: MessageEvent<number | typeof WHICH>) => {
    if (data !== WHICH) hear(data)
    else if (isAsking && version !== null) channel?.postMessage(version)
  })
  document.addEventListener('visibilitychange', takeOrLeaveTurn)
  addEventListener('online', takeOrLeaveTurn)
  addEventListener('offline', takeOrLeaveTurn)
  takeOrLeaveTurn()
}

function hear(heard: number): void {
  if (heard === version) return
  version = heard
  for (const listener of listeners) listener(heard)
}

function takeOrLeaveTurn(): void {
  clearTimeout(tooLong)
  if (!navigator.onLine) return leaveTurn()
  if (document.visibilityState === 'hidden') {
    tooLong = setTimeout(leaveTurn, HIDDEN_LONG)
    return
  }
  channel?.postMessage(WHICH)
  if (turn) return
  turn = new AbortController()
  void takeTurn(turn.signal)
}

function leaveTurn(): void {
  turn?.abort()
  turn = null
}

async function takeTurn(signal: AbortSignal): Promise<void> {
  // Only pages that come over https or from this machine have locks; other tabs poll, each for itself.
  if (!('locks' in navigator)) return pollVersion(hear, signal)
  try {
    await navigator.locks.request(NAME, { signal }, () => askServer(signal))
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

/** Until the signal ends it, which lets the next tab have its turn. */
function askServer(signal: AbortSignal): Promise<void> {
  isAsking = true
  const tell = (heard: number) => {
    hear(heard)
    channel?.postMessage(heard)
  }
  if (savesData()) pollVersion(tell, signal)
  else listenOrPoll(tell, signal)
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      isAsking = false
      resolve()
    })
  })
}

function listenOrPoll(tell: Listener, signal: AbortSignal): void {
  const pollForAWhile = () => {
    const pause = AbortSignal.any([signal, AbortSignal.timeout(POLLING)])
    pollVersion(tell, pause)
    pause.addEventListener('abort', () => {
      if (!signal.aborted) listenOrPoll(tell, signal)
    })
  }
  signal.addEventListener('abort', openStream({ onVersion: tell, onFail: pollForAWhile }))
}

/** A stream keeps a phone's radio awake. */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  return connection?.saveData === true
}
