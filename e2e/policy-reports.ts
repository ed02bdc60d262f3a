import type { BrowserContext } from '@playwright/test'

declare global {
  interface Window {
    /** Added to each page by {@link watchPolicy}. */
    reportPolicyViolation?: (report: string) => Promise<void>
  }
}

/** Whether a console message is a browser's report of a policy violation. */
export function isPolicyReport(message: string): boolean {
  return /Content Security Policy|Content-Security-Policy|Permissions-Policy/i.test(message)
}

/**
 * Collects the violations of security policies in all pages and workers of a context: the events of
 * each page, and the console, which also covers pages without JavaScript and workers.
 *
 * @param reports receives one line per violation
 */
export async function watchPolicy(context: BrowserContext, reports: string[]): Promise<void> {
  await context.exposeBinding('reportPolicyViolation', (_source, report: string) => {
    reports.push(report)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event
      void window.reportPolicyViolation?.(
        `${location.href}: ${effectiveDirective} forbids ${blockedURI} (${sourceFile}:${lineNumber} ${sample})`,
      )
    })
  })
  const read = (message: { text: () => string }) => {
    if (isPolicyReport(message.text())) reports.push(message.text())
  }
  context.on('console', read)
  context.on('serviceworker', (worker) => worker.on('console', read))
}
