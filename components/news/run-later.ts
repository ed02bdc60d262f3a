/** Work that is done a while after it was asked for. */
export interface Later {
  /** Asks for it, after so many milliseconds or the usual delay; while it is awaited or done, for one more time after that. */
  ask: (after?: number) => void
  /** Ends all of it. */
  stop: () => void
}

/**
 * Does work a while after it was asked for. Whoever keeps asking does not put it
 * off: it is done, and then once more.
 *
 * @param work gives the time after which it wants to be done again, in milliseconds, if at all
 * @param delay how long after being asked, in milliseconds
 */
export function runLater(work: () => Promise<number | undefined>, delay: () => number): Later {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAskedAgain = false
  let isStopped = false

  const run = async () => {
    const again = await work()
    timer = undefined
    const next = isAskedAgain ? delay() : again
    isAskedAgain = false
    if (next !== undefined) start(next)
  }
  const start = (time: number) => {
    if (!isStopped) timer = setTimeout(() => void run(), time)
  }
  return {
    ask: (after = delay()) => {
      if (timer === undefined) start(after)
      else isAskedAgain = true
    },
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
