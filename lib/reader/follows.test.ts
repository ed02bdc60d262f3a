import { expect, test } from 'vitest'
import { includesFollows, withFollows, type Follows } from './follows'
import { DEFAULT_SETTINGS } from './settings'

const follows: Follows = {
  followedTopics: ['ai', 'climate'],
  followedSources: ['bbc.com'],
  mutedTopics: ['food'],
  mutedSources: [],
  mutedWords: ['climate'],
}

test('a shared feed joins what I follow already, and goes without it', () => {
  const mine = { ...DEFAULT_SETTINGS, followedTopics: ['food', 'sea', 'ai'], mutedWords: ['x'] }
  expect(includesFollows(mine, follows)).toBe(false)
  const joined = { ...mine, ...withFollows(mine, follows, true) }
  expect(joined).toMatchObject({
    followedTopics: ['sea', 'ai', 'climate'],
    followedSources: ['bbc.com'],
    mutedTopics: ['food'],
    mutedWords: ['x', 'climate'],
  })
  expect(includesFollows(joined, follows)).toBe(true)
  const left = { ...joined, ...withFollows(joined, follows, false) }
  expect(left).toMatchObject({ followedTopics: ['sea'], mutedTopics: [], mutedWords: ['x'] })
})
