import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MARKS, isSameState, mergeStates, withMark, type StoryState } from './story-state'

const ID = '0123456789'
const change = fc.record({
  mark: fc.constantFrom(...MARKS),
  isSet: fc.boolean(),
  at: fc.integer({ min: 0, max: 20 }),
})
const state = fc.array(change).map((changes) =>
  changes.reduce<StoryState>((before, { mark, isSet, at }) => withMark(before, mark, isSet, at), {
    id: ID,
  }),
)

describe('marking a story', () => {
  test('a mark that is set or taken back leaves the others as they are', () => {
    fc.assert(
      fc.property(state, change, (before, { mark, isSet, at }) => {
        const after = withMark(before, mark, isSet, at)
        expect(after[mark]).toBe(isSet ? at : undefined)
        expect(after.undone?.[mark]).toBe(isSet ? undefined : at)
        for (const other of MARKS.filter((name) => name !== mark)) {
          expect(after[other]).toBe(before[other])
          expect(after.undone?.[other]).toBe(before.undone?.[other])
        }
      }),
    )
  })
})

describe('merging what two devices know of a story', () => {
  test('the latest wins, whichever of them has it', () => {
    const here: StoryState = { id: ID, read: 5, undone: { saved: 9 } }
    const there: StoryState = { id: ID, saved: 7, hidden: 3 }
    const merged = { id: ID, read: 5, hidden: 3, undone: { saved: 9 } }
    expect(mergeStates(here, there)).toEqual(merged)
    expect(mergeStates(there, here)).toEqual(merged)
  })

  test('no order of files and no file taken twice makes a difference', () => {
    fc.assert(
      fc.property(state, state, state, (a, b, c) => {
        expect(mergeStates(a, b)).toEqual(mergeStates(b, a))
        expect(mergeStates(mergeStates(a, b), c)).toEqual(mergeStates(a, mergeStates(b, c)))
        expect(isSameState(mergeStates(mergeStates(a, b), b), mergeStates(a, b))).toBe(true)
        expect(mergeStates(a, a)).toEqual(a)
      }),
    )
  })
})
