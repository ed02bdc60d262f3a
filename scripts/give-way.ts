import { constants, getPriority, setPriority } from 'node:os'

/**
 * Lets other programs of this machine go first, as the site that its readers wait for. A process that
 * is behind them already stays there: only a superuser may bring it forward again.
 */
export function giveWay(): void {
  const { PRIORITY_BELOW_NORMAL } = constants.priority
  if (getPriority() < PRIORITY_BELOW_NORMAL) setPriority(PRIORITY_BELOW_NORMAL)
}
