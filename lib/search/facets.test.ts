import { expect, test } from 'vitest'
import { sourceSlug, typeSlug } from './facets'

test.each([
  ['BBC News', 'bbc-news'],
  ['Tom’s Hardware', 'toms-hardware'],
  ['Le Télégramme', 'le-telegramme'],
  ['朝日新聞', '朝日新聞'],
  ['www.nytimes.com', 'nytimes.com'],
  ['bbc-news.co.uk', 'bbc-news.co.uk'],
  ['bbc.com,', 'bbc.com'],
  ['nyoooz.com', 'nyoooz.com'],
  ['?!', ''],
])('the source %s is %s', (name, slug) => {
  expect(sourceSlug(name)).toBe(slug)
  expect(sourceSlug(slug)).toBe(slug)
})

test('a type is its words', () => {
  expect(typeSlug('Press Release')).toBe('press-release')
  expect(typeSlug('video')).toBe('video')
})
