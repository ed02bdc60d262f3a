import type { Report, Timeline } from '@/lib/timeline'
import { Delayed } from './delayed'

/** In units of the drawing, which is scaled to the width that there is. */
const WIDTH = 320
const MARGIN = 8
const LEAST_RADIUS = 2.5
const MOST_RADIUS = 5
/** Between one report and the next, so that their dots stand apart; many share what height there is. */
const STEP = 2 * MOST_RADIUS + 1
const MOST_HEIGHT = 160

interface TimelineChartProps {
  timeline: Timeline
  /** What the chart shows, in words. */
  label: string
}

/** Time from the first report to the last, and how many there were by then; a dot tells its piece's quality by size and fill. */
export function TimelineChart({ timeline, label }: TimelineChartProps) {
  const { reports, span } = timeline
  const rise = Math.min(reports.length * STEP, MOST_HEIGHT)
  const ground = rise + MARGIN
  const dots = reports.map((report, index) => ({
    x: MARGIN + (span === 0 ? 0 : report.delay / span) * (WIDTH - 2 * MARGIN),
    y: ground - ((index + 1) / reports.length) * rise,
    share: shareOf(report),
  }))
  const [first] = dots
  const steps = dots.map(({ x, y }) => `H${round(x)}V${round(y)}`).join('')
  return (
    <div className="timeline-chart">
      <svg viewBox={`0 0 ${WIDTH} ${ground + MARGIN}`} role="img" aria-label={label}>
        <path d={`M${MARGIN} ${ground}H${WIDTH - MARGIN}`} />
        {first && <path d={`M${round(first.x)} ${ground}${steps}`} className="steps" />}
        {dots.map(({ x, y, share }, index) => (
          <circle
            key={index}
            cx={round(x)}
            cy={round(y)}
            r={round(LEAST_RADIUS + share * (MOST_RADIUS - LEAST_RADIUS))}
            style={{ '--fill': `${Math.round(share * 100)}%` } as React.CSSProperties}
          />
        ))}
      </svg>
      {span > 0 && (
        <p aria-hidden="true">
          <Delayed seconds={0} scale={timeline} />
          <Delayed seconds={span} scale={timeline} />
        </p>
      )}
    </div>
  )
}

/** Quality as a share of 100; none where it is not known. */
function shareOf({ quality }: Report): number {
  return Math.max(0, Math.min(100, quality ?? 0)) / 100
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
