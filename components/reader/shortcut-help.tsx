import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import './shortcut-help.css'

/** Keys in the order that they are told in, by what they do. */
const KEYS = [
  ['next', 'j'],
  ['previous', 'k'],
  ['open', 'o'],
  ['original', 'v'],
  ['save', 's'],
  ['read', 'm'],
  ['hide', 'h'],
  ['back', 'u'],
  ['search', '/'],
  ['topics', 'g t'],
  ['saved', 'g s'],
  ['home', 'g h'],
  ['help', '?'],
] as const

/** The list of keys and gestures. */
export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const t = useTranslations('keyboard')
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      className="shortcuts"
      aria-labelledby="shortcuts-title"
      onClose={onClose}
      onClick={(event) => {
        // What lies outside of the box belongs to the dialog itself.
        if (event.target === dialog.current) dialog.current.close()
      }}
    >
      <div>
        <h2 id="shortcuts-title">{t('title')}</h2>
        <dl>
          {KEYS.map(([name, keys]) => (
            <div key={name}>
              <dt>
                {keys.split(' ').map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
                {name === 'open' && <kbd>Enter</kbd>}
              </dt>
              <dd>{t(`does.${name}`)}</dd>
            </div>
          ))}
        </dl>
        <p>{t('swipe')}</p>
        <p>{t('off')}</p>
        <form method="dialog">
          <button className="button">{t('close')}</button>
        </form>
      </div>
    </dialog>
  )
}
