/// <reference lib="webworker" />
export {}

// Served in place of the worker when the site is built with HOTSHEET_SERVICE_WORKER=off: takes the place
// of whatever worker a browser has, lets go of all that it kept, and goes.

declare const self: ServiceWorkerGlobalScope

self.addEventListener('install', () => void self.skipWaiting())

self.addEventListener('activate', (event) => {
  event.waitUntil(remove())
})

async function remove(): Promise<void> {
  const names = await caches.keys()
  const own = names.filter((name) => /^(hotsheet|serwist)-/.test(name))
  await Promise.all(own.map((name) => caches.delete(name)))
  await self.registration.unregister()
}
