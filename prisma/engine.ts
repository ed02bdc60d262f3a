import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type {
  ErrorRegistry,
  SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type * as bindingsType from '@prisma/schema-engine-wasm/schema_engine_bg'

type Bindings = typeof bindingsType
type SchemaEngine = bindingsType.SchemaEngine

/** Leads the engine to a database. */
export interface MigrationAdapter extends SqlMigrationAwareDriverAdapterFactory {
  /** Ends the connections that the engine leaves open. */
  close(): Promise<void>
}

const require = createRequire(import.meta.url)
let loaded: Promise<Bindings> | undefined

async function instantiate(): Promise<Bindings> {
  const background = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  // Node 20 imports no .wasm, so the instance is made here and handed to the bindings.
  const compiled = await WebAssembly.compile(await readFile(background.replace(/\.js$/, '.wasm')))
  const instance = await WebAssembly.instantiate(compiled, {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start as () => void
  start()
  return bindings
}

/** The engine's own words without its stack, and what the driver said instead of a number for it. */
function explain(error: unknown, registry: ErrorRegistry): unknown {
  if (!(error instanceof Error) || error.name !== 'SchemaConnectorError') return error
  const words = error.message
    .split('\n')
    .filter((line) => line.trim() && !/^\s+(\d+:|at|with) /.test(line))
  const message = words.join('\n').replace(/External error id#(\d+)/g, (_, id: string) => {
    const cause = registry.consumeError(Number(id))?.error
    return cause instanceof Error ? cause.message : `error ${id}`
  })
  return new Error(message, { cause: error })
}

/**
 * Lets a function use Prisma's schema engine, in WebAssembly, bound to a
 * database. The Prisma command line would download the same engine as a
 * binary; this one comes with npm.
 *
 * @param adapter leads to the database; closed afterwards
 * @param schema the text of schema.prisma
 * @param work what to do; the engine is closed after it
 * @returns what `work` returned
 * @throws Error with the engine's message and the driver's reason
 */
export async function withSchemaEngine<T>(
  adapter: MigrationAdapter,
  schema: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  // The bindings hold one instance: a second would pull memory from under engines still at work.
  const bindings = await (loaded ??= instantiate())
  const bound = bindMigrationAwareSqlAdapterFactory(adapter)
  try {
    const options = { datamodels: [['schema.prisma', schema] satisfies [string, string]] }
    const engine = await bindings.SchemaEngine.new(options, () => undefined, bound)
    try {
      return await work(engine)
    } finally {
      engine.free()
    }
  } catch (error) {
    throw explain(error, bound.errorRegistry)
  } finally {
    await adapter.close()
  }
}
