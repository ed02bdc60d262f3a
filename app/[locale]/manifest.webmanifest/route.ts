import type { MetadataRoute } from 'next'
import { getTranslations } from 'next-intl/server'
import { DEFAULT_LOCALE, LOCALES, directionOf, isLocale, localePath } from '@/lib/locale'

export function generateStaticParams() {
  return LOCALES.map((locale) => ({ locale }))
}

/** What a device needs to know to install the paper, in one language. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const named = (await params).locale
  const locale = isLocale(named) ? named : DEFAULT_LOCALE
  const site = await getTranslations({ locale, namespace: 'site' })
  const t = await getTranslations({ locale, namespace: 'manifest' })
  const manifest: MetadataRoute.Manifest = {
    id: '/',
    name: 'Hotsheet',
    short_name: 'Hotsheet',
    description: site('description'),
    lang: locale,
    dir: directionOf(locale),
    start_url: localePath(locale, '/'),
    scope: '/',
    display: 'standalone',
    background_color: '#fdfdfc',
    theme_color: '#fdfdfc',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [{ name: t('saved'), url: localePath(locale, '/saved') }],
  }
  return Response.json(manifest, {
    headers: { 'Content-Type': 'application/manifest+json' },
  })
}
