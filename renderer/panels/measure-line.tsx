import type { CSSProperties } from "react"
import { useTranslation } from "react-i18next"
import { jumpTo } from "../state/jump.ts"
import type { BreakLine } from "../state/measure-lines.ts"

/** A line and the measure that it is drawn at. */
export interface MeasureLineProps {
  readonly line: BreakLine
  readonly measure: number
}

/**
 * The line before a break drawn in the cells of its measure: its characters, then what is missing.
 * A press goes to the break on the page.
 */
export function MeasureLine({ line, measure }: MeasureLineProps) {
  const { t } = useTranslation()
  const { evidence, before, after, indent, cells, width, slack, verdict } = line
  const { article, paragraph, offset } = evidence
  const em = { "--measure": measure } as CSSProperties
  const count = Math.round(Math.abs(slack))
  return (
    <li className={verdict} data-verdict={verdict}>
      <button type="button" onClick={() => jumpTo({ article, paragraph, from: offset })}>
        <span className="measure-quote">
          {before}
          <mark>‖</mark>
          {after}
        </span>
        <span className="measure-verdict">{t(`measure.verdict.${verdict}`, { count })}</span>
        <span className="measure-row" style={em} aria-hidden="true">
          <span
            className="measure-text"
            style={{ left: `${share(indent, measure)}%`, width: `${share(width, measure)}%` }}
          >
            {cells.map((cell, i) => (
              <b
                key={i}
                style={{ flex: `0 ${cell.gives ? 1 : 0} calc(${cell.width} * var(--em))` }}
              >
                {cell.text}
              </b>
            ))}
          </span>
          {slack >= 0.5 && (
            <span className="measure-missing" style={{ width: `${share(slack, measure)}%` }} />
          )}
        </span>
      </button>
    </li>
  )
}

function share(em: number, measure: number): number {
  return (em / measure) * 100
}
