import { afterEach, expect, test } from 'vitest'
import { watchContent } from './watch-content'

const stops: (() => void)[] = []
afterEach(() => stops.splice(0).forEach((stop) => stop()))

function watch(versions: (number | Error)[], failures = 0) {
  const changes: number[] = []
  const problems: string[] = []
  let reads = 0
  let last = 0
  const done = new Promise<void>((resolve) => {
    const stop = watchContent({
      interval: 1,
      readVersion: async () => {
        const next = versions[reads++]
        if (reads > versions.length) resolve()
        if (next instanceof Error) throw next
        return (last = next ?? last)
      },
      onChange: async (version) => {
        if (failures-- > 0) throw new Error('not yet')
        changes.push(version)
      },
      onProblem: (message) => problems.push(message),
    })
    stops.push(stop)
  })
  return done.then(() => ({ changes, problems }))
}

test('pages are renewed at the start, and once for each change', async () => {
  expect((await watch([3, 3, 4, 4, 4, 9])).changes).toEqual([3, 4, 9])
})

test('a database that is away for a while is complained about once and then followed again', async () => {
  const locked = new Error('locked')
  const { changes, problems } = await watch([1, locked, locked, 2, locked, 2])
  expect(changes).toEqual([1, 2])
  expect(problems).toEqual(['locked', 'locked'])
})

test('pages that could not be renewed are tried again', async () => {
  expect((await watch([5, 5, 5, 5], 2)).changes).toEqual([5])
})
