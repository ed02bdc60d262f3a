import type { Picture as PictureInfo, ProviderInfo } from '@/lib/article'

interface PictureProps {
  picture: PictureInfo
  provider: ProviderInfo | null
  /** The first picture of a page: fetched at once, not when it comes into view. */
  first?: boolean
  className?: string
}

/**
 * A picture in a box whose size is known before it arrives. The provider's
 * initial stands behind it, so that a slow or broken picture is a quiet plate.
 */
export function Picture({ picture, provider, first = false, className = '' }: PictureProps) {
  return (
    <span className={`picture ${className}`} data-initial={initialOf(provider)}>
      {/* eslint-disable-next-line @next/next/no-img-element */}
      <img
        src={picture.url}
        alt=""
        width={picture.width ?? 1200}
        height={picture.height ?? 800}
        loading={first ? 'eager' : 'lazy'}
        fetchPriority={first ? 'high' : 'auto'}
        decoding="async"
        referrerPolicy="no-referrer"
      />
    </span>
  )
}

function initialOf(provider: ProviderInfo | null): string {
  return [...(provider?.name ?? '')][0]?.toUpperCase() ?? ''
}
