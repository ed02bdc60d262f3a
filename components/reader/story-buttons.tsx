import { useTranslations } from 'next-intl'
import { UnlessFlownPast } from '@/components/flown-past'

/**
 * What a reader can do with the story around: plain buttons, which one listener
 * answers for all (reader-tools.tsx). Without a script they are not there.
 */
export function StoryButtons() {
  const t = useTranslations('story')
  return (
    <span className="story-buttons">
      <UnlessFlownPast>
        <span className="is-read">{t('isRead')}</span>
        <button type="button" data-action="save" aria-label={t('save')} aria-pressed="false" />
        <button type="button" data-action="hide" aria-label={t('hide')} aria-pressed="false" />
        <button type="button" data-action="menu" aria-label={t('options')} aria-expanded="false" />
      </UnlessFlownPast>
    </span>
  )
}
