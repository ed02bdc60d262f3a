import { Fragment } from 'react'
import type { TextRanges } from '@/lib/article'

interface MarkedProps {
  text: string
  /** What a search matched. */
  marks: TextRanges
}

/** A text with its matches marked. What a document says stays text, whatever it looks like. */
export function Marked({ text, marks }: MarkedProps) {
  const ends = [0, ...marks.map(([, end]) => end)]
  return (
    <>
      {marks.map(([start, end], index) => (
        <Fragment key={start}>
          {text.slice(ends[index], start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </>
  )
}
