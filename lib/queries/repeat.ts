/** Work that a server does at intervals. */
export interface Repeated {
  work: () => Promise<void>
  intervalMs: number
  /** Called with the message of a failure when it is another than the one before. */
  onProblem: (message: string) => void
}

/**
 * Does work at once and again after each interval, also when it failed. The
 * process is not kept alive for it.
 *
 * @returns a function that ends this
 */
export function repeat({ work, intervalMs, onProblem }: Repeated): () => void {
  let problem = ''
  let timer: NodeJS.Timeout | undefined
  let ended = false

  const run = async () => {
    try {
      await work()
      problem = ''
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      if (message !== problem) onProblem(message)
      problem = message
    }
    if (!ended) timer = setTimeout(() => void run(), intervalMs).unref()
  }

  void run()
  return () => {
    ended = true
    clearTimeout(timer)
  }
}
