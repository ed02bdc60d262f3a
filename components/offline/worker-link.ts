import type { WorkerMessage } from '@/lib/offline'

/** So often at most a page that stays open asks for a newer worker, in milliseconds. */
const UPDATE_EVERY = 60 * 60_000

/** Whether this browser may keep anything: not over plain http from another machine. */
export function hasWorkers(): boolean {
  return 'serviceWorker' in navigator
}

/**
 * Registers the service worker and looks for a newer one when the reader comes
 * back after a while. A site that is served without one goes on without.
 */
export async function registerWorker(signal: AbortSignal): Promise<void> {
  const options: RegistrationOptions = { updateViaCache: 'none' }
  const registration = await navigator.serviceWorker.register('/sw.js', options).catch(() => null)
  if (!registration) return
  let asked = Date.now()
  const update = () => {
    if (document.visibilityState === 'hidden' || Date.now() - asked < UPDATE_EVERY) return
    asked = Date.now()
    registration.update().catch(() => undefined)
  }
  document.addEventListener('visibilitychange', update, { signal })
}

/** Tells the worker something, once there is one. */
export async function tellWorker(message: WorkerMessage, ports: MessagePort[] = []): Promise<void> {
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage(message, ports)
}

/**
 * Tells the worker something and waits for its answer.
 *
 * @returns whether the worker stored what it was told of; true where the browser has no worker
 */
export async function askWorker(message: WorkerMessage): Promise<boolean> {
  const answered = new Promise<boolean>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<boolean>) => resolve(data)
    void tellWorker(message, [port2])
  })
  // A first worker is told as soon as it is there, which may be never.
  return (await navigator.serviceWorker.getRegistration()) ? answered : true
}

/** Removes the worker that a production build at the same address has left. */
export async function unregisterWorkers(): Promise<void> {
  if (!hasWorkers()) return
  const registrations = await navigator.serviceWorker.getRegistrations()
  await Promise.all(registrations.map((registration) => registration.unregister()))
}
