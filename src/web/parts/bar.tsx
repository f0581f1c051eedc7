/** A bar beside a number, so that a column of them is a chart. What it shows, the number says. */

interface BarProps {
  /** From 0 to 1, of the longest; less than 0 for what falls. */
  readonly share: number
  /** A target is drawn as an outline: it is not there yet. */
  readonly isTarget?: boolean
}

const WIDTH = 100

export const Bar = ({ share, isTarget = false }: BarProps) => {
  const length = Math.max(0.5, Math.min(1, Math.abs(share)) * (WIDTH - 2))
  return (
    <svg
      class="bar"
      viewBox={`0 0 ${WIDTH} 10`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect
        x="1"
        y="1"
        height="8"
        width={length.toFixed(1)}
        class={[isTarget ? 'target' : 'actual', share < 0 ? 'falling' : ''].join(' ').trim()}
      />
    </svg>
  )
}
