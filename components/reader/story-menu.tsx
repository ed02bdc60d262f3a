import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { WhyHere } from '@/components/blend/why-here'
import { isolate } from '@/lib/isolate'
import { muteSource, muteTopic, type Chosen } from '@/components/settings/settings-store'
import { notice } from './notice'
import { shownState } from './page-marks'
import { leaveStory, toggleHidden, toggleRead } from './story-actions'
import './story-menu.css'

/** Between the menu and the edges of the view, in pixels. */
const MARGIN = 8

interface StoryMenuProps {
  /** The button that it was opened with. */
  opener: HTMLElement
  story: HTMLElement
  onClose: () => void
}

/** What else can be done with a story: read or unread, and less of such. Closes by itself. */
export function StoryMenu({ opener, story, onClose }: StoryMenuProps) {
  const t = useTranslations('reader')
  const locale = useLocale()
  const menu = useRef<HTMLElement>(null)
  useOpened(menu, opener, onClose)
  const { id = '', source } = story.dataset
  const { read, hidden } = shownState(id)
  const act = (action: () => void) => () => {
    menu.current?.hidePopover()
    action()
  }
  const mute = (name: string, start: () => Chosen) => {
    const { failure, undo } = start()
    if (failure === null) notice.set({ text: 'muted', name, undo })
    else notice.set({ text: 'mutedVisitOnly', name, reason: failure, undo })
    leaveStory(story)
  }
  return (
    <section ref={menu} popover="auto" className="story-menu" aria-label={t('menu')}>
      <button type="button" onClick={act(() => void toggleRead(story))}>
        {read === undefined ? t('markRead') : t('markUnread')}
      </button>
      {story.matches('.story') && !story.closest('.saved-list') && <WhyHere id={id} />}
      <p className="label">{t('notInterested')}</p>
      <button type="button" onClick={act(() => void toggleHidden(story))}>
        {hidden === undefined ? t('hideStory') : t('showStory')}
      </button>
      {source && (
        <button
          type="button"
          onClick={act(() => mute(sourceName(story), () => muteSource(source)))}
        >
          {t('mute', { name: isolate(sourceName(story), locale) })}
        </button>
      )}
      {topicsOf(story).map(({ slug, name }) => (
        <button key={slug} type="button" onClick={act(() => mute(name, () => muteTopic(slug)))}>
          {t('mute', { name: isolate(name, locale) })}
        </button>
      ))}
    </section>
  )
}

type Menu = React.RefObject<HTMLElement | null>

/** Opens below its button, inside of the view, and leads the focus into it. */
function useOpened(menu: Menu, opener: HTMLElement, onClose: () => void) {
  useLayoutEffect(() => {
    const element = menu.current
    if (!element) return
    element.showPopover({ source: opener })
    placeBelow(element, opener)
    element.querySelector('button')?.focus()
    opener.setAttribute('aria-expanded', 'true')
    return () => opener.setAttribute('aria-expanded', 'false')
  }, [menu, opener])
  useEffect(() => {
    const element = menu.current
    const toggled = ({ newState }: ToggleEvent) => {
      if (newState === 'closed') onClose()
    }
    element?.addEventListener('toggle', toggled)
    return () => element?.removeEventListener('toggle', toggled)
  }, [menu, onClose])
}

/** Under the button, over it where there is no room, and never out of the view. */
function placeBelow(element: HTMLElement, opener: HTMLElement): void {
  const button = opener.getBoundingClientRect()
  const { width, height } = element.getBoundingClientRect()
  const top = button.bottom + height < innerHeight ? button.bottom : button.top - height
  const left = Math.min(button.right - width, innerWidth - width - MARGIN)
  element.style.top = `${Math.max(0, top)}px`
  element.style.left = `${Math.max(MARGIN, left)}px`
}

function sourceName(story: HTMLElement): string {
  return story.querySelector('.meta b')?.textContent ?? story.dataset.source ?? ''
}

/** The story's topics, by the names that its links have. */
function topicsOf(story: HTMLElement) {
  const slugs = (story.dataset.topics ?? '').split(' ').filter((slug) => slug !== '')
  return slugs.map((slug) => {
    const link = story.querySelector(`a[href$="/topics/${CSS.escape(slug)}"]`)
    return { slug, name: link?.textContent ?? slug }
  })
}
