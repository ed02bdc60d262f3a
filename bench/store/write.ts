import { parseArgs } from 'node:util'
import { openDatabase } from '@/lib/db/client'
import { giveWay } from '@/scripts/give-way'
import { writeSteadily } from './changes'

// Writes to a corpus while another process reads it: write.ts --url URL --rows N --seconds N.
// Prints "writing" and "written" at its beginning and end, then the rows per second.

const { values } = parseArgs({
  options: { url: { type: 'string' }, rows: { type: 'string' }, seconds: { type: 'string' } },
})
// As `npm run import` does.
giveWay()
const database = openDatabase(values.url ?? '')
const rate = await writeSteadily(
  database,
  { rows: Number(values.rows), seconds: Number(values.seconds) },
  (writing) => process.stdout.write(writing ? 'writing\n' : 'written\n'),
)
await database.$close()
process.stdout.write(`${rate}\n`)
