import { useLocale } from 'next-intl'
import { localePath } from '@/lib/locale'

interface LocalLinkProps extends React.ComponentPropsWithoutRef<'a'> {
  /** A path of this site, without a locale. */
  href: string
}

/** A plain link to a page of this site, in the language of the page that it stands on. */
export function LocalLink({ href, ...rest }: LocalLinkProps) {
  return <a {...rest} href={localePath(useLocale(), href)} />
}
