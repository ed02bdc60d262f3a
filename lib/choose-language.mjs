/**
 * Inline script of the page for addresses that no page has: shows the part in the language of the
 * address. A constant, because the Content-Security-Policy allows exactly this text.
 */
export const CHOOSE_LANGUAGE = `{
  const named = location.pathname.split('/')[1]
  const parts = [...document.querySelectorAll('body > [lang]')]
  const chosen = parts.find(({ lang }) => lang === named) ?? parts[0]
  for (const part of parts) part.hidden = part !== chosen
  document.documentElement.lang = chosen.lang
  document.documentElement.dir = chosen.dir
}`
