import { useTranslation } from "react-i18next"
import { SIDES, type Side } from "../../layouts/issue/line-style.ts"
import "../style/line-choice.css"

export interface SideChoiceProps {
  readonly label: string
  /** The sides without a line. */
  readonly open: readonly Side[]
  readonly onChange: (open: readonly Side[]) => void
}

/** Which sides of a box have a line, each switched by itself. */
export function SideChoice({ label, open, onChange }: SideChoiceProps) {
  const { t } = useTranslation()
  return (
    <div className="frame-row">
      <span>{label}</span>
      <div className="swatches" role="group" aria-label={label}>
        {SIDES.map((side) => {
          const ruled = !open.includes(side)
          return (
            <button
              key={side}
              aria-pressed={ruled}
              aria-label={t(`side.${side}`)}
              title={t(`side.${side}`)}
              className={`side ${side}`}
              onClick={() =>
                onChange(ruled ? [...open, side] : open.filter((other) => other !== side))
              }
            />
          )
        })}
      </div>
    </div>
  )
}
