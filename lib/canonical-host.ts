import { parse } from 'tldts'

/** First labels that name a variant of a site rather than another site. */
const VARIANTS = new Set(['www', 'm', 'mobile', 'amp'])

/**
 * Removes what distinguishes variants of one site: a trailing dot, `www`,
 * `mobile` and `amp` in front, and `m` in front or inside (`en.m.wiki.example`).
 * Labels of the registrable domain stay, so that `mobile.com.br` and
 * `amp.github.io` are sites of their own.
 *
 * @param host lower case, as `URL.hostname` returns it
 */
export function canonicalHost(host: string): string {
  const name = host.replace(/\.+$/, '')
  // Hosts of blogs and pages (github.io) belong to different people, as those of a country do.
  const { domain, subdomain } = parse(name, { allowPrivateDomains: true, extractHostname: false })
  if (!domain || !subdomain) return name
  const labels = subdomain.split('.').filter((label) => label !== 'm')
  while (VARIANTS.has(labels[0] ?? '')) labels.shift()
  return [...labels, domain].join('.')
}
