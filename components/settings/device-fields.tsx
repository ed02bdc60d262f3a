import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { exportReader, importReader, type ImportReport } from '@/components/reader/reader-transfer'
import { ClearDevice } from './clear-device'
import { downloadFile } from './download-file'
import { ImportProblems } from './import-problems'

/** What the device keeps: as a file, from a file, and away with it. */
export function DeviceFields({ tell }: { tell: (what: string) => void }) {
  const t = useTranslations('settings')
  const file = useRef<HTMLInputElement>(null)
  const [problems, setProblems] = useState<ImportReport['problems']>([])
  /** Does what a device may refuse. */
  const attempt = (action: () => Promise<string>) => {
    action().then(tell, () => tell(t('failed')))
  }
  const exportAll = async () => {
    downloadFile(await exportReader(), 'hotsheet.json')
    return t('exported')
  }
  const importAll = async (chosen: File) => {
    const report = await importReader(chosen)
    setProblems(report.problems)
    const count = report.added + report.changed + report.unchanged
    const found = report.problems.length
    return found > 0 ? t('importedPartly', { count, problems: found }) : t('imported', { count })
  }
  return (
    <section aria-labelledby="settings-device">
      <h2 id="settings-device">{t('device')}</h2>
      <p>{t('exportHelp')}</p>
      <button type="button" className="button" onClick={() => attempt(exportAll)}>
        {t('export')}
      </button>
      <p>{t('importHelp')}</p>
      <button type="button" className="button" onClick={() => file.current?.click()}>
        {t('import')}
      </button>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        aria-label={t('import')}
        hidden
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          if (chosen) attempt(() => importAll(chosen))
          // So that the same file can be chosen again.
          target.value = ''
        }}
      />
      {problems.length > 0 && <ImportProblems problems={problems} />}
      <ClearDevice attempt={attempt} />
    </section>
  )
}
