'use client'

/** Shown where a page fails; the rest of the site goes on. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <main id="content" className="page py-8">
      <h1 className="text-3xl">This page did not load</h1>
      <p className="mt-3 max-w-[60ch] text-muted">
        Something failed on our side, or the connection broke. Trying again often helps.
      </p>
      <p className="mt-5 flex flex-wrap gap-3">
        <button type="button" className="button button-strong" onClick={reset}>
          Try again
        </button>
        <a className="button" href="/" data-native="">
          All stories
        </a>
      </p>
    </main>
  )
}
