import type { Database } from '@/lib/db/client'
import { readContentVersion } from './content-version'
import { RefusedError } from './errors'

/** A database server, and what is known of it. */
interface Server {
  database: Database
  /** The version of its content when it last answered; null while it does not. */
  version: number | null
}

/**
 * Answers reads from a primary database and its replicas. A replica is read
 * only while it answers and its content is not older than the newest that is
 * known; whatever one server cannot answer is asked of another.
 */
export class ReadPool {
  readonly #primary: Server
  readonly #replicas: Server[]
  /** The newest version of the content that was seen the last time; null before. */
  #newest: number | null = null
  #turn = 0

  constructor(primary: Database, replicas: Database[]) {
    this.#primary = { database: primary, version: null }
    this.#replicas = replicas.map((database) => ({ database, version: null }))
  }

  /**
   * Reads from one server, or from the next if it fails.
   *
   * @param work reads and nothing else: it may be done more than once
   * @throws what `work` throws when the request is refused, else the first failure when all have failed
   */
  async read<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const failures: unknown[] = []
    for (const server of this.#inOrder()) {
      try {
        return await work(server.database)
      } catch (error) {
        if (error instanceof RefusedError) throw error
        // Drivers fail in too many ways to tell them apart. If it was not the server's fault, the
        // next look at its version, a second later, brings it back.
        server.version = null
        failures.push(error)
      }
    }
    throw failures[0]
  }

  /**
   * Looks at every server. The primary says which version is the newest; while
   * it does not answer, the replicas do.
   *
   * @returns the newest version of the content
   * @throws what the primary said when no server answers
   */
  async newestVersion(): Promise<number> {
    const primary = look(this.#primary)
    const replicas = Promise.allSettled(this.#replicas.map(look))
    // A slow replica must not delay what is new: until it has answered, it counts as behind.
    return (this.#newest = await primary.catch(async (error: unknown) => {
      const answers = (await replicas).flatMap((each) =>
        each.status === 'fulfilled' ? each.value : [],
      )
      if (answers.length === 0) throw error
      return Math.max(...answers)
    }))
  }

  /** Replicas that are up to date take turns; then the primary, then what is older or did not answer. */
  #inOrder(): Server[] {
    const newest = this.#newest ?? Infinity
    const fresh = this.#replicas.filter(({ version }) => version !== null && version >= newest)
    const first = this.#turn++ % Math.max(fresh.length, 1)
    const others = this.#replicas.filter((server) => !fresh.includes(server))
    others.sort((a, b) => (b.version ?? -1) - (a.version ?? -1))
    return [...fresh.slice(first), ...fresh.slice(0, first), this.#primary, ...others]
  }
}

async function look(server: Server): Promise<number> {
  try {
    return (server.version = await readContentVersion(server.database))
  } catch (error) {
    server.version = null
    throw error
  }
}
