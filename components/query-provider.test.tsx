import { useQuery } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { QueryProvider } from './query-provider'

function List() {
  const { data } = useQuery({
    queryKey: ['list'],
    queryFn: () => ['two'],
    initialData: ['one'],
  })
  return <p>{data}</p>
}

test('a page that is rendered on the server leaves no timer behind', () => {
  vi.useFakeTimers()
  const html = renderToString(
    <QueryProvider>
      <List />
    </QueryProvider>,
  )
  expect(html).toContain('one')
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})
