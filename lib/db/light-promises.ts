import type { Prisma } from './generated/client'

/** Which transaction a query is a part of, as Prisma hands it on; undefined for none. */
type Part = { kind: string } | undefined
type Ask = (part?: Part) => PromiseLike<unknown> & { requestTransaction?: (part: Part) => unknown }

/** How a client makes the promises of its queries, in no public way. */
interface PromiseMaker {
  _createPrismaPromise?: (ask: Ask, spec: unknown) => Prisma.PrismaPromise<unknown>
}

/**
 * Makes a client's promises light. Prisma makes each of an object literal with a getter, for which V8
 * keeps a hidden class of its own: memory that only a full garbage collection gives back, and that holds
 * the query's result until then. Pauses of 6 ms every fortieth page become 1 ms
 * (docs/decisions/light-promises.md).
 *
 * @returns the client
 * @throws when this version of Prisma makes its promises elsewhere
 */
export function withLightPromises<Client extends object>(client: Client): Client {
  const maker = client as PromiseMaker
  if (typeof maker._createPrismaPromise !== 'function') {
    throw new Error('This version of Prisma makes its promises elsewhere.')
  }
  maker._createPrismaPromise = (ask, spec) => new LightPromise(ask, spec)
  return client
}

/** Asks when somebody waits for it, as Prisma's own does, and once unless it is a part of a transaction. */
class LightPromise implements Prisma.PrismaPromise<unknown> {
  readonly [Symbol.toStringTag] = 'PrismaPromise'
  private asked: Promise<unknown> | undefined

  constructor(
    private readonly ask: Ask,
    readonly spec: unknown,
  ) {}

  then<Done = unknown, Failed = never>(
    onDone?: ((result: unknown) => Done | PromiseLike<Done>) | null,
    onFailed?: ((reason: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Done | Failed> {
    return this.start().then(onDone, onFailed)
  }

  catch<Failed = never>(
    onFailed?: ((reason: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<unknown> {
    return this.start().catch(onFailed)
  }

  finally(onEnd?: (() => void) | null): Promise<unknown> {
    return this.start().finally(onEnd)
  }

  /** Asks anew, as a part of a transaction that is given as a list of queries. */
  async requestTransaction(part: Part): Promise<unknown> {
    const begun = this.ask(part)
    return begun.requestTransaction?.(part) ?? begun
  }

  private start(): Promise<unknown> {
    return (this.asked ??= this.begin())
  }

  private async begin(): Promise<unknown> {
    return this.ask()
  }
}
