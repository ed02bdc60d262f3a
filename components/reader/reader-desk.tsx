import { useLocale, useTranslations } from 'next-intl'
import { usePathname } from 'next/navigation'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { MoreMessages } from '@/components/more-messages'
import { useSettings } from '@/components/settings/settings-store'
import { describeNotice, notice, type Notice } from './notice'
import { NoticeBar } from './notice-bar'
import { markStories } from './page-marks'
import { panel, type Panel } from './panel'
import { readOnScroll } from './read-on-scroll'
import { setRead } from './set-mark'
import { shownArticle } from './story-element'
import { useCatalogue } from './use-catalogue'

const nothing = () => null
const closePanel = () => panel.set(null)

/** Shows how the reader has marked stories, and what they have just done or opened. */
export function ReaderDesk() {
  const told = useSyncExternalStore(notice.subscribe, notice.get, nothing)
  const open = useSyncExternalStore(panel.subscribe, panel.get, nothing)
  const catalogue = useCatalogue(told !== null || open !== null)
  useMarks()
  useOpenedIsRead()
  return (
    <MoreMessages messages={catalogue ?? {}}>
      <p role="status" className="sr-only">
        {catalogue && told && <Told notice={told} />}
      </p>
      {catalogue && told && <NoticeBar shown={told} />}
      {catalogue && open && <OpenPanel open={open} />}
    </MoreMessages>
  )
}

function Told({ notice: told }: { notice: Notice }) {
  return describeNotice(told, useTranslations('reader.done'), useLocale())
}

async function loadPanels() {
  const [menu, help] = await Promise.all([import('./story-menu'), import('./shortcut-help')])
  return { ...menu, ...help }
}

function OpenPanel({ open }: { open: Panel }) {
  const [panels, setPanels] = useState<Awaited<ReturnType<typeof loadPanels>> | null>(null)
  useEffect(() => {
    // Without a line they may not come: then nothing opens.
    loadPanels().then(setPanels, closePanel)
  }, [])
  if (!panels) return null
  const { StoryMenu, ShortcutHelp } = panels
  if (open.kind === 'help') return <ShortcutHelp onClose={closePanel} />
  const { opener, story } = open
  // It hears late that it is closed: another story's may be open by then.
  const close = () => {
    if (panel.get() === open) closePanel()
  }
  return <StoryMenu key={story.dataset.id} opener={opener} story={story} onClose={close} />
}

function useMarks() {
  const { readOnScroll: isPassedRead } = useSettings()
  useEffect(() => {
    const left = new AbortController()
    markStories(left.signal)
    return () => left.abort()
  }, [])
  useEffect(() => {
    if (!isPassedRead) return
    const left = new AbortController()
    readOnScroll(left.signal)
    return () => left.abort()
  }, [isPassedRead])
}

function useOpenedIsRead() {
  const pathname = usePathname()
  useEffect(() => {
    const id = shownArticle()?.dataset.id
    if (id) void setRead([id])
  }, [pathname])
}
