import { explainError } from '@/lib/db/explain-error'
import { databaseUrl } from '@/lib/db/url'
import { createMigration, migrate } from '@/prisma/migrate'

const usage = `npm run migrate                  apply what the database has not seen yet
npm run migrate -- create NAME   write a migration from the changes in prisma/schema.prisma,
                                 for the kind of database that DATABASE_URL names`

async function main([command, ...words]: string[]): Promise<number> {
  if (command === undefined) {
    const applied = await migrate(databaseUrl())
    console.log(applied.length ? `Applied ${applied.join(', ')}.` : 'The database is up to date.')
    return 0
  }
  if (command === 'create' && words.length > 0) {
    const file = await createMigration(databaseUrl(), words.join('_'), new Date())
    console.log(file ? `Wrote ${file}.` : 'The schema has not changed.')
    return 0
  }
  console.error(usage)
  return 2
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(explainError(error))
  process.exitCode = 1
}
