/// <reference lib="webworker" />
import { Serwist, type RouteHandlerObject, type Strategy } from 'serwist'
import { CACHES, HOWEVER_ASKED, type WorkerMessage } from '@/lib/offline'
import { fallback, findElsewhere } from './fallback'
import { fetchMissingPages } from './fetch-page'
import { kindOf, type Kind } from './kinds'
import { notForever } from './not-forever'
import { dropSaved, keepSaved } from './saved-stories'
import { data, files, foreignPictures, ownPictures, pages, PATIENCE, tellPages } from './strategies'

declare const self: ServiceWorkerGlobalScope

/** Put here by scripts/steps/worker.mjs: addresses of all scripts and styles of this deployment. */
declare const BUILT_FILES: string[]

/** As pages ask for pictures: those of others need not allow to be looked into. */
const PICTURE: RequestInit = { mode: 'no-cors', referrerPolicy: 'no-referrer' }

type SeenPage = Extract<WorkerMessage, { type: 'seen' }>

const strategies: Record<Kind, Strategy> = {
  file: files,
  page: pages,
  data,
  picture: ownPictures,
  'foreign-picture': foreignPictures,
}

const worker = new Serwist({
  // A new version takes over at once: pages come from the network first, so they fit it.
  skipWaiting: true,
  clientsClaim: true,
  navigationPreload: true,
  runtimeCaching: Object.entries(strategies).map(([kind, strategy]) => ({
    matcher: ({ request }) => kindOf(request, self.location.origin) === kind,
    handler: kind === 'page' || kind === 'data' ? withinTime(strategy) : strategy,
  })),
})
worker.setCatchHandler(({ request }) => fallback(request))
worker.addEventListeners()

self.addEventListener('install', (event) => {
  // Late parts of pages are not in what a reader has seen, but are needed without a line, too.
  if (savesData()) return
  event.waitUntil(
    Promise.allSettled(BUILT_FILES.map((url) => keep(event, files, new Request(url)))),
  )
})

self.addEventListener('activate', (event) => {
  // Made by the deployment before this one.
  event.waitUntil(caches.delete(CACHES.always))
})

self.addEventListener('message', (event) => {
  const done = answer(event, event.data as WorkerMessage)
  const tell = (isStored: boolean) => event.ports[0]?.postMessage(isStored)
  event.waitUntil(
    done.then(
      (isStored) => tell(isStored !== false),
      () => tell(false),
    ),
  )
})

/** @returns false where something could not be stored */
async function answer(event: ExtendableMessageEvent, message: WorkerMessage): Promise<unknown> {
  switch (message.type) {
    case 'seen':
      return keepSeen(event, message)
    case 'always':
      return fetchMissingPages(message.hrefs, CACHES.always)
    case 'saved':
      return keepSaved(message.story)
    case 'unsaved':
      return dropSaved(message.id)
  }
}

/** A page that its reader came to by a link, which fetched only what the router needs, and its pictures. */
async function keepSeen(event: ExtendableEvent, { href, pictures }: SeenPage): Promise<void> {
  const missing = await Promise.all(pictures.map(async (url) => ((await isKept(url)) ? [] : [url])))
  await Promise.allSettled([
    keep(event, pages, new Request(href)),
    ...missing.flat().map((url) => keep(event, strategyOf(url), new Request(url, PICTURE))),
  ])
}

function withinTime(strategy: Strategy): RouteHandlerObject {
  const find = async (request: Request) => {
    const kept = await findElsewhere(request)
    if (kept) tellPages()
    return kept
  }
  return {
    handle: (options) =>
      notForever(strategy.handle(options), options.request, { patience: PATIENCE * 1_000, find }),
  }
}

function strategyOf(picture: string): Strategy {
  return new URL(picture).origin === self.location.origin ? ownPictures : foreignPictures
}

async function isKept(url: string): Promise<boolean> {
  return (await caches.match(url, HOWEVER_ASKED)) !== undefined
}

async function keep(event: ExtendableEvent, strategy: Strategy, request: Request): Promise<void> {
  const [, done] = strategy.handleAll({ event, request })
  await done
}

function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  return connection?.saveData === true
}
