import { searchHref } from '@/lib/feed-url'

const EXAMPLES = [
  ['wind power', 'both words, anywhere in the story'],
  ['"wind power"', 'these words, next to each other'],
  ['electr*', 'words that begin so'],
  ['solar OR wind', 'one word or the other'],
  ['energy -nuclear', 'without a word'],
  ['topic:climate', 'filed under a topic'],
  ['source:bbc', 'from a source, by name or address'],
  ['type:video', 'of a kind: article, video, podcast …'],
  ['after:2026-01 before:2026-03', 'published after or before a year, month or day'],
  ['heat:>80 quality:>60', 'hotter, or better, than a score'],
] as const

/** What a search can say, as examples to follow. */
export function SearchHelp() {
  return (
    <section aria-labelledby="search-help">
      <h2 id="search-help" className="mt-8 mb-2 text-xl">
        What you can ask for
      </h2>
      <dl className="search-help">
        {EXAMPLES.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <a href={searchHref(example)}>{example}</a>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm text-muted">
        Everything combines. Accents and capitals do not matter. Press <kbd>/</kbd> on any page to
        search.
      </p>
    </section>
  )
}
