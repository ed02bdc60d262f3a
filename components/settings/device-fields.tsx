import { useLocale, useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { isolate } from '@/lib/isolate'
import { storeFailure } from '@/lib/reader/store-failure'
import { exportReader, importReader, type ImportReport } from '@/components/reader/reader-transfer'
import { ClearDevice } from './clear-device'
import { downloadFile } from './download-file'
import { ImportProblems } from './import-problems'

/** Name of the file that an export is. */
const FILE = 'hotsheet.json'

const FAILED = { unavailable: 'failed', full: 'failedFull', failed: 'failedOther' } as const

/** What the device keeps: as a file, from a file, and away with it. */
export function DeviceFields({ tell }: { tell: (what: string) => void }) {
  const t = useTranslations('settings')
  const locale = useLocale()
  const file = useRef<HTMLInputElement>(null)
  const [problems, setProblems] = useState<ImportReport['problems']>([])
  /** Does what a device may refuse. */
  const attempt = (action: () => Promise<string>) => {
    action().then(tell, (error: unknown) => tell(t(FAILED[storeFailure(error)])))
  }
  const exportAll = async () => {
    downloadFile(await exportReader(), FILE)
    return t('exported', { file: isolate(FILE, locale) })
  }
  const importAll = async (chosen: File) => {
    const report = await importReader(chosen)
    setProblems(report.problems)
    return describeImport(report, t)
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

/** What an import stored, what it could not read, and what the device refused. */
function describeImport(
  report: ImportReport,
  t: ReturnType<typeof useTranslations<'settings'>>,
): string {
  const { added, changed, unchanged, problems, unstored, settingsFailure } = report
  const count = added + changed + unchanged
  return [
    problems.length > 0
      ? t('importedPartly', { count, problems: problems.length })
      : t('imported', { count }),
    unstored && t('importUnstored', unstored),
    settingsFailure && t('importVisitOnly'),
  ]
    .filter(Boolean)
    .join(' ')
}
