import { SharedCacheControls } from 'next/dist/server/lib/incremental-cache/shared-cache-controls.external'
import { expect, test } from 'vitest'
import { boundLifetimes } from './memory-settings.mjs'

test('lifetimes that Next remembers of addresses are bounded', () => {
  const { cacheControls: lifetimes } = SharedCacheControls as unknown as {
    cacheControls: Map<string, object>
  }
  const bound = boundLifetimes(3)
  for (const path of ['a', 'b', 'c']) lifetimes.set(path, {})
  bound()
  expect(lifetimes.size).toBe(3)
  lifetimes.set('d', {})
  bound()
  expect(lifetimes.size).toBe(0)
})
