import type { Picture as PictureInfo, ProviderInfo } from '@/lib/article'
import { asciiAddress } from '@/lib/web-address'
import { UnlessFlownPast } from './flown-past'

interface PictureProps {
  picture: PictureInfo
  provider: ProviderInfo | null
  /** The first picture of a page: fetched at once, not when it comes into view. */
  first?: boolean
}

/**
 * A picture in a box whose size is known before it arrives: a quiet plate
 * while it is slow or flown past, with the provider's initial where it never comes.
 */
export function Picture({ picture, provider, first = false }: PictureProps) {
  return (
    <span className="picture">
      <UnlessFlownPast>
        <img
          src={asciiAddress(picture.url)}
          alt=""
          data-initial={initialOf(provider)}
          width={picture.width ?? 1200}
          height={picture.height ?? 800}
          loading={first ? 'eager' : 'lazy'}
          fetchPriority={first ? 'high' : 'auto'}
          decoding="async"
          referrerPolicy="no-referrer"
        />
      </UnlessFlownPast>
    </span>
  )
}

function initialOf(provider: ProviderInfo | null): string {
  return [...(provider?.name ?? '')][0]?.toUpperCase() ?? ''
}
