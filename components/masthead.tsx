import { SearchField } from './search-field'

/** The paper's name and the way to search it, on every page. */
export function Masthead() {
  return (
    <header className="masthead-row page">
      <p className="masthead">
        <a href="/">Hotsheet</a>
      </p>
      <div className="masthead-search">
        <SearchField />
      </div>
      <nav aria-label="Site">
        <a href="/topics" className="site-link">
          All topics
        </a>
      </nav>
    </header>
  )
}
