import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/prisma/migrate'
import { databaseOn, queryServer, testServer } from './test-server'

declare module 'vitest' {
  interface ProvidedContext {
    /** An empty, migrated database that tests copy: a file, or the name of a database on the server. */
    template: string
  }
}

/** Migrates a database before all tests, because that takes longer than most of them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (testServer) {
    const name = `hotsheet_template_${randomUUID()}`
    await queryServer(testServer, `CREATE DATABASE "${name}"`)
    await migrate(databaseOn(testServer, name))
    project.provide('template', name)
    return () => queryServer(testServer ?? '', `DROP DATABASE "${name}" WITH (FORCE)`)
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'hotsheet-template-'))
  const file = path.join(folder, 'empty.db')
  await migrate(`file:${file}`)
  project.provide('template', file)
  return () => rm(folder, { recursive: true, force: true })
}
