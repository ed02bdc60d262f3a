import type { StoryState } from '@/lib/reader/story-state'

/** Stories whose marks have changed; null when any may have. */
export type StateNews = StoryState[] | null

type Listener = (news: StateNews) => void

const listeners = new Set<Listener>()
let channel: BroadcastChannel | undefined

function openChannel(): BroadcastChannel {
  if (!channel) {
    channel = new BroadcastChannel('hotsheet:states')
    channel.onmessage = ({ data }: MessageEvent<StateNews>) => notify(data)
  }
  return channel
}

function notify(news: StateNews): void {
  for (const listener of listeners) listener(news)
}

/** Tells this tab and all others of changed marks. */
export function tellStates(news: StateNews): void {
  openChannel().postMessage(news)
  notify(news)
}

/** Calls a listener at each change, in whatever tab it was made, until the signal ends it. */
export function watchStates(listener: Listener, signal: AbortSignal): void {
  openChannel()
  listeners.add(listener)
  signal.addEventListener('abort', () => listeners.delete(listener))
}
