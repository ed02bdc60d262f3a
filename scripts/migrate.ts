import { explainError } from '@/lib/db/explain-error'
import { databaseUrl } from '@/lib/db/url'
import { migrate } from '@/prisma/migrate'

// `npm run migrate`: applies the migrations that the database does not have yet.

try {
  const applied = await migrate(databaseUrl())
  console.log(applied.length ? `Applied ${applied.join(', ')}.` : 'The database is up to date.')
} catch (error) {
  console.error(explainError(error))
  process.exitCode = 1
}
