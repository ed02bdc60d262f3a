import { useTranslations } from 'next-intl'

interface ScoresProps {
  heat: number | null
  quality: number | null
}

/** Steps of the quality scale; its form tells the score without colour or number. */
const STEPS = 5

/** Heat as a number in the only warm colour, quality as a filled scale. Raw scores beyond 0-100 fill it or leave it empty. */
export function Scores({ heat, quality }: ScoresProps) {
  const t = useTranslations('story')
  return (
    <>
      {heat !== null && heat >= 0 && (
        <span
          className="heat"
          role="img"
          aria-label={t('heat', { score: heat })}
          title={t('heat', { score: heat })}
        >
          {t('degrees', { heat })}
        </span>
      )}
      {quality !== null && (
        <span
          className="quality"
          role="img"
          aria-label={t('quality', { score: quality })}
          title={t('quality', { score: quality })}
          style={{ '--filled': filledSteps(quality) } as React.CSSProperties}
        />
      )}
    </>
  )
}

function filledSteps(quality: number): number {
  return Math.min(STEPS, Math.max(0, Math.round(quality / (100 / STEPS))))
}
