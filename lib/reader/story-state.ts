/** What a reader can mark a story as. */
export const MARKS = ['read', 'saved', 'hidden'] as const
export type Mark = (typeof MARKS)[number]

/** Milliseconds since 1970. */
export type MarkTimes = Partial<Record<Mark, number>>

/**
 * A reader's marks on one story: when each was set. A mark that was taken back
 * keeps the time of that in `undone`, so that an older file cannot set it again.
 */
export interface StoryState extends MarkTimes {
  /** The story's public id. */
  id: string
  undone?: MarkTimes
}

/** A state with one mark set or taken back. */
export function withMark(state: StoryState, mark: Mark, isSet: boolean, at: number): StoryState {
  const { id, undone = {}, ...set } = state
  const others = { id, ...without(set, mark) }
  const othersUndone = without(undone, mark)
  if (isSet) return stateOf({ ...others, [mark]: at }, othersUndone)
  return stateOf(others, { ...othersUndone, [mark]: at })
}

/**
 * One state of two of the same story: of each mark, what was done to it last. Set
 * and taken back at the same time, it is set. The order of the two says nothing,
 * and merging again changes nothing.
 */
export function mergeStates(one: StoryState, other: StoryState): StoryState {
  const set: MarkTimes = {}
  const undone: MarkTimes = {}
  for (const mark of MARKS) {
    const setAt = latest(one[mark], other[mark])
    const undoneAt = latest(one.undone?.[mark], other.undone?.[mark])
    if (setAt >= undoneAt && setAt > -Infinity) set[mark] = setAt
    else if (undoneAt > -Infinity) undone[mark] = undoneAt
  }
  return stateOf({ id: one.id, ...set }, undone)
}

/** Whether two states of a story say the same. */
export function isSameState(one: StoryState, other: StoryState): boolean {
  return MARKS.every(
    (mark) => one[mark] === other[mark] && one.undone?.[mark] === other.undone?.[mark],
  )
}

function without(times: MarkTimes, mark: Mark): MarkTimes {
  return Object.fromEntries(Object.entries(times).filter(([name]) => name !== mark))
}

function latest(one = -Infinity, other = -Infinity): number {
  return Math.max(one, other)
}

function stateOf(marks: StoryState, undone: MarkTimes): StoryState {
  return Object.keys(undone).length > 0 ? { ...marks, undone } : marks
}
