import type { Page } from '@playwright/test'
import axe from 'axe-core'

/**
 * What axe finds serious or critical in what the page shows now, the size of what is pressed
 * included (WCAG 2.2, 2.5.8).
 *
 * @param rules those to try, by id; left out, all
 * @returns a line for each, with the elements; none where all is well
 */
export async function seriousProblems(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async (runOnly) => {
    const { violations } = await window.axe.run({
      runOnly,
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
  }, rules)
}

declare global {
  interface Window {
    /** Put there by {@link seriousProblems}. */
    axe: typeof axe
  }
}
