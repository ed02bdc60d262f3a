import { defineConfig } from 'prisma/config'
import { databaseProvider, databaseUrl } from './lib/db/url'

/** Lets the ordinary Prisma command line be used by whoever has a network; Hotsheet itself does not need it. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: `prisma/migrations/${databaseProvider()}` },
  datasource: { url: databaseUrl() },
})
