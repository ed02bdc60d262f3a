/** The paper's name, on every page. */
export function Masthead() {
  return (
    <header className="page flex items-baseline justify-between gap-4 pt-3 md:pt-5">
      <p className="masthead">
        <a href="/">Hotsheet</a>
      </p>
      <nav aria-label="Site">
        <a href="/topics" className="site-link">
          All topics
        </a>
      </nav>
    </header>
  )
}
